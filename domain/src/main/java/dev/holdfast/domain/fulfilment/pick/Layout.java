package dev.holdfast.domain.fulfilment.pick;

import java.util.List;

/**
 * A layout is the floor of a warehouse: parallel aisles from the front to the back, crossed by a
 * cross aisle before the first block, after each block, and so between blocks. Cross aisles are
 * always open; an aisle may be walled off somewhere. Lengths are millimetres. {@link LayoutRules}
 * says what a layout must be.
 *
 * @param aisles how many aisles every block has
 * @param aislePitchMm from the middle of one aisle to the middle of the next
 * @param blocks from the front to the back
 * @param crossAisleMm the width of every cross aisle; walked in its middle
 * @param levels how many slots lie above each other
 * @param depot where walks begin and end
 * @param walls what closes aisles
 */
public record Layout(
    int aisles,
    int aislePitchMm,
    List<Block> blocks,
    int crossAisleMm,
    int levels,
    Depot depot,
    List<Wall> walls) {

  /** Copies its lists. */
  public Layout {
    blocks = List.copyOf(blocks);
    walls = List.copyOf(walls);
  }

  /**
   * A block is what lies between two cross aisles.
   *
   * @param lengthMm of its aisles, without the cross aisles
   * @param slotsPerSide positions of an aisle, evenly spread over that length
   */
  public record Block(int lengthMm, int slotsPerSide) {}

  /**
   * The depot lies before the front end of an aisle.
   *
   * @param aisle which one
   * @param distanceMm from the middle of the front cross aisle
   */
  public record Depot(int aisle, int distanceMm) {}

  /**
   * A wall closes an aisle within a block, so that nobody passes.
   *
   * @param beforePosition the position behind it; 0 closes the front end of the aisle, the number
   *     of positions its back end
   */
  public record Wall(int aisle, int block, int beforePosition) {}

  /** One block without walls, the depot before an aisle. */
  public static Layout ofOneBlock(
      int aisles, int aislePitchMm, Block block, int crossAisleMm, Depot depot) {
    return new Layout(aisles, aislePitchMm, List.of(block), crossAisleMm, 1, depot, List.of());
  }

  /** How many cross aisles there are: one more than blocks. */
  public int crossings() {
    return blocks.size() + 1;
  }

  /** Where the middle of an aisle and the middle of a cross aisle meet. */
  public Point crossing(int aisle, int cross) {
    long y = (long) cross * crossAisleMm;
    for (int block = 0; block < cross; block++) {
      y += blocks.get(block).lengthMm();
    }
    return new Point(Math.multiplyExact(aisle, aislePitchMm), Math.toIntExact(y));
  }

  /** Where somebody stands who picks from a slot. */
  public Point at(Slot slot) {
    Point front = crossing(slot.aisle(), slot.block());
    return new Point(front.xMm(), front.yMm() + offsetMm(slot.block(), slot.position()));
  }

  /** Where walks begin and end. */
  public Point depotPoint() {
    return new Point(crossing(depot.aisle(), 0).xMm(), -depot.distanceMm());
  }

  /** From the middle of the cross aisle before a block to the middle of one of its positions. */
  int offsetMm(int block, int position) {
    Block of = blocks.get(block);
    long middle = (2L * position + 1) * of.lengthMm() / (2L * of.slotsPerSide());
    return crossAisleMm / 2 + (int) middle;
  }

  /** From the middle of the cross aisle before a block to the middle of the one after it. */
  int passageMm(int block) {
    return crossAisleMm + blocks.get(block).lengthMm();
  }
}
