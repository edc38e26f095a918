package dev.holdfast.application.reporting;

import dev.holdfast.application.reporting.ReportTable.Column;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row for each of the 168 hours of a week. */
final class HoursReport {
  static final int HOURS = 24;
  static final List<Metric> METRICS = List.of(Metric.ORDERS, Metric.LINES, Metric.UNITS_SOLD);

  static final List<Column> DIMENSIONS =
      List.of(
          new Column("weekday", "Weekday", ColumnKind.WEEKDAY, "Monday is 1, Sunday is 7."),
          new Column("hour", "Hour", ColumnKind.HOUR, "By the clock of the place."));

  private record Slot(DayOfWeek weekday, int hour) {
    static Slot of(LocalDateTime time) {
      return new Slot(time.getDayOfWeek(), time.getHour());
    }
  }

  private HoursReport() {}

  static ReportTable answer(Asked asked) {
    MetricPlan plan = MetricPlan.of(asked, Set.of(), METRICS);
    Tally<Slot> tally =
        plan.read(Step.HOUR, Asked.MAX_READS, row -> Slot.of(SeriesReport.startOf(row)));
    List<Column> columns = new ArrayList<>(DIMENSIONS);
    columns.addAll(plan.columns());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (DayOfWeek weekday : DayOfWeek.values()) {
      for (int hour = 0; hour < HOURS; hour++) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add((long) weekday.getValue());
        row.add((long) hour);
        plan.write(tally.of(new Slot(weekday, hour), null), row);
        rows.add(row);
      }
    }
    List<@Nullable Object> totals = new ArrayList<>();
    DIMENSIONS.forEach(dimension -> totals.add(null));
    plan.write(tally.total(null), totals);
    return new ReportTable(null, List.of(), columns, rows, totals, List.of(), plan.notes());
  }
}
