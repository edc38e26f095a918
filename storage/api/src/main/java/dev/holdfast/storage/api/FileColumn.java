package dev.holdfast.storage.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A column of a table that becomes a file.
 *
 * @param name lower case with underscores, unique in its table
 * @param decimals of {@link Kind#DECIMAL}, 0 to {@link #MAX_DECIMALS}; 0 of every other kind
 */
public record FileColumn(String name, Kind kind, int decimals) {
  /** Whole digits and decimals of a decimal share 18, what a long can hold. */
  public static final int MAX_DECIMALS = 6;

  private static final String NAME = "[a-z][a-z0-9_]{0,62}";

  /** Refuses names that a query would have to quote. */
  public FileColumn {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException("no name of a column: " + name + "; it needs " + NAME);
    }
    if (decimals < 0 || decimals > (kind == Kind.DECIMAL ? MAX_DECIMALS : 0)) {
      throw new IllegalArgumentException(name + " cannot have " + decimals + " decimals");
    }
  }

  /** What a column's values are; each may be null. */
  public enum Kind {
    TEXT(String.class),
    WHOLE(Long.class),
    /** A number with fixed decimals; a value may have fewer, never more. */
    DECIMAL(BigDecimal.class),
    YES_NO(Boolean.class),
    DAY(LocalDate.class),
    /** A time by the clock of a place. */
    LOCAL_TIME(LocalDateTime.class),
    /** A moment, to the microsecond. */
    INSTANT(Instant.class);

    private final Class<?> type;

    Kind(Class<?> type) {
      this.type = type;
    }

    /** The class of its values. */
    public Class<?> type() {
      return type;
    }
  }

  /** A column of anything but decimals. */
  public static FileColumn of(String name, Kind kind) {
    return new FileColumn(name, kind, 0);
  }

  /** A column of numbers with so many decimals. */
  public static FileColumn decimal(String name, int decimals) {
    return new FileColumn(name, Kind.DECIMAL, decimals);
  }
}
