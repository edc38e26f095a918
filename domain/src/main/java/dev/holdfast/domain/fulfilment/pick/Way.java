package dev.holdfast.domain.fulfilment.pick;

/**
 * The ways in which a walk may use one passage, which is an aisle within a block. No shortest walk
 * needs another (Ratliff and Rosenthal 1983, figure 5).
 */
enum Way {
  /** Not at all. */
  NONE(0),
  /** Once from end to end. */
  PASS(1),
  /** From the front to the farthest pick and back. */
  FRONT(2),
  /** From the back to the farthest pick and back. */
  BACK(3),
  /** From both ends and back, leaving out the largest gap between two picks. */
  GAP(4),
  /** From end to end and back. */
  TWICE(5);

  /** All of them, by their index. */
  static final Way[] ALL = values();

  /** The place in tables. */
  final int index;

  Way(int index) {
    this.index = index;
  }
}
