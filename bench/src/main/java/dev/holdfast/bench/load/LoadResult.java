package dev.holdfast.bench.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What a run of the generator brought: answers by status, latency, and its own use of the CPU. */
public final class LoadResult {
  private static final double NANOS_PER_SECOND = 1e9;

  /** A thread that computes for this share of the time has no slack left. */
  private static final double SATURATED = 0.9;

  private final long[] byStatus;
  private final long[] inTime;
  private final Histogram latency;
  private final Histogram lag;
  private final List<String> samples = new ArrayList<>();
  private final int threads;
  private final long windowNanos;
  private final long cpuNanos;
  private long broken;

  LoadResult(List<LoadLoop> loops, long windowNanos, long cpuNanos) {
    this.threads = loops.size();
    this.windowNanos = windowNanos;
    this.cpuNanos = cpuNanos;
    Tally first = loops.getFirst().tally();
    byStatus = new long[first.byStatus().length];
    inTime = new long[byStatus.length];
    latency = first.latency().copy();
    latency.reset();
    lag = first.lag().copy();
    lag.reset();
    for (LoadLoop loop : loops) {
      add(loop.tally());
    }
  }

  private void add(Tally tally) {
    for (int status = 0; status < byStatus.length; status++) {
      byStatus[status] += tally.byStatus()[status];
      inTime[status] += tally.inTime()[status];
    }
    latency.add(tally.latency());
    lag.add(tally.lag());
    samples.addAll(tally.samples());
    broken += tally.broken();
  }

  /** Answers with this status, also those that came after the measured time. */
  public long answers(int status) {
    return byStatus[status];
  }

  /** Answers whose status is from {@code from} to {@code to}, both inclusive. */
  public long answers(int from, int to) {
    long sum = 0;
    for (int status = from; status <= to; status++) {
      sum += byStatus[status];
    }
    return sum;
  }

  /** All answers. */
  public long answers() {
    return answers(0, byStatus.length - 1);
  }

  /** Requests that were sent and never answered: their outcome is unknown. */
  public long broken() {
    return broken;
  }

  /** Answers with this status per second of the measured time. */
  public double perSecond(int status) {
    return inTime[status] * NANOS_PER_SECOND / windowNanos;
  }

  /** Latency in nanoseconds at a percentile, from the instant a request was due to be sent. */
  public long latencyNanos(double percentile) {
    return latency.getValueAtPercentile(percentile);
  }

  /** The longest latency in nanoseconds. */
  public long maxLatencyNanos() {
    return latency.getMaxValue();
  }

  /**
   * How late the generator itself was in an open loop, in nanoseconds at a percentile: from when a
   * request was due and a connection free until it was sent.
   */
  public long lagNanos(double percentile) {
    return lag.getValueAtPercentile(percentile);
  }

  /** The measured time. */
  public Duration window() {
    return Duration.ofNanos(windowNanos);
  }

  /** CPU time that the generator used per answer, nanoseconds. */
  public double generatorNanosPerAnswer() {
    return (double) cpuNanos / Math.max(1, answers());
  }

  /** Share of the time for which the generator's threads computed, 0 to 1. */
  public double generatorLoad() {
    return (double) cpuNanos / ((double) windowNanos * threads);
  }

  /** Whether the generator had no slack left, so that the server may be faster than measured. */
  public boolean generatorWasTheLimit() {
    return generatorLoad() >= SATURATED;
  }

  /** The first few unexpected answers, as text. */
  public List<String> unexpected() {
    return List.copyOf(samples);
  }

  /** The counts in one line, such as {@code 201: 1000, 409: 3, unanswered: 1}. */
  public String counts() {
    List<String> parts = new ArrayList<>();
    for (int status = 0; status < byStatus.length; status++) {
      if (byStatus[status] > 0) {
        parts.add(status + ": " + byStatus[status]);
      }
    }
    if (broken > 0) {
      parts.add("unanswered: " + broken);
    }
    return parts.isEmpty() ? "no answers" : String.join(", ", parts);
  }
}
