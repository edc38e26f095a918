package dev.holdfast.application.operations;

import dev.holdfast.application.operations.Reading.Gauges;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the node fared between two readings. What nothing happened to measure by is null.
 *
 * @param at the end of the time
 * @param gauges at that moment
 */
public record Sample(Instant at, Rates rates, Times times, Gauges gauges) {
  /** Per second. */
  public record Rates(double lookups, double commands, double refusals, double unknowns) {}

  /**
   * What half, or all but a hundredth, did not exceed.
   *
   * @param batchSizeMean commands in one transaction
   */
  public record Times(
      @Nullable Duration commandP50,
      @Nullable Duration commandP99,
      @Nullable Duration lookupP99,
      @Nullable Double batchSizeMean) {}

  /** What happened between two readings of the same node. */
  static Sample between(Reading earlier, Reading later) {
    double seconds = Math.max(1, later.nanos() - earlier.nanos()) / 1e9;
    LatencyCounts lookups = later.lookups().since(earlier.lookups());
    CommandMeter.Counts commands = later.commands().since(earlier.commands());
    long written = commands.latencies().total();
    return new Sample(
        later.at(),
        new Rates(
            lookups.total() / seconds,
            written / seconds,
            commands.refusals() / seconds,
            commands.unknowns() / seconds),
        new Times(
            commands.latencies().percentile(50),
            commands.latencies().percentile(99),
            lookups.percentile(99),
            commands.batches() == 0 ? null : (double) written / commands.batches()),
        later.gauges());
  }
}
