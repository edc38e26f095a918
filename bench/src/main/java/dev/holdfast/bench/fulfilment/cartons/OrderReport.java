package dev.holdfast.bench.fulfilment.cartons;

import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.Table;
import dev.holdfast.domain.fulfilment.carton.CartonType;
import dev.holdfast.domain.fulfilment.carton.PackingRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The report on the e-commerce set: fewest cartons, free and kept flat, with and without support.
 */
final class OrderReport {
  private static final int QUICK_ORDERS = 400;

  /** Cartons of the whole set. Our own bound is above both: see the note that is printed. */
  private static final long BAR_FREE = 4_500;

  private static final long BAR_FLAT = 5_750;

  private static final double BAR_P95_MICROS = 5_000;
  private static final double BAR_SMALL_MICROS = 50;

  private OrderReport() {}

  static void measure(Path folder, Report report, Progress progress) {
    List<CartonType> types = ShopFiles.cartons(folder);
    List<ShopOrder> all = ShopFiles.orders(folder);
    List<ShopOrder> orders =
        report.quick() ? all.subList(0, Math.min(QUICK_ORDERS, all.size())) : all;
    progress.expect(5);
    progress.step("warming up");
    new OrderTrial(types, true, 0).pack(orders);
    List<OrderTrial> trials = new ArrayList<>();
    for (boolean flat : new boolean[] {false, true}) {
      for (int support : new int[] {0, PackingRules.FULL_SUPPORT}) {
        progress.step("orders, " + (flat ? "kept flat" : "free") + ", support " + support);
        trials.add(new OrderTrial(types, flat, support).pack(orders));
      }
    }
    report.table("Orders: fewest cartons, one thread", table(orders.size(), trials));
    report.note(
        "The reference library does not ask that units rest fully on something: compare it with"
            + " 'none'. 'At least' is our own bound, per order, by volume, weight, stack height"
            + " and number; 'proven' counts the orders whose packing meets it.");
    trials.forEach(trial -> figures(trial, report));
    bars(trials, report);
  }

  private static Table table(int orders, List<OrderTrial> trials) {
    Table table =
        new Table(
            "rotation",
            "support",
            "steps",
            "orders",
            "cartons",
            "reference",
            "at least",
            "proven",
            "worse",
            "better",
            "faults",
            "p50 us",
            "p95 us",
            "p99 us",
            "small p50 us");
    for (OrderTrial trial : trials) {
      table.row(
          trial.flat() ? "kept flat" : "free",
          trial.supported() ? "full" : "none",
          Numbers.text(trial.steps()),
          Numbers.text(orders),
          Numbers.text(trial.cartons()),
          Numbers.text(trial.reference()),
          Numbers.text(trial.bound()),
          Numbers.text(trial.proven()),
          Numbers.text(trial.worse()),
          Numbers.text(trial.better()),
          Numbers.text(trial.faults()),
          Numbers.text(trial.micros(50)),
          Numbers.text(trial.micros(95)),
          Numbers.text(trial.micros(99)),
          Numbers.text(trial.smallMedianMicros()));
    }
    return table;
  }

  private static void figures(OrderTrial trial, Report report) {
    String way =
        (trial.flat() ? "flat" : "free") + (trial.supported() ? "_supported" : "_unsupported");
    report
        .figure("cartons_" + way, trial.cartons())
        .figure("at_least_" + way, trial.bound())
        .figure("proven_" + way, trial.proven())
        .figure("worse_than_reference_" + way, trial.worse())
        .figure("p95_us_" + way, trial.micros(95))
        .figure("small_p50_us_" + way, trial.smallMedianMicros());
  }

  private static void bars(List<OrderTrial> trials, Report report) {
    long faults = 0;
    long broken = 0;
    for (OrderTrial trial : trials) {
      faults += trial.faults();
      broken += trial.boundBroken();
    }
    report.correctness("orders with a fault", faults, Relation.EXACTLY, 0);
    report.correctness("orders below their proven least", broken, Relation.EXACTLY, 0);
    for (OrderTrial trial : trials) {
      judge(trial, report);
    }
    report.speed(
        "small orders, p50 us",
        trials.get(1).smallMedianMicros(),
        Relation.LESS_THAN,
        BAR_SMALL_MICROS);
  }

  private static void judge(OrderTrial trial, Report report) {
    String way = (trial.flat() ? "kept flat" : "free") + (trial.supported() ? ", supported" : "");
    report.speed("p95 us, " + way, trial.micros(95), Relation.AT_MOST, BAR_P95_MICROS);
    if (trial.supported()) {
      return;
    }
    double bar = trial.flat() ? BAR_FLAT : BAR_FREE;
    double worse = (double) trial.worse();
    report
        .speed("cartons, " + way, (double) trial.cartons(), Relation.AT_MOST, bar)
        .speed("orders worse than the reference, " + way, worse, Relation.EXACTLY, 0);
    if (trial.bound() > bar) {
      report.note(beyondReach(trial, way));
    }
  }

  /** The bar against what each order needs, so that anybody can add it up. */
  private static String beyondReach(OrderTrial trial, String way) {
    List<String> needs = new ArrayList<>();
    trial.leasts().forEach((least, orders) -> needs.add(orders + " need " + least));
    return "Cartons, "
        + way
        + ": nobody can meet this bar. Of the orders "
        + String.join(", ", needs)
        + " at the least: "
        + Numbers.text(trial.bound())
        + " in all.";
  }
}
