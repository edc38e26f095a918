package dev.holdfast.bench.speed;

import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.rival.Redis;
import dev.holdfast.bench.rival.Rival;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** How soon an edge in a process of its own shows a change, beside one process that does all. */
final class FeedSplit {
  private static final double BAR_MILLIS = 50;
  private static final String LOG = "redis.log";

  private final LoadOptions options;
  private final int rate;
  private final boolean quick;
  private final List<Probe.Seen> split = new ArrayList<>();
  private final List<Probe.Seen> whole = new ArrayList<>();

  FeedSplit(LoadOptions options, int rate, boolean quick) {
    this.options = options;
    this.rate = rate;
    this.quick = quick;
  }

  void measure(Report report, Progress progress, boolean keep) throws Exception {
    progress.expect(2 + 2 * (1 + options.rounds(quick)));
    String program = Rival.find("redis-server", Redis.PACKAGE);
    report.version("redis", Rival.version(program, "--version"));
    Path folder = Files.createTempDirectory("holdfast-redis-");
    try (Rival redis = Redis.start(folder)) {
      try (FeedSide side = FeedSide.split(progress, keep, redis, options)) {
        side.describe(report);
        probe(progress, "ledger, Redis, edge", side, split);
        report.correctness("in the store minus acknowledged", side.excess(), Relation.EXACTLY, 0);
      }
      try (FeedSide side = FeedSide.start(progress, keep, true, options)) {
        probe(progress, "one process", side, whole);
      }
    } finally {
      delete(folder);
    }
    show(report);
  }

  private void probe(Progress progress, String name, FeedSide side, List<Probe.Seen> seen)
      throws IOException, InterruptedException {
    progress.step(name + ": warming up");
    side.warmUp(options.warmUp(quick));
    Duration time = options.time(quick);
    for (int turn = 1; turn <= options.rounds(quick); turn++) {
      progress.step(name + ": visibility at " + rate + "/s, round " + turn);
      seen.add(side.probe(rate, time));
    }
  }

  private void show(Report report) {
    Visibility shown = new Visibility(report);
    Histogram lag = shown.row("through Redis: from the answer", "split", split, false);
    shown.row("through Redis: from the request", "split_request", split, true);
    shown.row("one process: from the answer", "whole", whole, false);
    shown.row("one process: from the request", "whole_request", whole, true);
    shown.show(Visibility.TITLE + ", at " + rate + " reservations/s");
    report.speed(
        "ms from answer to visible through Redis, p99",
        Visibility.millis(lag, 99),
        Relation.AT_MOST,
        BAR_MILLIS);
    long missing =
        split.stream().mapToLong(Probe.Seen::missing).sum()
            + whole.stream().mapToLong(Probe.Seen::missing).sum();
    report.correctness("acknowledged and never visible", missing, Relation.EXACTLY, 0);
    if (split.stream().anyMatch(seen -> seen.load().generatorWasTheLimit())) {
      report.note("The generator was the limit: visibility may be better than measured.");
    }
  }

  private static void delete(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(LOG));
    Files.deleteIfExists(folder);
  }
}
