package dev.holdfast.domain.reporting;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/**
 * How long the stretches of local time are that a roll-up's rows stand for. Each contribution is
 * kept at every grain, so that a year is 12 rows and not 8,760.
 */
public enum Grain {
  HOUR(0),
  DAY(1),
  MONTH(2);

  private static final Grain[] ALL = values();
  private final int number;

  Grain(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** By its stored number. */
  public static Grain ofNumber(int number) {
    return ALL[number];
  }

  /** The start of the stretch that a local time lies in. */
  public LocalDateTime startOf(LocalDateTime time) {
    return switch (this) {
      case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
      case DAY -> time.truncatedTo(ChronoUnit.DAYS);
      case MONTH -> time.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
    };
  }
}
