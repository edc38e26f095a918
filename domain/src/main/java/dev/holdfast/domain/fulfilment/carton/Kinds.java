package dev.holdfast.domain.fulfilment.carton;

import java.util.Arrays;
import java.util.List;

/** The lines of one question as plain arrays, indexed by line, for the searches. */
final class Kinds {
  final int count;
  final int[] units;
  final int[] weightG;
  final int[] limit;
  final long[] volume;
  final boolean[] fragile;
  final boolean[] alone;

  /** Extents of each distinct orientation of a line: dx, dy, dz, dx, dy, dz, ... */
  final int[][] turns;

  /** For each line, those it may not share a carton with. */
  final boolean[][] foes;

  final boolean anyFoes;

  /** What a search gains by packing one unit; its volume where nothing else is wished. */
  final double[] value;

  Kinds(List<CartonLine> lines, Company company) {
    count = lines.size();
    units = new int[count];
    weightG = new int[count];
    limit = new int[count];
    volume = new long[count];
    fragile = new boolean[count];
    alone = new boolean[count];
    turns = new int[count][];
    for (int i = 0; i < count; i++) {
      CartonLine line = lines.get(i);
      units[i] = line.units();
      weightG[i] = line.goods().weightG();
      volume[i] = line.goods().volumeMm3();
      limit[i] = line.goods().handling().limitPerCarton();
      fragile[i] = line.goods().handling().fragile();
      alone[i] = line.goods().handling().shipAlone();
      turns[i] = turnsOf(line);
    }
    value = new double[count];
    for (int i = 0; i < count; i++) {
      value[i] = volume[i];
    }
    foes = new boolean[count][];
    anyFoes = !company.equals(Company.ANY) && meet(company);
  }

  /** The same lines, with other values per unit. */
  private Kinds(Kinds from, double[] value) {
    count = from.count;
    units = from.units;
    weightG = from.weightG;
    limit = from.limit;
    volume = from.volume;
    fragile = from.fragile;
    alone = from.alone;
    turns = from.turns;
    foes = from.foes;
    anyFoes = from.anyFoes;
    this.value = value;
  }

  Kinds valued(double[] values) {
    return new Kinds(this, values);
  }

  private boolean meet(Company company) {
    boolean any = false;
    for (int i = 0; i < count; i++) {
      foes[i] = new boolean[count];
      for (int j = 0; j < count; j++) {
        foes[i][j] = i != j && !company.mayShare(i, j);
        any |= foes[i][j];
      }
      if (!company.mayShare(i, i)) {
        limit[i] = 1;
      }
    }
    return any;
  }

  boolean foes(int i, int j) {
    return anyFoes && foes[i][j];
  }

  private static int[] turnsOf(CartonLine line) {
    int[] sides = {line.goods().lengthMm(), line.goods().widthMm(), line.goods().heightMm()};
    int[] found = new int[3 * Orientations.COUNT];
    int size = 0;
    for (int o = 0; o < Orientations.COUNT; o++) {
      if (line.orientations().allows(o)) {
        for (int axis = 0; axis < 3; axis++) {
          found[size + axis] = sides[Orientations.side(o, axis)];
        }
        size += isNew(found, size) ? 3 : 0;
      }
    }
    return Arrays.copyOf(found, size);
  }

  private static boolean isNew(int[] found, int at) {
    for (int i = 0; i < at; i += 3) {
      if (found[i] == found[at] && found[i + 1] == found[at + 1] && found[i + 2] == found[at + 2]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a unit of the line fits into an empty carton in some orientation, whatever it weighs.
   */
  boolean fits(int line, Size inner) {
    int[] t = turns[line];
    for (int i = 0; i < t.length; i += 3) {
      if (t[i] <= inner.lengthMm() && t[i + 1] <= inner.widthMm() && t[i + 2] <= inner.heightMm()) {
        return true;
      }
    }
    return false;
  }
}
