package dev.holdfast.domain.fulfilment.carton;

import java.util.List;

/** How much of a base rests on what lies below. */
final class Support {
  private Support() {}

  /** Whether every unit that forms the base of what is added rests on enough of the units there. */
  static boolean enough(
      Kinds kinds, List<Placement> there, List<Placement> added, int supportPermille) {
    int z = added.getFirst().z();
    for (Placement unit : added) {
      if (unit.z() == z) {
        long needed = (long) unit.dx() * unit.dy() * supportPermille;
        if (resting(kinds, there, unit) * PackingRules.FULL_SUPPORT < needed) {
          return false;
        }
      }
    }
    return true;
  }

  /** Square millimetres of its base that rest on units that may carry. */
  private static long resting(Kinds kinds, List<Placement> there, Placement unit) {
    long area = 0;
    for (Placement below : there) {
      if (below.top() == unit.z() && !kinds.fragile[below.line()]) {
        long x = shared(below.x(), below.dx(), unit.x(), unit.dx());
        long y = shared(below.y(), below.dy(), unit.y(), unit.dy());
        area += x > 0 && y > 0 ? x * y : 0;
      }
    }
    return area;
  }

  private static int shared(int from, int extent, int otherFrom, int otherExtent) {
    return Math.min(from + extent, otherFrom + otherExtent) - Math.max(from, otherFrom);
  }
}
