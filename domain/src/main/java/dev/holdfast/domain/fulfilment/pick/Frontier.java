package dev.holdfast.domain.fulfilment.pick;

/**
 * A frontier is what an unfinished walk looks like where it will go on: for each cross aisle the
 * newest crossing, as four bits of an {@code int}. The lowest says whether an odd number of steps
 * meets there; the others number the connected part that the crossing belongs to, 0 for none. Parts
 * are numbered in the order of their first crossing, so that equal frontiers are equal numbers.
 */
final class Frontier {
  /** A walk that has not begun. */
  static final int EMPTY = 0;

  /** A walk that is complete. */
  static final int CLOSED = -1;

  /** What cannot become a walk. */
  static final int DEAD = -2;

  private static final int BITS = 4;
  private static final int MASK = (1 << BITS) - 1;

  private Frontier() {}

  static int part(int frontier, int cross) {
    return ((frontier >> (cross * BITS)) & MASK) >> 1;
  }

  static boolean odd(int frontier, int cross) {
    return ((frontier >> (cross * BITS)) & 1) == 1;
  }

  /** After a way through the passage between a cross aisle and the next. */
  static int along(int frontier, int crossings, int cross, Way way) {
    if (way == Way.NONE) {
      return frontier;
    }
    if (frontier == CLOSED) {
      return DEAD;
    }
    int[] parts = parts(frontier, crossings);
    boolean[] odd = odds(frontier, crossings);
    boolean front = way != Way.BACK;
    boolean back = way != Way.FRONT;
    if (front && parts[cross] == 0) {
      parts[cross] = crossings + 1;
    }
    if (back && parts[cross + 1] == 0) {
      parts[cross + 1] = crossings + 2;
    }
    if (way == Way.PASS || way == Way.TWICE) {
      int joined = parts[cross + 1];
      for (int other = 0; other < crossings; other++) {
        parts[other] = parts[other] == joined ? parts[cross] : parts[other];
      }
    }
    if (way == Way.PASS) {
      odd[cross] ^= true;
      odd[cross + 1] ^= true;
    }
    return canonical(parts, odd);
  }

  /**
   * After so many steps from a crossing to its neighbour in the next aisle, which takes its place.
   *
   * @param wanted whether the walk has to come by the crossing, as it has at the depot
   */
  static int over(int frontier, int crossings, int cross, int copies, boolean wanted) {
    if (frontier == CLOSED) {
      return copies == 0 && !wanted ? CLOSED : DEAD;
    }
    int[] parts = parts(frontier, crossings);
    boolean[] odd = odds(frontier, crossings);
    if (parts[cross] == 0) {
      if (!wanted) {
        return copies == 0 ? frontier : DEAD;
      }
      parts[cross] = crossings + 1;
    }
    if (odd[cross] != (copies == 1)) {
      return DEAD;
    }
    if (copies == 0) {
      return leave(parts, odd, cross);
    }
    return canonical(parts, odd);
  }

  /** The crossing is left behind: its part goes on elsewhere, or it was all of the walk. */
  private static int leave(int[] parts, boolean[] odd, int cross) {
    boolean goesOn = false;
    boolean others = false;
    for (int other = 0; other < parts.length; other++) {
      if (other != cross) {
        goesOn |= parts[other] == parts[cross];
        others |= parts[other] != 0;
      }
    }
    if (!goesOn) {
      return others ? DEAD : CLOSED;
    }
    parts[cross] = 0;
    return canonical(parts, odd);
  }

  /** Whether a walk may end with this frontier. */
  static boolean ends(int frontier, int crossings, boolean wantedAtFront) {
    if (frontier == CLOSED) {
      return !wantedAtFront;
    }
    if (frontier == EMPTY || (wantedAtFront && part(frontier, 0) == 0)) {
      return false;
    }
    for (int cross = 0; cross < crossings; cross++) {
      if (odd(frontier, cross) || part(frontier, cross) > 1) {
        return false;
      }
    }
    return true;
  }

  private static int[] parts(int frontier, int crossings) {
    int[] parts = new int[crossings];
    for (int cross = 0; cross < crossings; cross++) {
      parts[cross] = part(frontier, cross);
    }
    return parts;
  }

  private static boolean[] odds(int frontier, int crossings) {
    boolean[] odds = new boolean[crossings];
    for (int cross = 0; cross < crossings; cross++) {
      odds[cross] = odd(frontier, cross);
    }
    return odds;
  }

  private static int canonical(int[] parts, boolean[] odd) {
    int[] renamed = new int[parts.length + 3];
    int names = 0;
    int frontier = 0;
    for (int cross = 0; cross < parts.length; cross++) {
      int part = parts[cross];
      if (part != 0 && renamed[part] == 0) {
        renamed[part] = ++names;
      }
      frontier |= ((renamed[part] << 1) | (odd[cross] ? 1 : 0)) << (cross * BITS);
    }
    return frontier;
  }
}
