package dev.holdfast.bench.speed;

import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.instance.Instance;
import dev.holdfast.bench.instance.Stock;
import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.ReportingCommand;
import dev.holdfast.bench.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Heat costs little: the rate of one position beside the rate of ten thousand. */
@Command(
    name = "spread",
    description = "Durable reservations per second over 10,000 positions, beside one position.")
final class Spread extends ReportingCommand {
  private static final int SKUS = 100;
  private static final int LOCATIONS = 100;
  private static final long PLENTY = 1_000_000_000L;
  private static final double BAR = 0.8;

  @Mixin private final LoadOptions options = new LoadOptions();

  @Override
  protected String commandName() {
    return "bench spread";
  }

  @Override
  protected void measure(Report report, Progress progress) throws Exception {
    int turns = options.rounds(quick());
    progress.expect(3 + 2 * turns);
    try (Instance instance = Instance.start(progress, keep());
        Api api = instance.api()) {
      instance.describe(report);
      progress.step("stocking " + SKUS * LOCATIONS + " positions");
      Stock stock = new Stock(api);
      List<Burst.Position> wide = stocked(stock);
      List<Burst.Position> hot = List.of(wide.getFirst());
      Burst burst = new Burst(instance, api, options.clients(), options.threads());
      List<Burst.Shown> hotRounds = new ArrayList<>();
      List<Burst.Shown> wideRounds = new ArrayList<>();
      progress.step("warming both sides up");
      burst.run(hot, options.warmUp(quick()));
      burst.run(wide, options.warmUp(quick()));
      for (int turn = 1; turn <= turns; turn++) {
        progress.step("round " + turn + " of " + turns + ": one position");
        hotRounds.add(burst.run(hot, options.time(quick())));
        progress.step("round " + turn + " of " + turns + ": " + wide.size() + " positions");
        wideRounds.add(burst.run(wide, options.time(quick())));
      }
      rates(report, hotRounds, wideRounds);
      BurstReport.cpu(report, wideRounds);
      BurstReport.surprises(
          report, Stream.of(hotRounds, wideRounds).flatMap(List::stream).toList());
      BurstReport.compare(report, burst, stock.reservedInAll());
    }
  }

  static List<Burst.Position> stocked(Stock stock) throws Exception {
    List<String> skus = IntStream.range(0, SKUS).mapToObj(n -> "WIDE-" + n).toList();
    List<String> locations = IntStream.range(0, LOCATIONS).mapToObj(n -> "L" + n).toList();
    stock.addSkus(skus);
    stock.addLocations(locations);
    stock.receive(skus, locations, PLENTY);
    return skus.stream()
        .flatMap(sku -> locations.stream().map(location -> new Burst.Position(sku, location)))
        .toList();
  }

  private static void rates(Report report, List<Burst.Shown> hot, List<Burst.Shown> wide) {
    double hotRate = BurstReport.median(hot, Burst.Shown::perSecond);
    double wideRate = BurstReport.median(wide, Burst.Shown::perSecond);
    Table table = new Table("durable reservations/s", "per second", "p50 us", "p99 us");
    row(table, "one position", hotRate, hot);
    row(table, "10,000 positions", wideRate, wide);
    report.table("Rates (medians of the rounds)", table);
    report.figure("hot_per_s", hotRate);
    report.figure("spread_per_s", wideRate);
    report.figure("ratio", hotRate / wideRate);
    report.speed("hot rate / spread rate", hotRate / wideRate, Relation.AT_LEAST, BAR);
  }

  private static void row(Table table, String name, double rate, List<Burst.Shown> rounds) {
    table.row(
        name,
        Numbers.text(rate),
        Numbers.text(micros(rounds, 50)),
        Numbers.text(micros(rounds, 99)));
  }

  private static double micros(List<Burst.Shown> rounds, double percentile) {
    return Numbers.micros(
        BurstReport.median(rounds, round -> round.load().latencyNanos(percentile)));
  }
}
