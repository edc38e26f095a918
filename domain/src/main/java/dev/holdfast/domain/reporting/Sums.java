package dev.holdfast.domain.reporting;

import java.util.Arrays;

/** Sums of every measure. Changes in place; not safe for several threads. */
public final class Sums {
  private final long[] values = new long[Measure.count()];

  public long get(Measure measure) {
    return values[measure.number()];
  }

  /** Adds to one measure. */
  public Sums add(Measure measure, long value) {
    values[measure.number()] = Math.addExact(values[measure.number()], value);
    return this;
  }

  /** Adds all of the others, times a sign or factor. */
  public Sums add(Sums others, long factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.addExact(values[i], Math.multiplyExact(others.values[i], factor));
    }
    return this;
  }

  public boolean isZero() {
    for (long value : values) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  /** A copy, in the order of {@link Measure}. */
  public long[] toArray() {
    return values.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sums sums && Arrays.equals(values, sums.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Measure measure : Measure.values()) {
      if (get(measure) != 0) {
        text.append(text.isEmpty() ? "" : ", ").append(measure.label()).append(' ');
        text.append(get(measure));
      }
    }
    return text.toString();
  }
}
