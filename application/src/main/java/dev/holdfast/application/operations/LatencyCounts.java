package dev.holdfast.application.operations;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How many durations fell into each bucket of {@link Latencies}. Immutable. */
public final class LatencyCounts {
  /** Nothing was counted. */
  static final LatencyCounts NONE = new LatencyCounts(new long[Latencies.BUCKETS]);

  private final long[] counts;
  private final long total;

  LatencyCounts(long[] counts) {
    this.counts = counts;
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    this.total = sum;
  }

  /** How many durations. */
  public long total() {
    return total;
  }

  /** What came after an earlier state of the same counters. */
  LatencyCounts since(LatencyCounts earlier) {
    long[] difference = new long[counts.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = counts[i] - earlier.counts[i];
    }
    return new LatencyCounts(difference);
  }

  /**
   * A duration that so many of a hundred did not exceed; null when there was none. At most a
   * sixteenth too long, never too short.
   */
  @Nullable Duration percentile(double percent) {
    long wanted = Math.max(1, (long) Math.ceil(total * percent / 100));
    long sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += counts[i];
      if (sum >= wanted) {
        return Duration.ofNanos(Latencies.endNanos(i));
      }
    }
    return null;
  }
}
