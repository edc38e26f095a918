package dev.holdfast.application.operations;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Counts durations in buckets, a sixteenth of their value wide. Buckets that are linear within each
 * power of two are HdrHistogram's (Tene 2012); this one is smaller because nobody asks it for more
 * than two digits.
 *
 * <p>Safe for any number of threads. {@link #add} is one atomic increment, which costs a few
 * nanoseconds as long as threads do not share the object: give each event loop its own and sum them
 * with {@link #sum}.
 */
public final class Latencies {
  /** Durations are counted in units of 1,024 ns: a shift instead of a division. */
  private static final int UNIT_BITS = 10;

  /** 16 buckets for each power of two: what is told is at most 6.25 % too much. */
  private static final int STEP_BITS = 4;

  private static final int STEPS = 1 << STEP_BITS;

  /**
   * 2^26 units are 68 s, longer than anybody waits for an answer; what is longer counts as that.
   */
  private static final int MAX_BITS = 26;

  static final int BUCKETS = (MAX_BITS - STEP_BITS + 1) * STEPS;

  private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);

  /** Counts a duration; a negative one as none. */
  public void add(long nanos) {
    counts.getAndIncrement(bucket(nanos));
  }

  /** Everything that was counted so far. */
  public LatencyCounts counts() {
    long[] now = new long[BUCKETS];
    addTo(now);
    return new LatencyCounts(now);
  }

  /** Everything that several have counted so far. */
  public static LatencyCounts sum(Collection<Latencies> all) {
    long[] sum = new long[BUCKETS];
    all.forEach(one -> one.addTo(sum));
    return new LatencyCounts(sum);
  }

  private void addTo(long[] sum) {
    for (int i = 0; i < BUCKETS; i++) {
      sum[i] += counts.getOpaque(i);
    }
  }

  static int bucket(long nanos) {
    long units = Math.max(0, nanos) >>> UNIT_BITS;
    if (units >= 1L << MAX_BITS) {
      return BUCKETS - 1;
    }
    int shift = Math.max(0, Long.SIZE - 1 - STEP_BITS - Long.numberOfLeadingZeros(units | 1));
    return (shift << STEP_BITS) + (int) (units >>> shift);
  }

  /** The first duration that is too long for a bucket. */
  static long endNanos(int bucket) {
    int shift = Math.max(0, (bucket >>> STEP_BITS) - 1);
    long units = bucket - ((long) shift << STEP_BITS);
    return (units + 1) << shift << UNIT_BITS;
  }
}
