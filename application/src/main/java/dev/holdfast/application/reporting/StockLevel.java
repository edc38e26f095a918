package dev.holdfast.application.reporting;

import dev.holdfast.application.reporting.ReportTable.Column;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much there was, how fast it went and how long it lasts. Quantities are thousandths of base
 * units.
 *
 * @param opening on hand when the stretch begins
 * @param closing on hand when it ends, or now
 * @param sold in between
 * @param days of the stretch that have begun
 */
record StockLevel(long opening, long closing, long sold, long days) {
  private static final int YEAR_DAYS = 365;

  static final List<Column> COLUMNS =
      List.of(
          new Column(
              "on_hand",
              "On hand",
              ColumnKind.UNITS,
              "Units there at the end of the stretch, or now where it has not ended."),
          new Column(
              "turns",
              "Turns a year",
              ColumnKind.RATIO,
              "Units sold, times 365, by the days and by the mean of on hand at the beginning and"
                  + " at the end."),
          new Column(
              "days_of_cover",
              "Days of cover",
              ColumnKind.DAYS,
              "How long on hand lasts if as much is sold on each day as in the stretch."));

  /** Its cells, in the order of {@link #COLUMNS}. */
  List<@Nullable Object> cells() {
    return Arrays.asList(closing, turns(), daysOfCover());
  }

  private @Nullable Long turns() {
    long twiceMean = Math.addExact(opening, closing);
    return twiceMean <= 0
        ? null
        : Ratio.of(
            BigDecimal.valueOf(sold).multiply(BigDecimal.valueOf(2L * YEAR_DAYS)),
            BigDecimal.valueOf(twiceMean).multiply(BigDecimal.valueOf(days)),
            ColumnKind.RATIO.decimals());
  }

  private @Nullable Long daysOfCover() {
    return sold <= 0
        ? null
        : Ratio.of(
            BigDecimal.valueOf(closing).multiply(BigDecimal.valueOf(days)),
            BigDecimal.valueOf(sold),
            ColumnKind.DAYS.decimals());
  }
}
