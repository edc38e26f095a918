package dev.holdfast.domain.fulfilment.carton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the blocks that a search chooses from: all grids of equal units, then pairs of blocks that
 * leave almost no gap, after Fanslau and Bortfeldt, "A tree search algorithm for solving the
 * container loading problem" (INFORMS Journal on Computing, 2010): simple and general blocks.
 */
final class Blocks {
  /** Least part of a joined block that is goods, percent; from that paper. */
  private static final int LEAST_FILL_PERCENT = 98;

  /** Only so many blocks, the largest, are paired with each other in one round. */
  private static final int MOST_PAIRED = 700;

  /** The same where few blocks are wanted: an order, whose packing must take no time. */
  private static final int MOST_PAIRED_OF_FEW = 60;

  private static final int FEW = 1_000;

  private final Kinds kinds;
  private final Size inner;
  private final int[] units;
  private final int most;
  private final List<Block> made = new ArrayList<>();
  private final Set<Shape> shapes = new HashSet<>();

  private Blocks(Kinds kinds, Size inner, int[] units, int most) {
    this.kinds = kinds;
    this.inner = inner;
    this.units = units;
    this.most = most;
  }

  /** Grids only, by falling worth. */
  static Block[] simple(Kinds kinds, Size inner, int[] units, int most) {
    Blocks blocks = new Blocks(kinds, inner, units, most);
    blocks.addGrids();
    return blocks.sorted();
  }

  /** Grids and joined blocks, by falling worth. */
  static Block[] general(Kinds kinds, Size inner, int[] units, int most) {
    Blocks blocks = new Blocks(kinds, inner, units, most);
    blocks.addGrids();
    for (Block grid : blocks.made) {
      blocks.shapes.add(Shape.of(grid));
    }
    int before = 0;
    while (blocks.made.size() < most && blocks.made.size() > before) {
      before = blocks.made.size();
      blocks.pairUp();
    }
    return blocks.sorted();
  }

  private Block[] sorted() {
    Block[] all = made.toArray(Block[]::new);
    Arrays.sort(all, (a, b) -> Double.compare(b.worth, a.worth));
    return all.length > most ? keepSingles(all) : all;
  }

  /** The most worthy, and every single unit, so that nothing becomes impossible to pack. */
  private Block[] keepSingles(Block[] all) {
    List<Block> kept = new ArrayList<>(Arrays.asList(all).subList(0, most));
    for (Block block : Arrays.asList(all).subList(most, all.length)) {
      if (block.units == 1) {
        kept.add(block);
      }
    }
    return kept.toArray(Block[]::new);
  }

  private void addGrids() {
    for (int line = 0; line < kinds.count; line++) {
      int left = Math.min(units[line], kinds.limit[line]);
      for (int turn = 0; left > 0 && turn < kinds.turns[line].length; turn += 3) {
        addGrids(line, turn, left);
      }
    }
  }

  private void addGrids(int line, int turn, int left) {
    int[] t = kinds.turns[line];
    int mostX = Math.min(left, inner.lengthMm() / t[turn]);
    int mostY = Math.min(left, inner.widthMm() / t[turn + 1]);
    int mostZ = kinds.fragile[line] ? 1 : inner.heightMm() / t[turn + 2];
    if (inner.heightMm() < t[turn + 2]) {
      return;
    }
    for (int nx = 1; nx <= mostX; nx++) {
      for (int ny = 1; ny <= mostY && nx * ny <= left; ny++) {
        for (int nz = 1; nz <= mostZ && nx * ny * nz <= left; nz++) {
          made.add(new Block(kinds, line, turn, nx, ny, nz));
        }
      }
    }
  }

  private void pairUp() {
    List<Block> largest = new ArrayList<>(made);
    largest.sort(Comparator.comparingLong((Block b) -> -b.volume));
    int paired = Math.min(most > FEW ? MOST_PAIRED : MOST_PAIRED_OF_FEW, largest.size());
    for (int i = 0; i < paired; i++) {
      for (int j = 0; j < paired; j++) {
        Block first = largest.get(i);
        Block second = largest.get(j);
        for (int axis = i <= j ? 0 : 2; axis < 3 && made.size() < most; axis++) {
          pair(first, second, axis);
        }
      }
    }
  }

  private void pair(Block first, Block second, int axis) {
    long dx = axis == 0 ? first.dx + second.dx : Math.max(first.dx, second.dx);
    long dy = axis == 1 ? first.dy + second.dy : Math.max(first.dy, second.dy);
    long dz = axis == 2 ? first.dz + second.dz : Math.max(first.dz, second.dz);
    boolean fits = dx <= inner.lengthMm() && dy <= inner.widthMm() && dz <= inner.heightMm();
    if (!fits
        || (first.volume + second.volume) * 100 < dx * dy * dz * LEAST_FILL_PERCENT
        || (axis == 2 && !stands(second, first))) {
      return;
    }
    Block joined = join(first, second, axis);
    if (joined != null && shapes.add(Shape.of(joined))) {
      made.add(joined);
    }
  }

  private static boolean stands(Block upper, Block lower) {
    return lower.topX == 0 && lower.topY == 0 && upper.dx <= lower.topDx && upper.dy <= lower.topDy;
  }

  private @Nullable Block join(Block first, Block second, int axis) {
    int[] counts = new int[kinds.count];
    add(first, counts);
    add(second, counts);
    int distinct = 0;
    for (int line = 0; line < counts.length; line++) {
      if (counts[line] > Math.min(units[line], kinds.limit[line])) {
        return null;
      }
      distinct += counts[line] > 0 ? 1 : 0;
    }
    int[] lines = new int[distinct];
    int[] each = new int[distinct];
    int at = 0;
    for (int line = 0; line < counts.length; line++) {
      if (counts[line] > 0) {
        lines[at] = line;
        each[at++] = counts[line];
      }
    }
    return hasFoes(lines) ? null : new Block(first, second, axis, lines, each);
  }

  private boolean hasFoes(int[] lines) {
    for (int i : lines) {
      for (int j : lines) {
        if (kinds.foes(i, j)) {
          return true;
        }
      }
    }
    return false;
  }

  private static void add(Block block, int[] counts) {
    for (int i = 0; i < block.lines.length; i++) {
      counts[block.lines[i]] += block.counts[i];
    }
  }

  /** What makes two blocks interchangeable: their size and what is in them. */
  private record Shape(int dx, int dy, int dz, int top, List<Integer> content) {
    static Shape of(Block block) {
      List<Integer> content = new ArrayList<>();
      for (int i = 0; i < block.lines.length; i++) {
        content.add(block.lines[i]);
        content.add(block.counts[i]);
      }
      return new Shape(block.dx, block.dy, block.dz, block.topDx * block.topDy, content);
    }
  }
}
