package dev.holdfast.bench.peak;

import dev.holdfast.bench.instance.InstanceException;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * When which request of a replayed day is due: a Poisson process whose rate follows the trace,
 * compressed into a shorter time and scaled so that the trace's busiest row reaches a given rate.
 * The same trace, rate and time give the same requests in every run. Immutable.
 */
final class Replay {
  /** Twelve bytes each, and copies: what the generator holds stays below a gigabyte. */
  private static final int MAX_REQUESTS = 20_000_000;

  private static final int FIRST_CAPACITY = 1 << 16;
  private static final long SEED = 20_261_120L;
  private static final double NANOS_PER_SECOND = 1e9;

  private long[] dueNanos = new long[FIRST_CAPACITY];
  private Kind[] kinds = new Kind[FIRST_CAPACITY];
  private int count;

  private Replay() {}

  /**
   * Plans a day.
   *
   * @param peakPerSecond requests per second of the busiest row
   * @param time what the whole trace takes
   */
  static Replay of(Trace trace, double peakPerSecond, Duration time) {
    Replay replay = new Replay();
    SplittableRandom random = new SplittableRandom(SEED);
    double scale = peakPerSecond / trace.peak().total();
    long first = trace.rows().getFirst().second();
    double nanosPerSecond = (double) time.toNanos() / (trace.endSecond() - first);
    double untilNext = exponential(random);
    for (int i = 0; i < trace.rows().size(); i++) {
      Trace.Row row = trace.rows().get(i);
      boolean last = i + 1 == trace.rows().size();
      long ends = last ? trace.endSecond() : trace.rows().get(i + 1).second();
      double from = (row.second() - first) * nanosPerSecond;
      double expected =
          row.total() * scale * (ends - row.second()) * nanosPerSecond / NANOS_PER_SECOND;
      double done = 0;
      while (untilNext <= expected - done) {
        done += untilNext;
        double into = done / expected * (ends - row.second()) * nanosPerSecond;
        replay.add((long) (from + into), row.kindAt(random.nextDouble() * row.total()));
        untilNext = exponential(random);
      }
      untilNext -= expected - done;
    }
    return replay;
  }

  /** The gap to the next event of a Poisson process of rate 1. */
  private static double exponential(SplittableRandom random) {
    return -Math.log(1 - random.nextDouble());
  }

  private void add(long due, Kind kind) {
    if (count == MAX_REQUESTS) {
      throw new InstanceException(
          "The day has more than " + MAX_REQUESTS + " requests. Replay it in fewer --seconds.");
    }
    if (count == kinds.length) {
      dueNanos = Arrays.copyOf(dueNanos, count * 2);
      kinds = Arrays.copyOf(kinds, count * 2);
    }
    dueNanos[count] = due;
    kinds[count++] = kind;
  }

  int count() {
    return count;
  }

  /** When each request is due, nanoseconds after the start. */
  long[] dueNanos() {
    return Arrays.copyOf(dueNanos, count);
  }

  /** What each request is. */
  Kind[] kinds() {
    return Arrays.copyOf(kinds, count);
  }
}
