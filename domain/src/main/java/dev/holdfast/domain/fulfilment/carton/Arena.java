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
    boolean[] can = new boolean[room + 1];
    boolean[] seen = new boolean[room + 1];
    can[0] = true;
    for (int line = 0; line < kinds.count; line++) {
      int[] turns = kinds.turns[line];
      for (int t = axis; units[line] > 0 && t < turns.length; t += 3) {
        int extent = turns[t];
        least[axis] = Math.min(least[axis], extent);
        if (extent <= room && !seen[extent]) {
          seen[extent] = true;
          for (int v = extent; v <= room; v++) {
            can[v] |= can[v - extent];
          }
        }
      }
    }
    int[] most = new int[room + 1];
    for (int v = 1; v <= room; v++) {
      most[v] = can[v] ? v : most[v - 1];
    }
    return most;
  }

  /** Whether everything rests fully on something, which the spaces then see to. */
  boolean fullSupport() {
    return supportPermille == PackingRules.FULL_SUPPORT;
  }

  int totalUnits() {
    return Arrays.stream(units).sum();
  }
}
