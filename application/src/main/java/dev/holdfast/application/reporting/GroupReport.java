package dev.holdfast.application.reporting;

import dev.holdfast.application.reporting.ReportTable.Column;
import dev.holdfast.domain.reporting.Cut;
import dev.holdfast.domain.reporting.Dimension;
import dev.holdfast.storage.api.RollUpRow;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row for each place, service or category of which there is anything in the range. */
final class GroupReport {
  static final List<Metric> LOCATIONS =
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
          Metric.ON_TIME_RATE,
          Metric.ORDER_TO_RELEASE,
          Metric.ORDER_TO_SHIP,
          Metric.WALK_PER_LINE,
          Metric.RETURNED);

  static final List<Metric> CARRIERS =
      List.of(
          Metric.SHIPMENTS,
          Metric.CARTONS,
          Metric.COST_PER_SHIPMENT,
          Metric.ON_TIME_RATE,
          Metric.DAYS_TO_SHIP);

  static final List<Metric> CATEGORIES =
      List.of(
          Metric.ORDERS,
          Metric.LINES,
          Metric.UNITS_SOLD,
          Metric.REVENUE,
          Metric.FILL_RATE,
          Metric.RETURNED,
          Metric.REFUSALS);

  private GroupReport() {}

  static ReportTable locations(Asked asked) {
    return answer(asked, EnumSet.of(Dimension.LOCATION), LOCATIONS);
  }

  static ReportTable carriers(Asked asked) {
    return answer(asked, EnumSet.of(Dimension.CARRIER, Dimension.SERVICE), CARRIERS);
  }

  static ReportTable categories(Asked asked) {
    return answer(asked, EnumSet.of(Dimension.CATEGORY), CATEGORIES);
  }

  private static ReportTable answer(Asked asked, Set<Dimension> by, List<Metric> metrics) {
    MetricPlan plan = MetricPlan.of(asked, by, metrics);
    boolean needsWhole = plan.metrics().stream().anyMatch(metric -> !metric.addsUp());
    Cut whole = Asked.cutOf(asked.only().keySet());
    boolean readsWhole = needsWhole && asked.isWhole(whole, Set.of());
    Tally<GroupKey> tally =
        plan.read(null, Asked.MAX_READS - (readsWhole ? 1 : 0), row -> key(row, asked));
    String currency = plan.currency(tally);
    List<Column> columns = new ArrayList<>(GroupKey.columns(by));
    columns.addAll(plan.columns());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (GroupKey key : tally.keys().stream().sorted(GroupKey.ORDER).toList()) {
      Tally.Entry sums = tally.of(key, currency);
      if (!sums.all().isZero()) {
        List<@Nullable Object> row = key.cells(by);
        plan.write(sums, row);
        rows.add(row);
      }
    }
    List<@Nullable Object> totals = new ArrayList<>();
    by.forEach(dimension -> totals.add(null));
    Tally<String> all = readsWhole ? wholeOf(asked, whole, plan) : null;
    for (Metric metric : plan.metrics()) {
      if (metric.addsUp()) {
        totals.add(metric.of(tally.total(currency)));
      } else {
        totals.add(all == null ? null : metric.of(all.total(currency)));
      }
    }
    return new ReportTable(
        currency, plan.otherCurrencies(tally), columns, rows, totals, List.of(), plan.notes());
  }

  /** What belongs to whole orders, where each counts once. */
  private static Tally<String> wholeOf(Asked asked, Cut cut, MetricPlan plan) {
    Tally<String> tally = new Tally<>();
    List<Metric> whole = plan.metrics().stream().filter(metric -> !metric.addsUp()).toList();
    ReportQuestion question = asked.question();
    asked.read(
        cut,
        Stretch.coarsest(question.start(), question.end(), 1),
        false,
        Set.of(),
        Asked.measures(whole),
        row -> "",
        tally);
    return tally;
  }

  static GroupKey key(RollUpRow row, Asked asked) {
    String code = asked.places().codeOf(asked.question().client(), row.locationId());
    return new GroupKey(code == null ? "" : code, row.carrier(), row.service(), row.category());
  }
}
