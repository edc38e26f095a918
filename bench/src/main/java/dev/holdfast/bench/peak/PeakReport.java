package dev.holdfast.bench.peak;

import dev.holdfast.bench.load.LoadResult;
import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.Table;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** Writes a replayed day into a report. */
final class PeakReport {
  private static final double BAR_MILLIS = 250;
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double LAG_PERCENTILE = 99.9;

  private PeakReport() {}

  /** Shows a replayed day and judges it. */
  static void show(
      Report report,
      Mix mix,
      LoadResult load,
      long requests,
      double busiestPerSecond,
      Duration time) {
    Table table = kinds(report, mix);
    table.row(
        "all",
        Numbers.text(load.answers()),
        Numbers.text(millis(load.latencyNanos(50))),
        Numbers.text(millis(load.latencyNanos(99))),
        Numbers.text(millis(load.latencyNanos(99.9))),
        Numbers.text(millis(load.maxLatencyNanos())));
    report.table(
        "A payday in %s s, its busiest minute at %s requests/s"
            .formatted(Numbers.text(time.toSeconds()), Numbers.text(busiestPerSecond)),
        table);
    report.note(
        "The generator was late by %s ms in one of a thousand requests, busy for %s of the time."
            .formatted(Numbers.text(lagMillis(load)), Numbers.text(load.generatorLoad())));
    load.unexpected().forEach(answer -> report.note("Unexpected: " + answer));
    report.figure("requests", requests);
    report.figure("p50_ms", millis(load.latencyNanos(50)));
    report.figure("p99_ms", millis(load.latencyNanos(99)));
    report.figure("p999_ms", millis(load.latencyNanos(99.9)));
    report.figure("max_ms", millis(load.maxLatencyNanos()));
    report.figure("generator_lag_p999_ms", lagMillis(load));
    report.speed(
        "ms at p99.9, at 70 % of capacity",
        millis(load.latencyNanos(99.9)), Relation.LESS_THAN, BAR_MILLIS);
    report.correctness("errors", Traffic.errors(load, requests), Relation.EXACTLY, 0);
  }

  private static Table kinds(Report report, Mix mix) {
    Table table =
        new Table("from the intended send time, ms", "requests", "p50", "p99", "p99.9", "max");
    for (Kind kind : Kind.values()) {
      Histogram latency = mix.latency(kind);
      if (latency.getTotalCount() > 0) {
        table.row(
            kind.column(),
            Numbers.text(latency.getTotalCount()),
            Numbers.text(millis(latency.getValueAtPercentile(50))),
            Numbers.text(millis(latency.getValueAtPercentile(99))),
            Numbers.text(millis(latency.getValueAtPercentile(99.9))),
            Numbers.text(millis(latency.getMaxValue())));
        report.figure(kind.column() + "_p999_ms", millis(latency.getValueAtPercentile(99.9)));
      }
    }
    return table;
  }

  /** How late the generator itself was in one of a thousand requests. */
  static double lagMillis(LoadResult load) {
    return millis(load.lagNanos(LAG_PERCENTILE));
  }

  static double millis(long nanos) {
    return nanos / NANOS_PER_MILLI;
  }
}
