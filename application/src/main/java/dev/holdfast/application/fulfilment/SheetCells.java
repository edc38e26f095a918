package dev.holdfast.application.fulfilment;

import dev.holdfast.application.bulk.CsvFile;
import dev.holdfast.application.bulk.CsvRow;
import dev.holdfast.application.bulk.Rejects;
import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.fulfilment.rate.PostcodeRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the cells of one row, and remembers what is wrong with them. What cannot be read has a
 * stand-in, so that a row is read to its end and told all of its faults at once.
 */
final class SheetCells {
  /** The most characters of a name. */
  private static final int MAX_NAME = 64;

  /** The most characters of a number that can be right. */
  private static final int MAX_NUMBER = 30;

  private static final String EVERYWHERE = "*";

  private final CsvRow row;
  private final List<Fault> faults = new ArrayList<>(0);

  private record Fault(String column, String message) {}

  SheetCells(CsvRow row) {
    this.row = row;
    for (String column : row.columns()) {
      if (CsvFile.isBroken(row.word(column))) {
        fault(column, CsvFile.NOT_UTF_8);
      }
    }
  }

  long line() {
    return row.line();
  }

  boolean isEmpty(String column) {
    return row.word(column).isEmpty();
  }

  String word(String column) {
    return row.word(column);
  }

  /** Remembers a fault, once: a row that belongs to several tariffs is read for each. */
  void fault(String column, String message) {
    Fault fault = new Fault(column, message);
    if (!faults.contains(fault)) {
      faults.add(fault);
    }
  }

  /** A name that must be there. */
  String name(String column) {
    String word = row.text(column).strip();
    if (word.isEmpty() || word.length() > MAX_NAME) {
      fault(column, "must have 1 to " + MAX_NAME + " characters");
    }
    return word;
  }

  /** A whole number within bounds; what stands for an empty cell is given. */
  long whole(String column, long min, long max, long empty) {
    String word = row.word(column);
    if (word.isEmpty() && empty >= 0) {
      return empty;
    }
    try {
      long value = Long.parseLong(word);
      if (value >= min && value <= max) {
        return value;
      }
    } catch (NumberFormatException notANumber) {
      // Said below.
    }
    fault(column, "must be a whole number from %d to %d, without separators".formatted(min, max));
    return min;
  }

  /** The same for an int. */
  int number(String column, int min, int max, int empty) {
    return Math.toIntExact(whole(column, min, max, empty));
  }

  /** A date that must be there. */
  LocalDate date(String column) {
    try {
      return LocalDate.parse(row.word(column));
    } catch (DateTimeParseException notADate) {
      fault(column, "must be a date such as 2026-11-26");
      return LocalDate.EPOCH;
    }
  }

  /** A date; null where the cell is empty. */
  @Nullable LocalDate dateOrNone(String column) {
    return isEmpty(column) ? null : date(column);
  }

  /** From one column to another; {@code *} is everywhere, and an empty end is the beginning. */
  PostcodeRange range(String from, String to) {
    if (row.word(from).equals(EVERYWHERE) && isEmpty(to)) {
      return PostcodeRange.ALL;
    }
    Optional<Postcode> first = postcode(from);
    Optional<Postcode> last = isEmpty(to) ? first : postcode(to);
    if (first.isEmpty() || last.isEmpty()) {
      return PostcodeRange.ALL;
    }
    try {
      return PostcodeRange.of(first.get(), last.get());
    } catch (IllegalArgumentException reversed) {
      fault(to, "is before %s, %s: swap the two".formatted(from, first.get()));
      return PostcodeRange.ALL;
    }
  }

  private Optional<Postcode> postcode(String column) {
    Optional<Postcode> postcode = Postcode.parse(row.word(column));
    if (postcode.isEmpty()) {
      fault(
          column,
          "must be a postcode or its beginning, 1 to %d letters and digits, or * for all"
              .formatted(Postcode.MAX_LENGTH));
    }
    return postcode;
  }

  /**
   * An amount such as 12.50 in minor units.
   *
   * @param decimals how many the currency has
   */
  long amount(String column, int decimals, long max) {
    String word = row.word(column);
    if (word.isEmpty()) {
      return 0;
    }
    try {
      if (word.length() <= MAX_NUMBER && word.indexOf('e') < 0 && word.indexOf('E') < 0) {
        long minor = new BigDecimal(word).movePointRight(decimals).longValueExact();
        if (minor >= 0 && minor <= max) {
          return minor;
        }
      }
    } catch (ArithmeticException | NumberFormatException notAnAmount) {
      // Said below.
    }
    fault(
        column,
        "must be an amount from 0 to %s with a point and at most %d decimals, such as %s"
            .formatted(
                BigDecimal.valueOf(max, decimals).toPlainString(),
                decimals,
                BigDecimal.valueOf(1250, decimals).toPlainString()));
    return 0;
  }

  /** Something with a form of its own; its exception says what is wrong and how to mend it. */
  <T> T parsed(String column, Function<String, T> parser, T otherwise) {
    try {
      return parser.apply(row.word(column));
    } catch (IllegalArgumentException wrong) {
      fault(column, String.valueOf(wrong.getMessage()));
      return otherwise;
    }
  }

  /** Rejects the row if anything was wrong: the first fault by its cell, further ones by name. */
  boolean reject(Rejects rejects) {
    if (faults.isEmpty()) {
      return false;
    }
    Fault first = faults.getFirst();
    StringBuilder reason = new StringBuilder(first.message());
    for (Fault further : faults.subList(1, faults.size())) {
      reason.append("; ").append(further.column()).append(' ').append(further.message());
    }
    rejects.add(row.line(), first.column(), row.word(first.column()), reason.toString());
    return true;
  }
}
