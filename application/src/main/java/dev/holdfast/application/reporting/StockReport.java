package dev.holdfast.application.reporting;

import dev.holdfast.application.reporting.ReportTable.Column;
import dev.holdfast.domain.reporting.Cut;
import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.domain.reporting.Grain;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.storage.api.RollUpRow;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What goods do at each place and in each category, or over time. Levels are sums of all changes of
 * on hand before a moment.
 */
final class StockReport {
  static final List<Metric> METRICS =
      List.of(
          Metric.RECEIVED, Metric.SOLD, Metric.SPOILED, Metric.SHRINKAGE, Metric.SHRINKAGE_RATE);

  static final Set<Dimension> GROUPS = EnumSet.of(Dimension.LOCATION, Dimension.CATEGORY);

  /** Before everything that anybody has counted. */
  private static final LocalDateTime BEGINNING = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final Asked asked;
  private final ReportQuestion question;
  private final MetricPlan plan;

  private StockReport(Asked asked) {
    this.asked = asked;
    this.question = asked.question();
    this.plan = new MetricPlan(asked, GROUPS, Cut.STOCK, METRICS, List.of(), List.of());
  }

  static List<Column> columns() {
    List<Column> columns = new ArrayList<>(METRICS.stream().map(Metric::column).toList());
    columns.addAll(StockLevel.COLUMNS);
    return columns;
  }

  static ReportTable answer(Asked asked) {
    Step step = asked.question().step();
    StockReport report = new StockReport(asked);
    return step == null ? report.byGroup() : report.overTime(step);
  }

  private ReportTable byGroup() {
    Function<RollUpRow, GroupKey> key = row -> GroupReport.key(row, asked);
    Tally<GroupKey> before = opening(GROUPS, key);
    Tally<GroupKey> during = new Tally<>();
    read(Stretch.coarsest(question.start(), question.end(), 1), false, GROUPS, key, during);
    Set<GroupKey> keys = new TreeSet<>(GroupKey.ORDER);
    keys.addAll(before.keys());
    keys.addAll(during.keys());
    long days = daysUntil(question.from(), question.to());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (GroupKey group : keys) {
      Tally.Entry sums = during.of(group, null);
      long opening = level(before.of(group, null));
      if (opening != 0 || !sums.all().isZero()) {
        List<@Nullable Object> row = group.cells(GROUPS);
        write(sums, opening, days, row);
        rows.add(row);
      }
    }
    return table(GroupKey.columns(GROUPS), rows, before, during, List.of());
  }

  private ReportTable overTime(Step step) {
    Tally<LocalDateTime> before = opening(Set.of(), row -> question.start());
    Tally<LocalDateTime> during = new Tally<>();
    read(
        Stretch.at(Grain.DAY, question.start(), question.end()),
        true,
        Set.of(),
        row -> step.startOf(SeriesReport.startOf(row)),
        during);
    long opening = level(before.total(null));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (LocalDateTime at : SeriesReport.starts(question, step)) {
      Tally.Entry sums = during.of(at, null);
      LocalDate first = latest(at.toLocalDate(), question.from());
      LocalDate last = earliest(step.after(at).toLocalDate().minusDays(1), question.to());
      List<@Nullable Object> row = new ArrayList<>();
      row.add(step.text(at));
      write(sums, opening, daysUntil(first, last), row);
      rows.add(row);
      opening = Math.addExact(opening, level(sums));
    }
    List<String> notes = new ArrayList<>();
    SeriesReport.addEdges(question, step, notes);
    return table(List.of(SeriesReport.timeColumn()), rows, before, during, notes);
  }

  private <K> ReportTable table(
      List<Column> dimensions,
      List<List<@Nullable Object>> rows,
      Tally<K> before,
      Tally<K> during,
      List<String> notes) {
    List<@Nullable Object> totals = new ArrayList<>();
    dimensions.forEach(dimension -> totals.add(null));
    long days = daysUntil(question.from(), question.to());
    write(during.total(null), level(before.total(null)), days, totals);
    List<Column> columns = new ArrayList<>(dimensions);
    columns.addAll(columns());
    return new ReportTable(null, List.of(), columns, rows, totals, List.of(), notes);
  }

  /** On hand when the range begins: whole months, then the days of the month that it begins in. */
  private <K> Tally<K> opening(Set<Dimension> by, Function<RollUpRow, K> key) {
    Tally<K> tally = new Tally<>();
    asked.read(
        Cut.STOCK,
        Stretch.coarsest(BEGINNING, question.start(), Asked.MAX_READS - 1),
        false,
        by,
        EnumSet.of(Measure.ON_HAND_UNITS),
        key,
        tally);
    return tally;
  }

  private <K> void read(
      List<Stretch> stretches,
      boolean byTime,
      Set<Dimension> by,
      Function<RollUpRow, K> key,
      Tally<K> into) {
    Set<Measure> measures = Asked.measures(METRICS);
    measures.add(Measure.ON_HAND_UNITS);
    asked.read(Cut.STOCK, stretches, byTime, by, measures, key, into);
  }

  private void write(Tally.Entry sums, long opening, long days, List<@Nullable Object> row) {
    plan.write(sums, row);
    long closing = Math.addExact(opening, level(sums));
    row.addAll(new StockLevel(opening, closing, sums.all().get(Measure.SOLD_UNITS), days).cells());
  }

  private static long level(Tally.Entry sums) {
    return sums.all().get(Measure.ON_HAND_UNITS);
  }

  /** Days of a stretch that have begun, at least one. */
  private long daysUntil(LocalDate first, LocalDate last) {
    return Math.max(1, earliest(last, asked.today()).toEpochDay() - first.toEpochDay() + 1);
  }

  private static LocalDate earliest(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate latest(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
