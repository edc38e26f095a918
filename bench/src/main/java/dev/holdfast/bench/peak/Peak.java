package dev.holdfast.bench.peak;

import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.instance.Cpus;
import dev.holdfast.bench.instance.Instance;
import dev.holdfast.bench.instance.InstanceException;
import dev.holdfast.bench.instance.ServeOptions;
import dev.holdfast.bench.instance.Stock;
import dev.holdfast.bench.load.LoadResult;
import dev.holdfast.bench.load.TemplateSource;
import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.ReportingCommand;
import dev.holdfast.bench.report.Table;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A whole payday: what does a shopper wait in the worst minute? */
@Command(
    name = "peak",
    description = {
      "Replays a day with payday at ten times the ordinary traffic, its busiest minute at 70 %% of",
      "the capacity that was found before: latency from the instant at which each request was due."
    })
public final class Peak extends ReportingCommand {
  private static final int SKUS = 2_000;
  private static final int QUICK_SKUS = 200;
  private static final double SHARE = 0.7;
  private static final int COMPARED_CONNECTIONS = 32;

  /** A generator that is this late in one of a thousand requests cannot judge anybody. */
  private static final double LAG_LIMIT_MILLIS = 10;

  /** A void run is repeated; a machine that voids so many measures nothing. */
  private static final int ATTEMPTS = 3;

  @Option(names = "--trace", description = "A trace of your own; see bench/README.md for its form.")
  private @Nullable Path traceFile;

  @Option(
      names = "--write-trace",
      description = "Write the trace that is replayed to this file, to look at or to change.")
  private @Nullable Path writeTo;

  @Option(
      names = "--seconds",
      defaultValue = "120",
      description = "Seconds that the whole trace takes (default: ${DEFAULT-VALUE}).")
  private int seconds;

  private final List<Double> fromMemory = new ArrayList<>();
  private final List<Double> fromStore = new ArrayList<>();

  @Override
  protected String commandName() {
    return "bench peak";
  }

  @Override
  protected void measure(Report report, Progress progress) throws Exception {
    Trace trace = traceFile == null ? PaydayModel.trace() : Trace.read(traceFile);
    if (writeTo != null) {
      Files.write(writeTo, trace.lines(), StandardCharsets.UTF_8);
    }
    progress.expect(6 + 2 * turns());
    Cpus.others().keepThisProcess();
    if (!Cpus.canBeChosen()) {
      report.note("Processes could not be kept on a core each: the generator may lag.");
    }
    try (Instance instance =
            Instance.start(progress, keep(), ServeOptions.DEFAULT.on(Cpus.first()));
        Api api = instance.api()) {
      instance.describe(report);
      progress.step("filling a shop");
      Shop shop = Shop.filled(api, quick() ? QUICK_SKUS : SKUS);
      Traffic traffic = new Traffic(api.base());
      day(report, progress, shop, traffic, searchable(report, shop, trace));
      compare(report, progress, shop, traffic);
      progress.step("comparing with the store");
      long inStore = new Stock(api).reservedInAll();
      report.correctness(
          "reserved in the store minus acknowledged",
          inStore - traffic.reserved(),
          Relation.EXACTLY,
          0);
      report.correctness("never answered", traffic.unanswered(), Relation.EXACTLY, 0);
    }
  }

  private static Trace searchable(Report report, Shop shop, Trace trace) throws Exception {
    if (shop.searches()) {
      return trace;
    }
    report.note("This server has no search: the searches of the trace are left out.");
    return trace.without(Kind.SEARCH);
  }

  private int turns() {
    return quick() ? 1 : 3;
  }

  private Duration time() {
    return quick() ? Duration.ofSeconds(8) : Duration.ofSeconds(seconds);
  }

  private void day(Report report, Progress progress, Shop shop, Traffic traffic, Trace trace)
      throws Exception {
    double capacity = capacity(report, progress, shop, traffic, trace.peak());
    Replay replay = Replay.of(trace, capacity * SHARE, time());
    for (int attempt = 1; ; attempt++) {
      progress.step("replaying the day, " + Numbers.text(replay.count()) + " requests");
      // A key that was used before would only repeat what it did before.
      Mix mix = new Mix(shop.requests(), replay.kinds());
      LoadResult load = traffic.replay(replay, mix, mix, time());
      double lag = PeakReport.lagMillis(load);
      boolean lagged = lag > LAG_LIMIT_MILLIS || load.generatorWasTheLimit();
      String late =
          ("the generator itself was late by %s ms in one of a thousand requests (limit: %s)"
                  + " and busy for %s of the time")
              .formatted(
                  Numbers.text(lag),
                  Numbers.text(LAG_LIMIT_MILLIS),
                  Numbers.text(load.generatorLoad()));
      if (lagged) {
        report.note("Void: " + late + ".");
      }
      if (!lagged || (quick() && attempt == ATTEMPTS)) {
        PeakReport.show(report, mix, load, replay.count(), capacity * SHARE, time());
        return;
      }
      if (attempt == ATTEMPTS) {
        throw new InstanceException(
            "All %d runs are void: %s. Give the machine nothing else to do and try again."
                .formatted(ATTEMPTS, late));
      }
    }
  }

  /** The best rate of a closed loop over more and more connections, at the mix of the peak. */
  private double capacity(
      Report report, Progress progress, Shop shop, Traffic traffic, Trace.Row busiest)
      throws Exception {
    progress.step("warming the server up");
    traffic.closed(
        Mix.of(shop.requests(), busiest),
        COMPARED_CONNECTIONS,
        Duration.ofSeconds(quick() ? 3 : 20));
    progress.step("finding its capacity");
    Table table = new Table("connections", "per second", "p50 ms", "p99 ms");
    double best = 0;
    for (int connections : quick() ? List.of(16, 64) : List.of(8, 32, 128, 256)) {
      Mix mix = Mix.of(shop.requests(), busiest);
      LoadResult load = traffic.closed(mix, connections, Duration.ofMillis(quick() ? 1500 : 5000));
      double rate = Traffic.perSecond(load);
      best = Math.max(best, rate);
      table.row(
          Integer.toString(connections),
          Numbers.text(rate),
          Numbers.text(PeakReport.millis(load.latencyNanos(50))),
          Numbers.text(PeakReport.millis(load.latencyNanos(99))));
      if (load.generatorWasTheLimit()) {
        report.note("The generator was the limit at " + connections + " connections.");
      }
      load.unexpected().forEach(answer -> report.note("Unexpected: " + answer));
    }
    report.table("Capacity, at the mix of the busiest minute (closed loop)", table);
    report.figure("capacity_per_s", best);
    return best;
  }

  /** The same lookups from memory and from the store, one after the other. */
  private void compare(Report report, Progress progress, Shop shop, Traffic traffic)
      throws Exception {
    Duration turn = quick() ? Duration.ofSeconds(1) : Duration.ofSeconds(4);
    TemplateSource memory = shop.lookups(false);
    TemplateSource store = shop.lookups(true);
    traffic.closed(store, COMPARED_CONNECTIONS, turn);
    for (int i = 1; i <= turns(); i++) {
      progress.step("lookups from memory, round " + i);
      fromMemory.add(Traffic.perSecond(traffic.closed(memory, COMPARED_CONNECTIONS, turn)));
      progress.step("lookups from the store, round " + i);
      fromStore.add(Traffic.perSecond(traffic.closed(store, COMPARED_CONNECTIONS, turn)));
    }
    double[] ratios = new double[turns()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = fromMemory.get(i) / fromStore.get(i);
    }
    double ratio = Numbers.median(ratios);
    report.figure("lookups_memory_per_s", median(fromMemory));
    report.figure("lookups_store_per_s", median(fromStore));
    report.figure("memory_over_store", ratio);
    report.table(
        "Lookups alone, closed loop",
        new Table("", "per second", "times")
            .row("from memory", Numbers.text(median(fromMemory)), Numbers.text(ratio))
            .row("from the store (GET /v1/positions?sku=)", Numbers.text(median(fromStore)), ""));
  }

  private static double median(List<Double> rounds) {
    return Numbers.median(rounds.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
