package dev.holdfast.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Counts the answers of one generator thread. Written by that thread, read when it has ended. */
final class Tally {
  private static final int STATUSES = 1000;
  private static final int SAMPLES = 5;
  private static final int SAMPLE_BYTES = 600;
  private static final int DIGITS = 3;
  private static final long LOWEST_NANOS = 1_000;
  private static final long HIGHEST_NANOS = TimeUnit.MINUTES.toNanos(10);

  private final boolean[] expected = new boolean[STATUSES];
  private final long[] byStatus = new long[STATUSES];
  private final Histogram latency = new Histogram(LOWEST_NANOS, HIGHEST_NANOS, DIGITS);
  private final Histogram lag = new Histogram(LOWEST_NANOS, HIGHEST_NANOS, DIGITS);
  private final List<String> samples = new ArrayList<>();
  private long[] inTime = byStatus;
  private long broken;

  Tally(Set<Integer> expected) {
    expected.forEach(status -> this.expected[status] = true);
  }

  void answer(int status, long nanos, ByteBuffer body) {
    int slot = status < STATUSES ? status : 0;
    byStatus[slot]++;
    latency.recordValue(Math.clamp(nanos, 0, HIGHEST_NANOS));
    if (!expected[slot] && samples.size() < SAMPLES) {
      byte[] bytes = new byte[Math.min(body.remaining(), SAMPLE_BYTES)];
      body.get(body.position(), bytes);
      samples.add(status + " " + new String(bytes, StandardCharsets.UTF_8).strip());
    }
  }

  /** A request went out so late although a connection was free: the generator's own delay. */
  void lag(long nanos) {
    lag.recordValue(Math.clamp(nanos, 0, HIGHEST_NANOS));
  }

  /** A request was sent but its connection ended before the answer. */
  void broken(String why) {
    broken++;
    if (samples.size() < SAMPLES) {
      samples.add("no answer: " + why);
    }
  }

  /** The measured time is over: later answers count in the totals, not in the rate. */
  void closeWindow() {
    inTime = byStatus.clone();
  }

  long[] byStatus() {
    return byStatus;
  }

  long[] inTime() {
    return inTime;
  }

  Histogram latency() {
    return latency;
  }

  Histogram lag() {
    return lag;
  }

  List<String> samples() {
    return samples;
  }

  long broken() {
    return broken;
  }
}
