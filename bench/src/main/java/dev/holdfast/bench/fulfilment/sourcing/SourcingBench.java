package dev.holdfast.bench.fulfilment.sourcing;

import dev.holdfast.bench.fulfilment.sourcing.RandomOrders.Case;
import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.ReportingCommand;
import dev.holdfast.bench.report.Table;
import dev.holdfast.domain.fulfilment.sourcing.ShipmentPrice;
import dev.holdfast.domain.fulfilment.sourcing.Sourcer;
import dev.holdfast.domain.fulfilment.sourcing.Sourcing;
import dev.holdfast.domain.fulfilment.sourcing.carriage.CartonRatePrice;
import dev.holdfast.domain.fulfilment.sourcing.carriage.Dispatch;
import dev.holdfast.domain.fulfilment.sourcing.carriage.TypicalPostage;
import java.util.Arrays;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Exact sourcing beside every plan there is, and beside the nearest location first. */
@Command(
    name = "sourcing",
    description = "Time per order, the gap to trying every plan, and what the nearest costs more.")
public final class SourcingBench extends ReportingCommand {
  private static final int MAX_LINES = 8;
  private static final int QUICK_ORDERS = 300;
  private static final double MAX_ASSIGNMENTS = 20_000;
  private static final double BAR_MICROS = 2_000;
  private static final int PER_CENT = 100;

  @Option(
      names = "--orders",
      defaultValue = "10000",
      description = "Orders of each part (default: ${DEFAULT-VALUE}).")
  private int orders;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "Rounds over the timed orders (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Where the random orders begin (default: ${DEFAULT-VALUE}).")
  private long seed;

  private final CartonRatePrice prices =
      new CartonRatePrice(
          Country.packer(), TypicalPostage.DEFAULT, Carriers.book(), RandomOrders.RULES);

  @Override
  protected String commandName() {
    return "bench sourcing";
  }

  @Override
  protected void measure(Report report, Progress progress) {
    int count = quick() ? Math.min(orders, QUICK_ORDERS) : orders;
    progress.expect(2 + rounds);
    prove(report, progress, count);
    time(report, progress, count);
  }

  private ShipmentPrice<Dispatch> price(Case asked) {
    return prices.of(asked.promise(), asked.depots());
  }

  private void prove(Report report, Progress progress, int count) {
    progress.step("trying every plan of " + count + " orders");
    RandomOrders random = new RandomOrders(seed);
    Gaps gaps = new Gaps();
    while (gaps.orders < count) {
      int lines = 1 + gaps.orders % MAX_LINES;
      Case asked = random.next(lines, 2 + gaps.orders / MAX_LINES % (Country.LOCATIONS - 1));
      if (EveryPlan.assignments(asked.order(), price(asked)) <= MAX_ASSIGNMENTS) {
        gaps.add(
            EveryPlan.least(asked.order(), price(asked)),
            Sourcer.source(asked.order(), price(asked)));
      }
    }
    Table table = new Table("orders", "with a plan", "split lines", "gap", "answers that differ");
    table.row(
        Numbers.text(gaps.orders),
        Numbers.text(gaps.planned),
        Numbers.text(gaps.splitLines),
        Numbers.text(gaps.minor),
        Numbers.text(gaps.differing));
    report.table("Against every plan (gap in minor units, all orders together)", table);
    report.figure("proof_orders", gaps.orders).figure("gap_minor", gaps.minor);
    report.correctness("gap to brute force, minor units", gaps.minor, Relation.EXACTLY, 0);
    report.correctness("answers that differ", gaps.differing, Relation.EXACTLY, 0);
    report.correctness("plans without proof", gaps.unproven, Relation.EXACTLY, 0);
  }

  private void time(Report report, Progress progress, int count) {
    RandomOrders random = new RandomOrders(seed + 1);
    Case[] cases = new Case[count];
    Arrays.setAll(cases, i -> random.next(MAX_LINES, Country.LOCATIONS));
    progress.step("warming up, and nearest first");
    compare(report, cases);
    double[] medians = new double[rounds];
    double[] tails = new double[rounds];
    long[] nanos = new long[count];
    double[][] each = new double[count][rounds];
    for (int round = 0; round < rounds; round++) {
      progress.step("timing round " + (round + 1));
      for (int i = 0; i < count; i++) {
        long start = System.nanoTime();
        Sourcing<Dispatch> answer = Sourcer.source(cases[i].order(), price(cases[i]));
        nanos[i] = System.nanoTime() - start;
        each[i][round] = Numbers.micros(nanos[i]);
        if (answer.alternatives().size() > Country.LOCATIONS) {
          throw new IllegalStateException("more reasons than locations");
        }
      }
      long[] sorted = nanos.clone();
      Arrays.sort(sorted);
      medians[round] = Numbers.micros(sorted[count / 2]);
      tails[round] = Numbers.micros(sorted[(int) (count * 99L / PER_CENT)]);
    }
    double[] own = Arrays.stream(each).mapToDouble(Numbers::median).sorted().toArray();
    double p50 = Numbers.median(medians);
    double p99 = own[(int) (count * 99L / PER_CENT)];
    Table table = new Table("1 to 8 lines, 10 locations", "p50 us", "p99 us", "p99 of rounds us");
    table.row(
        "plan with every reason",
        Numbers.text(p50),
        Numbers.text(p99),
        Numbers.text(Numbers.median(tails)));
    report.table("Time per order (an order's own is the median of its rounds)", table);
    report.note("The last column has what the machine did to single runs in it, too.");
    report.figure("p50_us", p50).figure("p99_us", p99);
    report.figure("p99_of_rounds_us", Numbers.median(tails));
    report.speed("p99 per order, us", p99, Relation.LESS_THAN, BAR_MICROS);
  }

  private void compare(Report report, Case[] cases) {
    long ours = 0;
    long theirs = 0;
    long planned = 0;
    long both = 0;
    long asked = 0;
    for (Case one : cases) {
      Sourcing<Dispatch> answer = Sourcer.source(one.order(), price(one));
      OptionalLong nearest = NearestFirst.cost(one, price(one));
      asked += answer.effort().prices();
      if (answer instanceof Sourcing.Sourced<Dispatch> plan) {
        planned++;
        if (nearest.isPresent()) {
          both++;
          ours += plan.totalMinor();
          theirs += nearest.getAsLong();
        }
      }
    }
    double extra = (double) (theirs - ours) / Math.max(1, both);
    Table table = new Table("same orders, same prices", "plans", "mean cost", "prices asked");
    table.row(
        "exact",
        Numbers.text(planned),
        Numbers.text((double) ours / Math.max(1, both)),
        Numbers.text((double) asked / cases.length));
    table.row(
        "nearest first", Numbers.text(both), Numbers.text((double) theirs / Math.max(1, both)), "");
    report.table("Against nearest first (cost in minor units, where both have a plan)", table);
    report.figure("nearest_extra_minor", extra);
    report.figure("nearest_extra_percent", PER_CENT * (double) (theirs - ours) / Math.max(1, ours));
    report.figure("nearest_without_plan", planned - both);
    report.correctness("mean extra cost of nearest first", Math.round(extra), Relation.AT_LEAST, 0);
  }

  /** What the proof adds up. */
  private static final class Gaps {
    private int orders;
    private int planned;
    private int splitLines;
    private int differing;
    private int unproven;
    private long minor;

    void add(OptionalLong least, Sourcing<Dispatch> answer) {
      orders++;
      if (answer instanceof Sourcing.Sourced<Dispatch> plan) {
        planned++;
        unproven += plan.proven() ? 0 : 1;
        long parts = plan.shipments().stream().mapToLong(one -> one.parts().size()).sum();
        long skus =
            plan.shipments().stream()
                .flatMap(one -> one.parts().stream())
                .map(part -> part.goods().sku())
                .distinct()
                .count();
        splitLines += (int) (parts - skus);
        differing += least.isPresent() ? 0 : 1;
        minor += least.isPresent() ? Math.abs(plan.totalMinor() - least.getAsLong()) : 0;
      } else {
        differing += least.isPresent() ? 1 : 0;
      }
    }
  }
}
