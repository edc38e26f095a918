package dev.holdfast.bench.speed;

import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.instance.Instance;
import dev.holdfast.bench.instance.Stock;
import dev.holdfast.bench.load.LoadResult;
import dev.holdfast.bench.load.Pace;
import dev.holdfast.bench.naive.NaiveBaseline;
import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.ReportingCommand;
import dev.holdfast.bench.report.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Everybody wants the same thing: durable reservations of one position, and the naive way. */
@Command(
    name = "hot-sku",
    description =
        "Durable reservations per second of ONE position through HTTP, against the naive "
            + "transaction (BEGIN, SELECT FOR UPDATE, UPDATE, INSERT, COMMIT) on the same "
            + "database.")
final class HotSku extends ReportingCommand {
  private static final Burst.Position HOT = new Burst.Position("HOT-1", "BENCH");
  private static final long PLENTY = 1_000_000_000L;
  private static final List<Integer> QUICK_CLIENTS = List.of(4, 16, 64);
  private static final int CROWD = 64;
  private static final double COMFORTABLE = 0.5;
  private static final double BAR_BEST = 10;
  private static final double BAR_CROWD = 25;

  @Mixin private final LoadOptions options = new LoadOptions();

  @Override
  protected String commandName() {
    return "bench hot-sku";
  }

  @Override
  protected void measure(Report report, Progress progress) throws Exception {
    progress.expect(3 + 2 * options.rounds(quick()));
    try (Instance instance = Instance.start(progress, keep());
        Api api = instance.api()) {
      instance.describe(report);
      Stock stock = new Stock(api);
      stock.addSkus(List.of(HOT.sku()));
      stock.addLocations(List.of(HOT.location()));
      stock.receive(List.of(HOT.sku()), List.of(HOT.location()), PLENTY);
      Burst burst = new Burst(instance, api, options.clients(), options.threads());
      NaiveRounds naive = new NaiveRounds(new NaiveBaseline(instance.database()), naiveClients());
      List<Burst.Shown> shown = rounds(naive, burst, progress);
      double rate = BurstReport.median(shown, Burst.Shown::perSecond);
      progress.step("open loop at half of that rate");
      LoadResult open =
          burst.run(List.of(HOT), options.time(quick()), Pace.open(rate * COMFORTABLE)).load();
      rates(report, naive, rate);
      latencies(report, shown, open);
      BurstReport.cpu(report, shown);
      BurstReport.surprises(report, shown);
      long reserved = stock.balance(HOT.sku(), HOT.location()).reserved();
      BurstReport.compare(report, burst, reserved);
    }
  }

  private List<Burst.Shown> rounds(NaiveRounds naive, Burst burst, Progress progress)
      throws Exception {
    int turns = options.rounds(quick());
    progress.step("warming both sides up");
    naive.warmUp();
    burst.run(List.of(HOT), options.warmUp(quick()));
    List<Burst.Shown> shown = new ArrayList<>();
    for (int turn = 1; turn <= turns; turn++) {
      progress.step("round " + turn + " of " + turns + ": the naive transaction");
      naive.run(quick() ? Duration.ofMillis(500) : Duration.ofSeconds(3));
      progress.step(
          "round " + turn + " of " + turns + ": Holdfast, " + options.clients() + " clients");
      shown.add(burst.run(List.of(HOT), options.time(quick())));
    }
    return shown;
  }

  private List<Integer> naiveClients() {
    return quick() ? QUICK_CLIENTS : NaiveBaseline.CLIENTS;
  }

  private void rates(Report report, NaiveRounds naive, double rate) {
    Table table = new Table("durable reservations/s of one position", "per second", "Holdfast is");
    for (int count : naiveClients()) {
      double perSecond = naive.median(count);
      table.row("naive, " + count + " clients", Numbers.text(perSecond), times(rate / perSecond));
      report.figure("naive_" + count + "_per_s", perSecond);
    }
    table.row("Holdfast, " + options.clients() + " clients, HTTP", Numbers.text(rate), "");
    report.table("Rates (medians of the rounds)", table);
    report.figure("naive_best_per_s", naive.best());
    report.figure("holdfast_per_s", rate);
    double overBest = rate / naive.best();
    double overCrowd = rate / naive.median(CROWD);
    report.figure("ratio_best", overBest);
    report.figure("ratio_64", overCrowd);
    report.speed("times the naive best", overBest, Relation.AT_LEAST, BAR_BEST);
    report.speed("times naive at 64 clients", overCrowd, Relation.AT_LEAST, BAR_CROWD);
  }

  private static void latencies(Report report, List<Burst.Shown> shown, LoadResult open) {
    Table table = new Table("latency, microseconds", "p50", "p99", "p99.9");
    LoadResult closed = shown.getLast().load();
    row(table, "closed loop, all clients at once", closed);
    row(table, "open loop at half of the rate", open);
    report.table("Latency (the open loop counts from the intended send time)", table);
    report.figure("closed_p50_us", Numbers.micros(closed.latencyNanos(50)));
    report.figure("closed_p99_us", Numbers.micros(closed.latencyNanos(99)));
    report.figure("open_p50_us", Numbers.micros(open.latencyNanos(50)));
    report.figure("open_p99_us", Numbers.micros(open.latencyNanos(99)));
  }

  private static void row(Table table, String name, LoadResult load) {
    table.row(
        name,
        Numbers.text(Numbers.micros(load.latencyNanos(50))),
        Numbers.text(Numbers.micros(load.latencyNanos(99))),
        Numbers.text(Numbers.micros(load.latencyNanos(99.9))));
  }

  private static String times(double ratio) {
    return Numbers.text(Math.round(ratio * 10) / 10.0) + " x";
  }
}
