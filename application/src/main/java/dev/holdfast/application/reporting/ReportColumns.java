package dev.holdfast.application.reporting;

import dev.holdfast.application.reporting.ReportTable.Column;
import dev.holdfast.domain.reporting.Dimension;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The columns of reports that nobody has filtered, for those who choose one. */
public final class ReportColumns {
  private ReportColumns() {}

  public static List<Column> of(Report report) {
    return switch (report) {
      case OVERVIEW -> all(List.of(SeriesReport.timeColumn()), SeriesReport.OVERVIEW);
      case HOURS -> all(HoursReport.DIMENSIONS, HoursReport.METRICS);
      case LOCATIONS ->
          all(GroupKey.columns(EnumSet.of(Dimension.LOCATION)), GroupReport.LOCATIONS);
      case CARRIERS ->
          all(
              GroupKey.columns(EnumSet.of(Dimension.CARRIER, Dimension.SERVICE)),
              GroupReport.CARRIERS);
      case CATEGORIES ->
          all(GroupKey.columns(EnumSet.of(Dimension.CATEGORY)), GroupReport.CATEGORIES);
      case WAREHOUSE -> all(List.of(SeriesReport.timeColumn()), SeriesReport.WAREHOUSE);
      case STOCK -> {
        List<Column> columns = new ArrayList<>(GroupKey.columns(StockReport.GROUPS));
        columns.addAll(StockReport.columns());
        yield columns;
      }
      case PAYDAY -> PaydayReport.columns(PaydayReport.HOURLY);
    };
  }

  private static List<Column> all(List<Column> dimensions, List<Metric> metrics) {
    List<Column> columns = new ArrayList<>(dimensions);
    metrics.forEach(metric -> columns.add(metric.column()));
    return columns;
  }
}
