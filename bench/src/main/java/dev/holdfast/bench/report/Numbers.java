package dev.holdfast.bench.report;

import java.util.Arrays;
import java.util.Locale;

/** Turns measured numbers into text that a person can read, and rounds into one number. */
public final class Numbers {
  /** From here on fractions are noise. */
  private static final double WHOLE_FROM = 1_000;

  private Numbers() {}

  /** Whole numbers grouped in thousands, others with two or three significant decimals. */
  public static String text(double value) {
    if (!Double.isFinite(value)) {
      return "none";
    }
    if (value == Math.rint(value) || Math.abs(value) >= WHOLE_FROM) {
      return String.format(Locale.ROOT, "%,d", Math.round(value));
    }
    return String.format(Locale.ROOT, Math.abs(value) < 1 ? "%.3f" : "%.2f", value);
  }

  /** Whole numbers grouped in thousands. */
  public static String text(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** Nanoseconds as microseconds, such as {@code 412.5}. */
  public static double micros(double nanos) {
    return Math.round(nanos / 100.0) / 10.0;
  }

  /** Nanoseconds as microseconds, such as {@code 412.5}. */
  public static double micros(long nanos) {
    return micros((double) nanos);
  }

  /** The middle of several rounds; the mean of the two middle ones when their count is even. */
  public static double median(double... rounds) {
    if (rounds.length == 0) {
      throw new IllegalArgumentException("A median needs at least one round.");
    }
    double[] sorted = rounds.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
