package dev.holdfast.domain.fulfilment.carton;

import java.util.Arrays;

/**
 * How far units can reach along each axis when they stand in a row: for every length the largest
 * sum of extents that is at most that, and the smallest extent. The same for all cartons; made anew
 * when a longer one comes. For one thread.
 */
final class Reach {
  private final Kinds kinds;
  private final int[] units;
  private final int[][] reach = {{}, {}, {}};
  private final int[] least = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};

  Reach(Kinds kinds, int[] units) {
    this.kinds = kinds;
    this.units = units.clone();
  }

  boolean isOf(int[] others) {
    return Arrays.equals(units, others);
  }

  /** Per axis, the smallest extent of any unit. */
  int[] least() {
    return least;
  }

  /** Along an axis, the largest sum of extents that is at most v, for each v up to the room. */
  int[] along(int axis, int room) {
    if (reach[axis].length <= room) {
      // Twice as far as asked: cartons are asked about by rising size.
      reach[axis] = table(axis, Math.max(room, 2 * (reach[axis].length - 1)));
    }
    return reach[axis];
  }

  private int[] table(int axis, int room) {
    long[] can = new long[room / Long.SIZE + 1];
    boolean[] seen = new boolean[room + 1];
    can[0] = 1;
    for (int line = 0; line < kinds.count; line++) {
      int[] turns = kinds.turns[line];
      for (int t = axis; units[line] > 0 && t < turns.length; t += 3) {
        int extent = turns[t];
        least[axis] = Math.min(least[axis], extent);
        if (extent <= room && !seen[extent]) {
          seen[extent] = true;
          addMultiples(can, extent);
        }
      }
    }
    int[] most = new int[room + 1];
    for (int v = 1; v <= room; v++) {
      most[v] = (can[v / Long.SIZE] >>> v & 1) != 0 ? v : most[v - 1];
    }
    return most;
  }

  /**
   * To every sum that can be reached, the same with one more extent or several; 64 sums at a time.
   * By 64 and more a word depends on words before it alone, so one ascending pass takes all
   * multiples; below, doubling comes first.
   */
  private static void addMultiples(long[] can, int extent) {
    int by = extent;
    for (; by < Long.SIZE; by *= 2) {
      for (int w = can.length - 1; w >= 0; w--) {
        can[w] |= shifted(can, w, by);
      }
    }
    for (int w = by / Long.SIZE; w < can.length; w++) {
      can[w] |= shifted(can, w, by);
    }
  }

  private static long shifted(long[] can, int word, int by) {
    int from = word - by / Long.SIZE;
    int bits = by % Long.SIZE;
    long low = can[from] << bits;
    return bits > 0 && from > 0 ? low | can[from - 1] >>> (Long.SIZE - bits) : low;
  }
}
