package dev.holdfast.domain.fulfilment.carton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A carton while it is filled, block by block, each into the free space nearest to a corner.
 *
 * <p>Which block is best there is judged by how much volume it brings, how much of the space can
 * still be used beside it, and how much of its surface lies against something: the function VCS of
 * Araya, Guerrero and Nunez, "VCS: A new heuristic function for selecting boxes in the single
 * container loading problem" (Computers and Operations Research, 2017), with contact judged by the
 * space instead of by all neighbours. Scores are doubles, made of multiplications only, so that
 * they are the same everywhere.
 */
final class Filling {
  private record Placed(Block block, int x, int y, int z, @Nullable Placed before) {}

  /** Gaps up to this part of the carton count as contact; from that paper. */
  private static final double NEAR = 0.04;

  /** What it takes to keep one space up to date, in weighed blocks. */
  private static final int STEPS_PER_SPACE = 8;

  private final Arena arena;
  private final Spaces spaces;
  private final int[] left;
  private int[] fit;
  private int fits;
  private long weightLeft;
  private double value;
  private int units;
  private @Nullable Placed placed;

  Filling(Arena arena) {
    this.arena = arena;
    spaces = Spaces.of(arena.inner);
    left = new int[arena.kinds.count];
    for (int i = 0; i < left.length; i++) {
      left[i] = Math.min(arena.units[i], arena.kinds.limit[i]);
    }
    fits = arena.blocks.length;
    fit = new int[fits];
    for (int i = 0; i < fits; i++) {
      fit[i] = i;
    }
    weightLeft = arena.maxContentG;
  }

  private Filling(Filling from) {
    arena = from.arena;
    spaces = from.spaces.copy();
    left = from.left.clone();
    fit = Arrays.copyOf(from.fit, from.fits);
    fits = from.fits;
    weightLeft = from.weightLeft;
    value = from.value;
    units = from.units;
    placed = from.placed;
  }

  Filling copy() {
    return new Filling(this);
  }

  double value() {
    return value;
  }

  int units() {
    return units;
  }

  /** What is in it, in packing order. */
  List<Placement> placements() {
    List<Placed> order = new ArrayList<>();
    for (Placed p = placed; p != null; p = p.before) {
      order.add(p);
    }
    Collections.reverse(order);
    List<Placement> placements = new ArrayList<>(units);
    order.forEach(p -> p.block.place(p.x, p.y, p.z, placements));
    return placements;
  }

  /** Goes on with the best block each time until nothing fits or the budget is over. */
  void complete(Budget budget) {
    Choices best = new Choices(1);
    while (!budget.over() && choose(best, budget)) {
      place(best, 0);
    }
  }

  /** Finds the best blocks for the next space; false when no space takes any block. */
  boolean choose(Choices best, Budget budget) {
    while (spaces.size() > 0) {
      int space = nearest();
      best.clear(space);
      weigh(space, best);
      budget.spend(fits + STEPS_PER_SPACE * spaces.size());
      if (best.size() > 0) {
        return true;
      }
      spaces.remove(space);
    }
    return false;
  }

  private int nearest() {
    int found = 0;
    int least = Integer.MAX_VALUE;
    long roomiest = 0;
    for (int s = 0; s < spaces.size(); s++) {
      int distance =
          Math.min(spaces.get(s, 0), arena.inner.lengthMm() - spaces.get(s, 3))
              + Math.min(spaces.get(s, 1), arena.inner.widthMm() - spaces.get(s, 4))
              + spaces.get(s, 2);
      if (distance > least) {
        continue;
      }
      long room = (long) spaces.extent(s, 0) * spaces.extent(s, 1) * spaces.extent(s, 2);
      if (distance < least || room > roomiest) {
        least = distance;
        roomiest = room;
        found = s;
      }
    }
    return found;
  }

  private void weigh(int space, Choices best) {
    int rx = spaces.extent(space, 0);
    int ry = spaces.extent(space, 1);
    int rz = spaces.extent(space, 2);
    double room = (double) rx * ry * rz;
    int kept = 0;
    for (int i = 0; i < fits; i++) {
      Block block = arena.blocks[fit[i]];
      if (block.worth <= best.threshold()) {
        System.arraycopy(fit, i, fit, kept, fits - i);
        kept += fits - i;
        break;
      }
      if (!available(block)) {
        continue;
      }
      fit[kept++] = fit[i];
      if (block.dx <= rx && block.dy <= ry && block.dz <= rz) {
        double score = block.worth * usable(block, rx, ry, rz) / room;
        if (score > best.threshold()) {
          double contact = contact(block, rx, ry, rz);
          score *= contact * contact * contact * contact;
          if (score > best.threshold() && mayStand(block, space)) {
            best.offer(fit[kept - 1], score);
          }
        }
      }
    }
    fits = kept;
  }

  private boolean available(Block block) {
    if (block.weightG > weightLeft) {
      return false;
    }
    for (int i = 0; i < block.lines.length; i++) {
      if (block.counts[i] > left[block.lines[i]]) {
        return false;
      }
    }
    return true;
  }

  private double usable(Block block, int rx, int ry, int rz) {
    double x = block.dx + arena.reach[0][rx - block.dx];
    double y = block.dy + arena.reach[1][ry - block.dy];
    double z = block.dz + arena.reach[2][rz - block.dz];
    return x * y * z;
  }

  /**
   * The part of its surface that touches: three sides lie in the corner, others where it is tight.
   */
  private double contact(Block block, int rx, int ry, int rz) {
    double sideX = (double) block.dy * block.dz;
    double sideY = (double) block.dx * block.dz;
    double sideZ = (double) block.dx * block.dy;
    double touching = sideX + sideY + sideZ;
    touching += rx - block.dx <= NEAR * arena.inner.lengthMm() ? sideX : 0;
    touching += ry - block.dy <= NEAR * arena.inner.widthMm() ? sideY : 0;
    touching += rz - block.dz <= NEAR * arena.inner.heightMm() ? sideZ : 0;
    return touching / (2 * (sideX + sideY + sideZ));
  }

  private boolean mayStand(Block block, int space) {
    if (arena.fullSupport()) {
      return true;
    }
    if (block.fragileTop()
        && block.dz == spaces.extent(space, 2)
        && spaces.get(space, 5) < arena.inner.heightMm()) {
      return false; // what hangs over the space would lie on it
    }
    int z = spaces.get(space, 2);
    return z == 0
        || arena.supportPermille == 0
        || Support.enough(
            arena.kinds,
            placements(),
            block.at(x(space, block), y(space, block), z),
            arena.supportPermille);
  }

  private int x(int space, Block block) {
    boolean near = spaces.get(space, 0) <= arena.inner.lengthMm() - spaces.get(space, 3);
    return near ? spaces.get(space, 0) : spaces.get(space, 3) - block.dx;
  }

  private int y(int space, Block block) {
    boolean near = spaces.get(space, 1) <= arena.inner.widthMm() - spaces.get(space, 4);
    return near ? spaces.get(space, 1) : spaces.get(space, 4) - block.dy;
  }

  /** Puts one of the chosen blocks where it was chosen for. */
  void place(Choices choices, int rank) {
    Block block = arena.blocks[choices.block(rank)];
    int x = x(choices.space(), block);
    int y = y(choices.space(), block);
    int z = spaces.get(choices.space(), 2);
    placed = new Placed(block, x, y, z, placed);
    weightLeft -= block.weightG;
    value += block.value;
    units += block.units;
    for (int i = 0; i < block.lines.length; i++) {
      left[block.lines[i]] -= block.counts[i];
      banFoes(block.lines[i]);
    }
    int ceiling = block.fragileTop() ? arena.inner.heightMm() : z + block.dz;
    int[] box = {x, y, z, x + block.dx, y + block.dy, ceiling};
    int[] top = {
      x + block.topX, y + block.topY, x + block.topX + block.topDx, y + block.topY + block.topDy
    };
    spaces.take(box, arena.fullSupport() ? top : null, arena.least);
  }

  private void banFoes(int line) {
    for (int other = 0; arena.kinds.anyFoes && other < left.length; other++) {
      if (arena.kinds.foes(line, other)) {
        left[other] = 0;
      }
    }
  }
}
