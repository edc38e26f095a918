package dev.holdfast.domain.fulfilment.carton;

import java.util.Arrays;

/** What stays the same while one carton is filled: its inside, the blocks to choose from, rules. */
final class Arena {
  final Kinds kinds;
  final Size inner;
  final int maxContentG;
  final Block[] blocks;
  final int supportPermille;

  /** Per axis, the largest sum of extents of units that is at most v, for each v. */
  final int[][] reach;

  /** Per axis, the smallest extent of any unit: a thinner space is of no use. */
  final int[] least = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};

  final int[] units;

  Arena(Kinds kinds, int[] units, CartonType type, Block[] blocks, int supportPermille) {
    this.kinds = kinds;
    this.units = units;
    this.inner = type.inner();
    this.maxContentG = type.maxContentG();
    this.blocks = blocks;
    this.supportPermille = supportPermille;
    int[] room = {inner.lengthMm(), inner.widthMm(), inner.heightMm()};
    reach = new int[3][];
    for (int axis = 0; axis < 3; axis++) {
      reach[axis] = reach(axis, room[axis]);
    }
  }

  private int[] reach(int axis, int room) {
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

  /** Whether everything rests fully on something, which the spaces then see to. */
  boolean fullSupport() {
    return supportPermille == PackingRules.FULL_SUPPORT;
  }

  int totalUnits() {
    return Arrays.stream(units).sum();
  }
}
