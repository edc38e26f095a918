package dev.holdfast.application.bulk;

import dev.holdfast.domain.catalogue.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the numbers of one row of the catalogue, and rejects the row for all that is wrong. */
final class CellReader {
  /** The most characters of a number that can be right. */
  private static final int MAX_NUMBER = 30;

  private final CsvRow row;
  private final List<Violation> unreadable = new ArrayList<>(0);

  CellReader(CsvRow row) {
    this.row = row;
  }

  /** A whole number that must be there. */
  long required(String column) {
    return whole(column, row.word(column));
  }

  /** A whole number; 0 where there is none. */
  long orZero(String column) {
    String word = row.word(column);
    return word.isEmpty() ? 0 : whole(column, word);
  }

  private long whole(String column, String word) {
    try {
      return Long.parseLong(word);
    } catch (NumberFormatException notANumber) {
      unreadable.add(new Violation(column, "must be a whole number, without separators"));
      return 0;
    }
  }

  /** A decimal of degrees. */
  BigDecimal degrees(String column) {
    String word = row.word(column);
    try {
      if (word.length() <= MAX_NUMBER && word.indexOf('e') < 0 && word.indexOf('E') < 0) {
        return new BigDecimal(word);
      }
    } catch (NumberFormatException notANumber) {
      // Said below.
    }
    unreadable.add(
        new Violation(column, "must be a number of degrees such as 47.6062, with a point"));
    return BigDecimal.ZERO;
  }

  /**
   * Rejects the row if anything is wrong with it: the first fault by its cell, further ones by
   * name.
   *
   * @param violations of the rules, by the names that they have in JSON
   */
  boolean reject(List<Violation> violations, Rejects rejects) {
    List<Violation> found = new ArrayList<>(broken());
    Set<String> known = new HashSet<>();
    found.addAll(unreadable);
    found.forEach(violation -> known.add(violation.field()));
    for (Violation violation : violations) {
      String column = column(violation.field());
      if (known.add(column)) {
        found.add(new Violation(column, violation.message()));
      }
    }
    if (found.isEmpty()) {
      return false;
    }
    Violation first = found.getFirst();
    StringBuilder reason = new StringBuilder(first.message());
    for (Violation further : found.subList(1, found.size())) {
      reason.append("; ").append(further.field()).append(' ').append(further.message());
    }
    rejects.add(row.line(), first.field(), row.word(first.field()), reason.toString());
    return true;
  }

  private List<Violation> broken() {
    List<Violation> broken = new ArrayList<>(0);
    for (String column : row.columns()) {
      if (CsvFile.isBroken(row.word(column))) {
        broken.add(new Violation(column, CsvFile.NOT_UTF_8));
      }
    }
    return broken;
  }

  /** {@code lengthMm} is column {@code length_mm}, {@code barcodes[2]} column {@code barcodes}. */
  private static String column(String field) {
    String plain = field.replaceFirst("\\[\\d+]$", "");
    return plain.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
