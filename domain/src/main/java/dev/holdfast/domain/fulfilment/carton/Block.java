package dev.holdfast.domain.fulfilment.carton;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A solid arrangement of units that is placed as one: a grid of equal units lying equally, or two
 * blocks side by side or one on the other. Never changes once made.
 */
final class Block {
  /** Exponent of the number of units: a block of few large units is worth more than of many. */
  private static final double FEWER_UNITS = -0.2;

  /** What so many units are worth each; a power takes as long as the rest of a small block. */
  private static final double[] WORTH_EACH = new double[256];

  static {
    for (int units = 1; units < WORTH_EACH.length; units++) {
      WORTH_EACH[units] = StrictMath.pow(units, FEWER_UNITS);
    }
  }

  final int dx;
  final int dy;
  final int dz;
  final long volume;
  final long weightG;
  final int units;

  /** Sum of the units' values. */
  final double value;

  /** The lines in it and the units of each, in ascending order of lines. */
  final int[] lines;

  final int[] counts;

  /** What {@link Filling} would give it at most: its value, less for many small units. */
  final double worth;

  /** The part of its upper side on which others may stand; empty (0 wide) above fragile units. */
  final int topX;

  final int topY;
  final int topDx;
  final int topDy;

  private final int unitDx;
  private final int unitDy;
  private final int unitDz;
  private final @Nullable Block first;
  private final @Nullable Block second;
  private final int axis;

  /** A grid of one line's units. */
  Block(Kinds kinds, int line, int turn, int nx, int ny, int nz) {
    int[] turns = kinds.turns[line];
    unitDx = turns[turn];
    unitDy = turns[turn + 1];
    unitDz = turns[turn + 2];
    dx = nx * unitDx;
    dy = ny * unitDy;
    dz = nz * unitDz;
    units = nx * ny * nz;
    volume = kinds.volume[line] * units;
    weightG = (long) kinds.weightG[line] * units;
    lines = new int[] {line};
    counts = new int[] {units};
    topX = 0;
    topY = 0;
    topDx = kinds.fragile[line] ? 0 : dx;
    topDy = kinds.fragile[line] ? 0 : dy;
    first = null;
    second = null;
    axis = 0;
    value = kinds.value[line] * units;
    worth = value * worthEach(units);
  }

  /** Two blocks joined along an axis: 0 behind one another in x, 1 in y, 2 the second on top. */
  Block(Block first, Block second, int axis, int[] lines, int[] counts) {
    this.first = first;
    this.second = second;
    this.axis = axis;
    this.lines = lines;
    this.counts = counts;
    dx = axis == 0 ? first.dx + second.dx : Math.max(first.dx, second.dx);
    dy = axis == 1 ? first.dy + second.dy : Math.max(first.dy, second.dy);
    dz = axis == 2 ? first.dz + second.dz : Math.max(first.dz, second.dz);
    volume = first.volume + second.volume;
    weightG = first.weightG + second.weightG;
    units = first.units + second.units;
    unitDx = 0;
    unitDy = 0;
    unitDz = 0;
    value = first.value + second.value;
    worth = value * worthEach(units);
    Block high = axis == 2 || second.dz > first.dz ? second : first;
    boolean whole = axis != 2 && flat(first, second, axis);
    boolean shifted = axis != 2 && high == second;
    topX = whole ? 0 : high.topX + (shifted && axis == 0 ? first.dx : 0);
    topY = whole ? 0 : high.topY + (shifted && axis == 1 ? first.dy : 0);
    topDx = whole ? dx : high.topDx;
    topDy = whole ? dy : high.topDy;
  }

  private static double worthEach(int units) {
    return units < WORTH_EACH.length ? WORTH_EACH[units] : StrictMath.pow(units, FEWER_UNITS);
  }

  private static boolean flat(Block first, Block second, int axis) {
    return first.dz == second.dz
        && first.solidTop()
        && second.solidTop()
        && (axis == 0 ? first.dy == second.dy : first.dx == second.dx);
  }

  /** Whether others may stand everywhere on it. */
  boolean solidTop() {
    return topDx == dx && topDy == dy;
  }

  boolean fragileTop() {
    return topDx == 0;
  }

  boolean simple() {
    return first == null;
  }

  /** Its units with its corner at a point, those below before those above. */
  List<Placement> at(int x, int y, int z) {
    List<Placement> placements = new ArrayList<>(units);
    place(x, y, z, placements);
    return placements;
  }

  /** Adds its units, those below before those above, with its corner at a point. */
  void place(int x, int y, int z, List<Placement> into) {
    if (first != null && second != null) {
      first.place(x, y, z, into);
      second.place(
          axis == 0 ? x + first.dx : x,
          axis == 1 ? y + first.dy : y,
          axis == 2 ? z + first.dz : z,
          into);
      return;
    }
    for (int pz = 0; pz < dz; pz += unitDz) {
      for (int py = 0; py < dy; py += unitDy) {
        for (int px = 0; px < dx; px += unitDx) {
          into.add(new Placement(lines[0], x + px, y + py, z + pz, unitDx, unitDy, unitDz));
        }
      }
    }
  }
}
