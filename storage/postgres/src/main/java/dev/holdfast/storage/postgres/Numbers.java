package dev.holdfast.storage.postgres;

import java.util.Arrays;

/** A growing array of longs. */
final class Numbers {
  private long[] values;
  private int size;

  Numbers(int expected) {
    values = new long[Math.max(8, expected)];
  }

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  long[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
