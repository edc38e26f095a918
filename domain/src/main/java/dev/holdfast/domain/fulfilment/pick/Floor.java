package dev.holdfast.domain.fulfilment.pick;

import java.util.Arrays;
import java.util.Collection;

/**
 * A floor answers what the {@link Way}s through each passage of a layout cost. Which positions a
 * pick list touches is its footprint: one bit per position, {@link #words} longs per passage,
 * passages counted aisle by aisle. Footprints of several orders are joined by OR. Immutable.
 */
final class Floor {
  /** What cannot be walked; twice a thousand passages of it still fit a {@code long}. */
  static final long IMPOSSIBLE = Long.MAX_VALUE >> 12;

  private static final int NO_WALL = -1;

  final int aisles;
  final int blocks;
  final int words;
  private final Layout layout;
  private final int[][] offsets;
  private final int[] lengths;
  private final int[] firstWall;
  private final int[] lastWall;
  private final int openBlocks;

  Floor(Layout layout) {
    this.layout = layout;
    aisles = layout.aisles();
    blocks = layout.blocks().size();
    offsets = new int[blocks][];
    lengths = new int[blocks];
    int mostSlots = 0;
    for (int block = 0; block < blocks; block++) {
      int slots = layout.blocks().get(block).slotsPerSide();
      mostSlots = Math.max(mostSlots, slots);
      lengths[block] = layout.passageMm(block);
      offsets[block] = new int[slots];
      for (int position = 0; position < slots; position++) {
        offsets[block][position] = layout.offsetMm(block, position);
      }
    }
    words = (mostSlots + Long.SIZE - 1) / Long.SIZE;
    firstWall = new int[aisles * blocks];
    lastWall = new int[aisles * blocks];
    Arrays.fill(firstWall, NO_WALL);
    Arrays.fill(lastWall, NO_WALL);
    for (Layout.Wall wall : layout.walls()) {
      int passage = passage(wall.aisle(), wall.block());
      int before = wall.beforePosition();
      boolean first = firstWall[passage] == NO_WALL;
      firstWall[passage] = first ? before : Math.min(firstWall[passage], before);
      lastWall[passage] = Math.max(lastWall[passage], before);
    }
    openBlocks = openBlocks();
  }

  Layout layout() {
    return layout;
  }

  int passage(int aisle, int block) {
    return aisle * blocks + block;
  }

  int lengthMm(int block) {
    return lengths[block];
  }

  int offsetMm(int block, int position) {
    return offsets[block][position];
  }

  /** Whether somebody gets to a slot that lies within the layout. */
  boolean reaches(Slot slot) {
    int passage = passage(slot.aisle(), slot.block());
    boolean walled = firstWall[passage] != NO_WALL;
    boolean fromFront = !walled || slot.position() < firstWall[passage];
    boolean fromBack = !walled || slot.position() >= lastWall[passage];
    return (fromFront && slot.block() <= openBlocks) || (fromBack && slot.block() < openBlocks);
  }

  /** Whether an aisle is walled somewhere, so that a walk may need aisles far from its picks. */
  boolean walled() {
    return !layout.walls().isEmpty();
  }

  /** How many blocks, counted from the depot, somebody can walk through. */
  private int openBlocks() {
    for (int block = 0; block < blocks; block++) {
      boolean open = false;
      for (int aisle = 0; aisle < aisles; aisle++) {
        open |= firstWall[passage(aisle, block)] == NO_WALL;
      }
      if (!open) {
        return block;
      }
    }
    return blocks;
  }

  /** The footprint of slots that {@link LayoutRules} has passed. */
  long[] footprint(Collection<Slot> slots) {
    long[] footprint = new long[aisles * blocks * words];
    for (Slot slot : slots) {
      int word = passage(slot.aisle(), slot.block()) * words + slot.position() / Long.SIZE;
      footprint[word] |= 1L << (slot.position() % Long.SIZE);
    }
    return footprint;
  }

  /** Whether a footprint touches a passage. */
  boolean touches(long[] footprint, int passage) {
    long any = 0;
    for (int word = passage * words; word < (passage + 1) * words; word++) {
      any |= footprint[word];
    }
    return any != 0;
  }

  /** Writes what each {@link Way} through a passage costs, in millimetres. */
  void costs(long[] footprint, int passage, long[] costs) {
    int block = passage % blocks;
    long length = lengths[block];
    boolean walled = firstWall[passage] != NO_WALL;
    Arrays.fill(costs, IMPOSSIBLE);
    costs[Way.PASS.index] = walled ? IMPOSSIBLE : length;
    costs[Way.TWICE.index] = walled ? IMPOSSIBLE : 2 * length;
    long picks = picks(footprint, passage);
    if (picks == NO_PICKS) {
      costs[Way.NONE.index] = 0;
      return;
    }
    int low = first(picks);
    int high = last(picks);
    if (!walled || high < firstWall[passage]) {
      costs[Way.FRONT.index] = 2L * offsets[block][high];
    }
    if (!walled || low >= lastWall[passage]) {
      costs[Way.BACK.index] = 2 * (length - offsets[block][low]);
    }
    long gap = gap(footprint, passage);
    if (gap != NO_PICKS) {
      long open = (long) offsets[block][last(gap)] - offsets[block][first(gap)];
      costs[Way.GAP.index] = 2 * (length - open);
    }
  }

  /** The farthest position that is reached from the front or, of {@code BACK}, from the back. */
  int turn(long[] footprint, int passage, Way way) {
    return switch (way) {
      case FRONT -> last(picks(footprint, passage));
      case BACK -> first(picks(footprint, passage));
      default -> throw new IllegalArgumentException(way + " has not one turn");
    };
  }

  /** The last pick before and the first pick after what {@code GAP} leaves out. */
  int[] turns(long[] footprint, int passage) {
    long gap = gap(footprint, passage);
    return new int[] {first(gap), last(gap)};
  }

  private static final long NO_PICKS = -1;

  private static long pair(int first, int last) {
    return ((long) first << Integer.SIZE) | last;
  }

  private static int first(long pair) {
    return (int) (pair >> Integer.SIZE);
  }

  private static int last(long pair) {
    return (int) pair;
  }

  /** The first and the last position that are touched. */
  private long picks(long[] footprint, int passage) {
    int from = passage * words;
    int low = 0;
    while (low < words && footprint[from + low] == 0) {
      low++;
    }
    if (low == words) {
      return NO_PICKS;
    }
    int high = words - 1;
    while (footprint[from + high] == 0) {
      high--;
    }
    return pair(
        low * Long.SIZE + Long.numberOfTrailingZeros(footprint[from + low]),
        high * Long.SIZE + Long.SIZE - 1 - Long.numberOfLeadingZeros(footprint[from + high]));
  }

  /**
   * The neighbours with the largest gap between them; of a walled aisle, those beside its walls.
   */
  private long gap(long[] footprint, int passage) {
    int[] offset = offsets[passage % blocks];
    int wall = firstWall[passage];
    long widest = NO_PICKS;
    int width = -1;
    int before = -1;
    for (int word = 0; word < words; word++) {
      long rest = footprint[passage * words + word];
      while (rest != 0) {
        int position = word * Long.SIZE + Long.numberOfTrailingZeros(rest);
        rest &= rest - 1;
        if (before >= 0
            && (wall == NO_WALL || (before < wall && position >= wall))
            && offset[position] - offset[before] > width) {
          width = offset[position] - offset[before];
          widest = pair(before, position);
        }
        before = position;
      }
    }
    return widest;
  }
}
