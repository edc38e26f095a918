package dev.holdfast.server.http.stock;

import dev.holdfast.domain.stock.lot.LotMark;
import dev.holdfast.server.http.JsonFields;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The lot and the date of goods as fields of a request. */
final class LotMarks {
  static final String CODE =
      "must be 1 to "
          + LotMark.MAX_CODE
          + " letters A-Z or a-z, digits, dots, underscores or dashes, and start with a letter or"
          + " digit";

  static final String DATE = "must be a day such as 2026-11-27";

  private static final int DATE_LENGTH = "2026-11-27".length();

  private LotMarks() {}

  /**
   * The {@code lot} and {@code expires} of a line; null where it has neither. A date without a lot
   * is a lot of its own.
   */
  static @Nullable LotMark of(JsonFields line) {
    String lot = line.text("lot", null);
    String expires = line.text("expires", null);
    if (lot != null && !LotMark.isCode(lot)) {
      line.violate("lot", CODE);
      return null;
    }
    if (expires == null) {
      if (lot != null) {
        line.violate(
            "expires", "is missing: a lot has a last day of use; goods without one need no lot");
      }
      return null;
    }
    LocalDate day = day(expires);
    if (day == null) {
      line.violate("expires", DATE);
      return null;
    }
    // Nowhere on earth is it still that day.
    if (day.isBefore(LocalDate.now(ZoneOffset.UTC).minusDays(1))) {
      line.violate(
          "expires", "is over already: check the year; goods past their last day are not received");
    }
    return lot == null ? LotMark.ofDate(day) : new LotMark(lot, day);
  }

  /** The day that a text says; null when it says none. */
  static @Nullable LocalDate day(String text) {
    if (text.length() != DATE_LENGTH) {
      return null;
    }
    try {
      return Objects.requireNonNull(LocalDate.parse(text));
    } catch (DateTimeException none) {
      return null;
    }
  }
}
