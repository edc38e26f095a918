package dev.holdfast.domain.fulfilment.carton;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers in a microsecond whether units fit into one carton, where that is plain to see. */
final class QuickFit {
  private QuickFit() {}

  /** Whether they certainly do not fit: too heavy, too much volume, too long, bad company. */
  static boolean never(Kinds kinds, int[] units, CartonType type) {
    long weight = 0;
    long volume = 0;
    for (int i = 0; i < units.length; i++) {
      if (units[i] > 0) {
        weight += (long) kinds.weightG[i] * units[i];
        volume += kinds.volume[i] * units[i];
        if (units[i] > kinds.limit[i] || !kinds.fits(i, type.inner())) {
          return true;
        }
      }
    }
    return weight > type.maxContentG()
        || volume > type.inner().volumeMm3()
        || (kinds.anyFoes && quarrel(kinds, units));
  }

  private static boolean quarrel(Kinds kinds, int[] units) {
    for (int i = 0; i < units.length; i++) {
      for (int j = i + 1; units[i] > 0 && j < units.length; j++) {
        if (units[j] > 0 && kinds.foes(i, j)) {
          return true;
        }
      }
    }
    return false;
  }

  /** All units in one row on the floor, along x or y, each as thin as it may lie; else null. */
  static @Nullable List<Placement> row(Kinds kinds, int[] units, CartonType type) {
    for (int axis = 0; axis < 2; axis++) {
      int[] turn = new int[units.length];
      if (length(kinds, units, type.inner(), axis, turn) <= extent(type.inner(), axis)) {
        return laid(kinds, units, axis, turn);
      }
    }
    return null;
  }

  private static long length(Kinds kinds, int[] units, Size inner, int axis, int[] turn) {
    long sum = 0;
    for (int i = 0; i < units.length; i++) {
      int least = Integer.MAX_VALUE;
      int[] t = kinds.turns[i];
      for (int o = 0; units[i] > 0 && o < t.length; o += 3) {
        boolean fits = t[o] <= inner.lengthMm() && t[o + 1] <= inner.widthMm();
        if (fits && t[o + 2] <= inner.heightMm() && t[o + axis] < least) {
          least = t[o + axis];
          turn[i] = o;
        }
      }
      sum += (long) least * units[i];
    }
    return sum;
  }

  private static int extent(Size inner, int axis) {
    return axis == 0 ? inner.lengthMm() : inner.widthMm();
  }

  private static List<Placement> laid(Kinds kinds, int[] units, int axis, int[] turn) {
    List<Placement> row = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < units.length; i++) {
      int[] t = kinds.turns[i];
      for (int n = 0; n < units[i]; n++) {
        int o = turn[i];
        row.add(
            new Placement(i, axis == 0 ? at : 0, axis == 1 ? at : 0, 0, t[o], t[o + 1], t[o + 2]));
        at += t[o + axis];
      }
    }
    return row;
  }
}
