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
  final int[] least;

  final int[] units;

  Arena(
      Kinds kinds, int[] units, CartonType type, Block[] blocks, int supportPermille, Reach reach) {
    this.kinds = kinds;
    this.units = units;
    this.inner = type.inner();
    this.maxContentG = type.maxContentG();
    this.blocks = blocks;
    this.supportPermille = supportPermille;
    this.reach =
        new int[][] {
          reach.along(0, inner.lengthMm()),
          reach.along(1, inner.widthMm()),
          reach.along(2, inner.heightMm())
        };
    least = reach.least();
  }

  /** Whether everything rests fully on something, which the spaces then see to. */
  boolean fullSupport() {
    return supportPermille == PackingRules.FULL_SUPPORT;
  }

  int totalUnits() {
    return Arrays.stream(units).sum();
  }
}
