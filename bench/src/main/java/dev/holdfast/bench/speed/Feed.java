package dev.holdfast.bench.speed;

import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.ReportingCommand;
import dev.holdfast.bench.report.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What following the log costs those who write, and how soon lookups show what they wrote. */
@Command(
    name = "feed",
    description = {
      "Durable reservations per second with the feed of changes on and off, each on a database of",
      "its own, and how long after its commit a change is visible."
    })
final class Feed extends ReportingCommand {
  private static final double BAR_RATIO = 0.95;
  private static final double BAR_VISIBLE_MILLIS = 10;

  @Mixin private final LoadOptions options = new LoadOptions();

  @Option(
      names = "--pairs",
      defaultValue = "2",
      description = {
        "Pairs of fresh servers, because no two JVMs compile alike",
        "(default: ${DEFAULT-VALUE})."
      })
  private int pairs;

  @Option(
      names = "--rate",
      defaultValue = "200",
      description = "Reservations/s of which visibility is measured (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--redis",
      description = {
        "Only how soon a change is visible on an edge in a process of its own, with Redis between",
        "it and the ledger."
      })
  private boolean redis;

  private final Rounds hot = new Rounds();
  private final Rounds wide = new Rounds();
  private final List<Probe.Seen> calm = new ArrayList<>();
  private final List<Probe.Seen> busy = new ArrayList<>();
  private long excess;
  private long unanswered;

  @Override
  protected String commandName() {
    return redis ? "bench feed --redis" : "bench feed";
  }

  @Override
  protected void measure(Report report, Progress progress) throws Exception {
    if (redis) {
      new FeedSplit(options, rate, quick()).measure(report, progress, keep());
      return;
    }
    int count = quick() ? 1 : pairs;
    progress.expect(count * (6 + 2 * options.rounds(quick())));
    for (int pair = 1; pair <= count; pair++) {
      try (FeedSide on = FeedSide.start(progress, keep(), true, options);
          FeedSide off = FeedSide.start(progress, keep(), false, options)) {
        on.describe(report);
        pair("pair " + pair + " of " + count + ": ", on, off, progress);
      }
    }
    rates(report);
    visibility(report);
    report.correctness("in the stores minus acknowledged", excess, Relation.EXACTLY, 0);
    report.correctness("never answered", unanswered, Relation.EXACTLY, 0);
  }

  private void pair(String name, FeedSide on, FeedSide off, Progress progress) throws Exception {
    progress.step(name + "warming both sides up");
    on.warmUp(options.warmUp(quick()));
    off.warmUp(options.warmUp(quick()));
    Duration time = options.time(quick());
    for (int turn = 1; turn <= options.rounds(quick()); turn++) {
      // Who goes first changes, so that a machine that grows slower favours nobody.
      List<FeedSide> order = turn % 2 == 1 ? List.of(on, off) : List.of(off, on);
      progress.step(name + "round " + turn + ", one position");
      for (FeedSide side : order) {
        side.hotRound(time);
      }
      progress.step(name + "round " + turn + ", 10,000 positions");
      for (FeedSide side : order) {
        side.wideRound(time);
      }
    }
    progress.step(name + "visibility at " + rate + "/s");
    calm.add(on.probe(rate, time));
    progress.step(name + "visibility under full load");
    busy.add(on.probeUnderLoad(rate, time));
    progress.step(name + "comparing with the stores");
    hot.add(on.hotRounds(), off.hotRounds());
    wide.add(on.wideRounds(), off.wideRounds());
    excess += Math.abs(on.excess()) + Math.abs(off.excess());
    unanswered += on.unanswered() + off.unanswered();
  }

  /** The rounds of all pairs; the same index is the same round. */
  private static final class Rounds {
    final List<Burst.Shown> on = new ArrayList<>();
    final List<Burst.Shown> off = new ArrayList<>();

    void add(List<Burst.Shown> withFeed, List<Burst.Shown> without) {
      on.addAll(withFeed);
      off.addAll(without);
    }

    double ratio() {
      double[] ratios = new double[on.size()];
      for (int i = 0; i < ratios.length; i++) {
        ratios[i] = on.get(i).perSecond() / off.get(i).perSecond();
      }
      return Numbers.median(ratios);
    }
  }

  private void rates(Report report) {
    Table table =
        new Table("durable reservations/s", "feed on", "feed off", "ratio", "CPU us on", "off");
    row(report, table, "one position", "hot", hot);
    row(report, table, "10,000 positions", "spread", wide);
    report.table(
        "Rates, and CPU per reservation of server and database (medians of the rounds)", table);
    report.speed("one position: on / off", hot.ratio(), Relation.AT_LEAST, BAR_RATIO);
    report.speed("10,000 positions: on / off", wide.ratio(), Relation.AT_LEAST, BAR_RATIO);
    BurstReport.cpu(report, wide.on);
    BurstReport.surprises(report, wide.on);
  }

  private static void row(Report report, Table table, String title, String name, Rounds rounds) {
    double on = BurstReport.median(rounds.on, Burst.Shown::perSecond);
    double off = BurstReport.median(rounds.off, Burst.Shown::perSecond);
    double cpuOn = BurstReport.median(rounds.on, Feed::cpuNanos);
    double cpuOff = BurstReport.median(rounds.off, Feed::cpuNanos);
    table.row(
        title,
        Numbers.text(on),
        Numbers.text(off),
        Numbers.text(rounds.ratio()),
        Numbers.text(Numbers.micros(cpuOn)),
        Numbers.text(Numbers.micros(cpuOff)));
    report.figure(name + "_on_per_s", on);
    report.figure(name + "_off_per_s", off);
    report.figure(name + "_ratio", rounds.ratio());
    report.figure(name + "_cpu_ratio", cpuOff / cpuOn);
  }

  private static double cpuNanos(Burst.Shown shown) {
    return shown.serverNanosPerAnswer() + shown.databaseNanosPerAnswer();
  }

  private void visibility(Report report) {
    Visibility shown = new Visibility(report);
    Histogram calmLag = shown.row(rate + "/s: from the answer", "calm", calm, false);
    shown.row(rate + "/s: from the request", "calm_request", calm, true);
    shown.row("full load: from the answer", "busy", busy, false);
    shown.row("full load: from the request", "busy_request", busy, true);
    shown.show(Visibility.TITLE);
    report.speed(
        "ms from answer to visible, p99 at " + rate + "/s",
        Visibility.millis(calmLag, 99),
        Relation.AT_MOST,
        BAR_VISIBLE_MILLIS);
    long missing = calm.stream().mapToLong(Probe.Seen::missing).sum();
    missing += busy.stream().mapToLong(Probe.Seen::missing).sum();
    report.correctness("acknowledged and never visible", missing, Relation.EXACTLY, 0);
    if (calm.stream().anyMatch(seen -> seen.load().generatorWasTheLimit())) {
      report.note("The generator was the limit: visibility may be better than measured.");
    }
  }
}
