package dev.holdfast.application.reporting;

import dev.holdfast.application.reporting.ReportTable.Column;
import dev.holdfast.application.reporting.ReportTable.Part;
import dev.holdfast.domain.reporting.Paydays;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A payday, hour by hour, beside the payday before and the mean of the Fridays between. */
final class PaydayReport {
  static final List<Metric> HOURLY =
      List.of(Metric.ORDERS, Metric.UNITS_SOLD, Metric.REFUSALS, Metric.FILL_RATE);

  private static final List<Metric> DAILY =
      List.of(Metric.ORDERS, Metric.UNITS_SOLD, Metric.REVENUE, Metric.REFUSALS, Metric.FILL_RATE);

  private final MetricPlan plan;
  private final Tally<LocalDateTime> tally;
  private final @Nullable String currency;
  private final List<Side> sides;

  /**
   * One or several days that are told as one.
   *
   * @param name of the row; as a suffix, of columns
   */
  record Side(String name, String title, List<LocalDate> days) {
    boolean isMean() {
      return name.equals(ORDINARY);
    }
  }

  private static final String ORDINARY = "ordinary";

  private PaydayReport(Asked asked, LocalDate payday) {
    LocalDate last = Paydays.before(payday);
    this.sides = sides(payday);
    this.plan = MetricPlan.of(asked, Set.of(), DAILY);
    this.tally =
        plan.read(
            Step.HOUR,
            last.atStartOfDay(),
            payday.plusDays(1).atStartOfDay(),
            Asked.MAX_READS,
            SeriesReport::startOf);
    this.currency = plan.currency(tally);
  }

  private static List<Side> sides(LocalDate payday) {
    return List.of(
        new Side("this", "this payday", List.of(payday)),
        new Side("last", "the payday before", List.of(Paydays.before(payday))),
        new Side(ORDINARY, "ordinary Fridays", Paydays.ordinaryBefore(payday)));
  }

  static ReportTable answer(Asked asked) {
    ReportQuestion question = asked.question();
    LocalDate payday = question.payday() == null ? latest(asked) : question.payday();
    return new PaydayReport(asked, payday).table();
  }

  private static LocalDate latest(Asked asked) {
    LocalDate to = asked.question().to();
    return Paydays.latest(asked.today().isBefore(to) ? asked.today() : to);
  }

  private ReportTable table() {
    List<Metric> metrics = plan.metrics().stream().filter(HOURLY::contains).toList();
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (int hour = 0; hour < HoursReport.HOURS; hour++) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add((long) hour);
      int at = hour;
      write(metrics, time -> time.getHour() == at, row);
      rows.add(row);
    }
    List<@Nullable Object> totals = new ArrayList<>();
    totals.add(null);
    write(metrics, time -> true, totals);
    return new ReportTable(
        currency,
        plan.otherCurrencies(tally),
        columns(metrics),
        rows,
        totals,
        List.of(days(), ratios()),
        plan.notes());
  }

  static List<Column> columns(List<Metric> metrics) {
    List<Column> columns = new ArrayList<>();
    columns.add(
        new Column("hour", "Hour", ColumnKind.HOUR, "Of the day, by the clock of the place."));
    for (Metric metric : metrics) {
      for (Side side : sides(Paydays.latest(LocalDate.EPOCH))) {
        Column whole = metric.column();
        boolean isThis = side.name().equals("this");
        columns.add(
            new Column(
                isThis ? whole.name() : whole.name() + "_" + side.name(),
                isThis ? whole.title() : whole.title() + ", " + side.title(),
                kind(metric, side.isMean()),
                isThis ? whole.why() : "The same of " + side.title() + "."));
      }
    }
    return columns;
  }

  /** A mean of counts has decimals. */
  private static ColumnKind kind(Metric metric, boolean isMean) {
    ColumnKind kind = metric.column().kind();
    return isMean && kind == ColumnKind.COUNT ? ColumnKind.RATIO : kind;
  }

  private void write(
      List<Metric> metrics, Predicate<LocalDateTime> when, List<@Nullable Object> row) {
    for (Metric metric : metrics) {
      for (Side side : sides) {
        row.add(value(metric, side, when, side.isMean()));
      }
    }
  }

  /**
   * @param asMean whether counts are told with the decimals of a mean
   */
  private @Nullable Long value(
      Metric metric, Side side, Predicate<LocalDateTime> when, boolean asMean) {
    Tally.Entry sums =
        tally.of(time -> when.test(time) && side.days().contains(time.toLocalDate()), currency);
    Long value = metric.of(sums);
    if (value == null || metric.measures().size() > 1) {
      return value;
    }
    int decimals = kind(metric, asMean).decimals() - metric.column().kind().decimals();
    return Ratio.of(value, side.days().size(), decimals);
  }

  /** A row per side, of whole days. */
  private Part days() {
    List<Column> columns = new ArrayList<>();
    columns.add(
        new Column(
            "day", "Day", ColumnKind.TEXT, "This payday, the one before, the mean between."));
    columns.add(new Column("dates", "Dates", ColumnKind.TEXT, "Which days these are."));
    for (Metric metric : plan.metrics()) {
      Column whole = metric.column();
      columns.add(new Column(whole.name(), whole.title(), kind(metric, true), whole.why()));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Side side : sides) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(side.name());
      row.add(String.join(" ", side.days().stream().map(LocalDate::toString).toList()));
      plan.metrics().forEach(metric -> row.add(value(metric, side, time -> true, true)));
      rows.add(row);
    }
    return new Part("totals", "Whole days", columns, rows);
  }

  /** This payday, for each one of the others. */
  private Part ratios() {
    List<Metric> counted =
        plan.metrics().stream().filter(metric -> metric.measures().size() == 1).toList();
    List<Column> columns = new ArrayList<>();
    columns.add(
        new Column("against", "Against", ColumnKind.TEXT, "What this payday is compared with."));
    for (Metric metric : counted) {
      Column whole = metric.column();
      String why = whole.title() + " of this payday, for each one of the other.";
      columns.add(new Column(whole.name(), whole.title(), ColumnKind.RATIO, why));
    }
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Side side : sides.subList(1, sides.size())) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(side.name());
      counted.forEach(metric -> row.add(ratio(metric, side)));
      rows.add(row);
    }
    return new Part("ratios", "This payday against the others", columns, rows);
  }

  /** From whole sums, not from rounded means. */
  private @Nullable Long ratio(Metric metric, Side side) {
    long mine = sum(metric, sides.getFirst());
    return Ratio.of(
        Math.multiplyExact(mine, side.days().size()),
        sum(metric, side),
        ColumnKind.RATIO.decimals());
  }

  private long sum(Metric metric, Side side) {
    Tally.Entry sums = tally.of(time -> side.days().contains(time.toLocalDate()), currency);
    return Objects.requireNonNull(metric.of(sums));
  }
}
