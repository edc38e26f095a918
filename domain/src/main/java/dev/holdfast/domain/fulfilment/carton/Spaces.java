package dev.holdfast.domain.fulfilment.carton;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The free room of a carton as its maximal empty boxes, which overlap: what Lai and Chan (1997)
 * call maximal empty spaces. With support, the floor of each lies fully on goods or on the carton's
 * floor, so whatever is put on the floor of a space is supported.
 *
 * <p>Each space is six numbers: x, y, z of its lowest corner, then of its highest.
 */
final class Spaces {
  private static final int WIDE = 6;
  private static final int FIRST_ROOM = 16;

  /** Joined spaces per placed block; a carton of many small stacks has no end of them. */
  private static final int MOST_JOINS = 32;

  private int[] at;
  private int size;

  private Spaces(int[] at, int size) {
    this.at = at;
    this.size = size;
  }

  /** The whole inside of a carton. */
  static Spaces of(Size inner) {
    int[] at = new int[FIRST_ROOM * WIDE];
    at[3] = inner.lengthMm();
    at[4] = inner.widthMm();
    at[5] = inner.heightMm();
    return new Spaces(at, 1);
  }

  Spaces copy() {
    return new Spaces(Arrays.copyOf(at, Math.max(FIRST_ROOM, size + 4) * WIDE), size);
  }

  int size() {
    return size;
  }

  /** One of the six numbers of a space. */
  int get(int space, int number) {
    return at[space * WIDE + number];
  }

  /** The extent of a space along an axis. */
  int extent(int space, int axis) {
    return at[space * WIDE + 3 + axis] - at[space * WIDE + axis];
  }

  void remove(int space) {
    size--;
    System.arraycopy(at, size * WIDE, at, space * WIDE, WIDE);
  }

  /**
   * Takes a box out of the room.
   *
   * @param box lowest and highest corner of what is no longer free
   * @param top x1, y1, x2, y2 of where others may stand on it; empty where they may not, null where
   *     support does not matter
   * @param least the smallest extents of a space that is worth keeping
   */
  void take(int[] box, int @Nullable [] top, int[] least) {
    int before = size;
    int kept = 0;
    for (int s = 0; s < before; s++) {
      if (apart(s * WIDE, box)) {
        swap(kept++, s);
      }
    }
    // The cut ones are now behind the kept ones; their pieces are added behind both.
    for (int s = kept; s < before; s++) {
      cut(s * WIDE, box, top, least);
    }
    int pieces = size - before;
    System.arraycopy(at, before * WIDE, at, kept * WIDE, pieces * WIDE);
    size = kept + pieces;
    dropCovered(kept);
    if (top != null) {
      joinAt(box[5], least);
    }
  }

  private boolean apart(int s, int[] box) {
    return at[s] >= box[3]
        || at[s + 1] >= box[4]
        || at[s + 2] >= box[5]
        || at[s + 3] <= box[0]
        || at[s + 4] <= box[1]
        || at[s + 5] <= box[2];
  }

  private void cut(int s, int[] b, int @Nullable [] top, int[] least) {
    for (int axis = 0; axis < 3; axis++) {
      if (b[axis] > at[s + axis]) {
        int piece = addCopy(s);
        at[piece + 3 + axis] = b[axis];
        keepIfWorth(piece, least);
      }
      if (axis < 2 && b[3 + axis] < at[s + 3 + axis]) {
        int piece = addCopy(s);
        at[piece + axis] = b[3 + axis];
        keepIfWorth(piece, least);
      }
    }
    if (b[5] < at[s + 5]) {
      int piece = addCopy(s);
      at[piece + 2] = b[5];
      if (top != null) {
        at[piece] = Math.max(at[piece], top[0]);
        at[piece + 1] = Math.max(at[piece + 1], top[1]);
        at[piece + 3] = Math.min(at[piece + 3], top[2]);
        at[piece + 4] = Math.min(at[piece + 4], top[3]);
      }
      keepIfWorth(piece, least);
    }
  }

  private int addCopy(int s) {
    if ((size + 1) * WIDE > at.length) {
      at = Arrays.copyOf(at, at.length * 2);
    }
    System.arraycopy(at, s, at, size * WIDE, WIDE);
    size++;
    return (size - 1) * WIDE;
  }

  private void keepIfWorth(int s, int[] least) {
    if (at[s + 3] - at[s] < least[0]
        || at[s + 4] - at[s + 1] < least[1]
        || at[s + 5] - at[s + 2] < least[2]) {
      size--;
    }
  }

  /** Joins the spaces that stand at one height beside one another: on blocks of equal height. */
  private void joinAt(int z, int[] least) {
    int before = size;
    for (int a = 0; a < size; a++) {
      for (int b = 0; b < size && at[a * WIDE + 2] == z; b++) {
        if (b != a && at[b * WIDE + 2] == z && size < before + MOST_JOINS) {
          join(a * WIDE, b * WIDE, 0, least);
          join(a * WIDE, b * WIDE, 1, least);
        }
      }
    }
    if (size > before) {
      dropCovered(before);
    }
  }

  private void join(int a, int b, int axis, int[] least) {
    int across = 1 - axis;
    boolean touch =
        at[a + axis] < at[b + axis]
            && at[a + 3 + axis] >= at[b + axis]
            && at[a + 3 + axis] < at[b + 3 + axis];
    int from = Math.max(at[a + across], at[b + across]);
    int to = Math.min(at[a + 3 + across], at[b + 3 + across]);
    if (!touch || to - from < least[across]) {
      return;
    }
    int joined = addCopy(a);
    at[joined + 3 + axis] = at[b + 3 + axis];
    at[joined + across] = from;
    at[joined + 3 + across] = to;
    at[joined + 5] = Math.min(at[a + 5], at[b + 5]);
    if (at[joined + 5] - at[joined + 2] < least[2] || isCovered(size - 1)) {
      size--;
    }
  }

  private boolean isCovered(int s) {
    for (int other = 0; other < size; other++) {
      if (other != s && covers(other * WIDE, s * WIDE)) {
        return true;
      }
    }
    return false;
  }

  /** Removes what lies within another space, where one of the two is at or behind an index. */
  private void dropCovered(int from) {
    for (int s = size - 1; s >= 0; s--) {
      for (int o = s >= from ? 0 : from; o < size; o++) {
        if (o != s && covers(o * WIDE, s * WIDE)) {
          at[s * WIDE + 3] = at[s * WIDE]; // empty: covered for good, covers nothing
          break;
        }
      }
    }
    int kept = 0;
    for (int s = 0; s < size; s++) {
      if (at[s * WIDE + 3] > at[s * WIDE]) {
        System.arraycopy(at, s * WIDE, at, kept * WIDE, WIDE);
        kept++;
      }
    }
    size = kept;
  }

  private boolean covers(int o, int s) {
    return at[o] <= at[s]
        && at[o + 3] >= at[s + 3]
        && at[o + 1] <= at[s + 1]
        && at[o + 4] >= at[s + 4]
        && at[o + 2] <= at[s + 2]
        && at[o + 5] >= at[s + 5];
  }

  private void swap(int a, int b) {
    if (a != b) {
      for (int i = 0; i < WIDE; i++) {
        int kept = at[a * WIDE + i];
        at[a * WIDE + i] = at[b * WIDE + i];
        at[b * WIDE + i] = kept;
      }
    }
  }
}
