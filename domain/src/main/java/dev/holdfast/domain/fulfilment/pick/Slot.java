package dev.holdfast.domain.fulfilment.pick;

import java.util.Comparator;

/**
 * A slot is one place to pick from. Aisles count from 0 at the left, blocks and positions from 0 at
 * the front, levels from 0 at the floor. Both sides and all levels of a position are picked from
 * the same spot, so only aisle, block and position decide how far somebody walks.
 */
public record Slot(int aisle, int block, int position, Side side, int level)
    implements Comparable<Slot> {
  private static final Comparator<Slot> ORDER =
      Comparator.comparingInt(Slot::aisle)
          .thenComparingInt(Slot::block)
          .thenComparingInt(Slot::position)
          .thenComparing(Slot::side)
          .thenComparingInt(Slot::level);

  /** From the left to the right, from the front to the back, from the floor up. */
  @Override
  public int compareTo(Slot other) {
    return ORDER.compare(this, other);
  }

  /** The slot as messages name it: {@code aisle 3, block 0, position 12, left, level 2}. */
  public String text() {
    return "aisle "
        + aisle
        + ", block "
        + block
        + ", position "
        + position
        + ", "
        + side.label()
        + ", level "
        + level;
  }
}
