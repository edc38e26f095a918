package dev.holdfast.application.reporting;

import dev.holdfast.application.reporting.ReportTable.Column;
import dev.holdfast.application.reporting.ReportTable.Part;
import dev.holdfast.storage.api.RollUpRow;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row for each stretch of time of the range, also for those in which nothing happened. */
final class SeriesReport {
  static final List<Metric> OVERVIEW =
      List.of(
          Metric.ORDERS,
          Metric.LINES,
          Metric.UNITS_SOLD,
          Metric.REVENUE,
          Metric.FILL_RATE,
          Metric.REFUSALS,
          Metric.SPLIT_RATE,
          Metric.CARTONS_PER_ORDER,
          Metric.COST_PER_ORDER,
          Metric.ON_TIME_RATE);

  static final List<Metric> WAREHOUSE =
      List.of(
          Metric.SHIPMENTS,
          Metric.ORDER_TO_RELEASE,
          Metric.ORDER_TO_SHIP,
          Metric.ON_TIME_RATE,
          Metric.WALK_PER_LINE);

  private SeriesReport() {}

  static Column timeColumn() {
    return new Column(
        "time",
        "Time",
        ColumnKind.TIME,
        "Start of the stretch, by the clock of the place; orders count when they were placed.");
  }

  static ReportTable overview(Asked asked) {
    return answer(asked, OVERVIEW, Asked.MAX_READS);
  }

  /** The same of the floor, and what waits there. */
  static ReportTable warehouse(Asked asked) {
    ReportTable series = answer(asked, WAREHOUSE, Asked.MAX_READS - 1);
    Part backlog = Backlog.of(asked);
    return new ReportTable(
        series.currency(),
        series.otherCurrencies(),
        series.columns(),
        series.rows(),
        series.totals(),
        List.of(backlog),
        series.notes());
  }

  private static ReportTable answer(Asked asked, List<Metric> metrics, int reads) {
    ReportQuestion question = asked.question();
    Step step = Objects.requireNonNull(question.step());
    MetricPlan plan = MetricPlan.of(asked, Set.of(), metrics);
    Tally<LocalDateTime> tally = plan.read(step, reads, row -> step.startOf(startOf(row)));
    String currency = plan.currency(tally);
    List<Column> columns = new ArrayList<>();
    columns.add(timeColumn());
    columns.addAll(plan.columns());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (LocalDateTime at : starts(question, step)) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(step.text(at));
      plan.write(tally.of(at, currency), row);
      rows.add(row);
    }
    List<@Nullable Object> totals = new ArrayList<>();
    totals.add(null);
    plan.write(tally.total(currency), totals);
    List<String> notes = new ArrayList<>(plan.notes());
    addEdges(question, step, notes);
    return new ReportTable(
        currency, plan.otherCurrencies(tally), columns, rows, totals, List.of(), notes);
  }

  static LocalDateTime startOf(RollUpRow row) {
    return Objects.requireNonNull(row.start());
  }

  /** The starts of all stretches of the range; the first may lie before it. */
  static List<LocalDateTime> starts(ReportQuestion question, Step step) {
    List<LocalDateTime> starts = new ArrayList<>();
    LocalDateTime at = step.startOf(question.start());
    while (at.isBefore(question.end())) {
      starts.add(at);
      at = step.after(at);
    }
    return starts;
  }

  /** Says so where the first or last stretch is not whole. */
  static void addEdges(ReportQuestion question, Step step, List<String> notes) {
    boolean begins = step.startOf(question.start()).equals(question.start());
    boolean ends = step.startOf(question.end()).equals(question.end());
    if (!begins || !ends) {
      String which = begins ? "The last " : ends ? "The first " : "The first and the last ";
      notes.add(which + step.label() + " counts only as far as it lies in the range.");
    }
  }
}
