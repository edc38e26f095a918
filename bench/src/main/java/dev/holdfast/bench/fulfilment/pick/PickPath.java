package dev.holdfast.bench.fulfilment.pick;

import dev.holdfast.bench.fulfilment.pick.BatchRuns.Total;
import dev.holdfast.bench.fulfilment.pick.HennOrders.Demand;
import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.ReportingCommand;
import dev.holdfast.bench.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shortest walks beside Held-Karp and beside pickers' habits; batches beside first come. */
@Command(
    name = "pickpath",
    description = "Shortest walks against every order of stops; batches against first-come lists.")
public final class PickPath extends ReportingCommand {
  private static final int[] ORDERS = {20, 40, 60, 80, 100};
  private static final int[] QUICK_ORDERS = {20, 60};
  private static final int[] CAPACITIES = {30, 45, 60, 75};
  private static final int MOST_BLOCKS = 4;
  private static final int LISTS = 3_000;
  private static final int QUICK_LISTS = 150;
  private static final double BAR_PERCENT = -27;
  private static final double BAR_MILLIS = 1_000;
  private static final double PERCENT = 100;

  private final BatchRuns runs = new BatchRuns();

  @Option(
      names = "--sets",
      defaultValue = "5",
      description = "Sets of orders per table cell (default: ${DEFAULT-VALUE}).")
  private int sets;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Where the random lists and orders begin (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Override
  protected String commandName() {
    return "bench pickpath";
  }

  @Override
  protected void measure(Report report, Progress progress) {
    progress.expect(MOST_BLOCKS + 2 * Demand.values().length);
    prove(report, progress);
    for (Demand demand : Demand.values()) {
      progress.step("walking by habit, demand " + name(demand));
      Table table = new HabitTable().of(demand, lists(), seed);
      report.table("Walks by habit against the shortest; demand " + name(demand), table);
    }
    batches(report, progress);
  }

  private int lists() {
    return quick() ? QUICK_LISTS : LISTS;
  }

  private void prove(Report report, Progress progress) {
    Table table =
        new Table("blocks", "lists", "longer than the shortest", "mean gap %", "worst gap %");
    int faulty = 0;
    for (int blocks = 1; blocks <= MOST_BLOCKS; blocks++) {
      progress.step("trying every order of stops, " + blocks + " blocks");
      Proof proof = Proof.of(lists(), blocks, seed + blocks);
      faulty += proof.faulty;
      table.row(
          Integer.toString(blocks),
          Numbers.text(proof.lists),
          Numbers.text(proof.longer),
          Numbers.text(proof.meanGap),
          Numbers.text(proof.worstGap));
      report.figure("gap_percent_" + blocks + "_blocks", proof.meanGap);
      report.correctness(
          "lists of " + blocks + " blocks whose walk is not the shortest",
          proof.longer,
          Relation.EXACTLY,
          0);
    }
    report.table("Walks of 1 to " + Proof.MOST_STOPS + " stops against Held-Karp", table);
    report.correctness("walks that are broken or miss a slot", faulty, Relation.EXACTLY, 0);
  }

  private void batches(Report report, Progress progress) {
    runs.run(2, ORDERS[1], CAPACITIES[1], Demand.UNIFORM, seed);
    Total all = Total.NONE;
    for (Demand demand : Demand.values()) {
      progress.step("batching, demand " + name(demand));
      Table table = new Table("orders", "30 items", "45 items", "60 items", "75 items", "CPU ms");
      Total ofDemand = Total.NONE;
      for (int orders : quick() ? QUICK_ORDERS : ORDERS) {
        ofDemand = ofDemand.plus(row(orders, demand, table));
      }
      report.table("All walks against first come, S-shaped; demand " + name(demand), table);
      report.figure(
          "batching_percent_" + demand.name().toLowerCase(Locale.ROOT), ofDemand.percent());
      all = all.plus(ofDemand);
    }
    double worst = TimeUnit.NANOSECONDS.toMillis(all.worstNanos());
    report.figure("batching_percent", all.percent());
    report.figure("batching_worst_ms", worst);
    report.correctness("sets with an order lost or doubled", all.wrong(), Relation.EXACTLY, 0);
    report.speed("all walks against first come, %", all.percent(), Relation.AT_MOST, BAR_PERCENT);
    report.speed("longest batching of 20 to 100 orders, ms", worst, Relation.AT_MOST, BAR_MILLIS);
  }

  private Total row(int orders, Demand demand, Table table) {
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(orders));
    Total row = Total.NONE;
    for (int capacity : CAPACITIES) {
      Total cell = runs.run(quick() ? 1 : sets, orders, capacity, demand, seed);
      cells.add(percent(cell.oursMm(), cell.baselineMm()));
      row = row.plus(cell);
    }
    cells.add(Numbers.text(TimeUnit.NANOSECONDS.toMillis(row.cpuNanos() / row.sets())));
    table.row(cells.toArray(String[]::new));
    return row;
  }

  /** How much longer something is than something else, such as {@code -27.3 %}. */
  static String percent(long length, long than) {
    return String.format(Locale.ROOT, "%+.1f %%", PERCENT * (length - than) / than);
  }

  private static String name(Demand demand) {
    return demand.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
