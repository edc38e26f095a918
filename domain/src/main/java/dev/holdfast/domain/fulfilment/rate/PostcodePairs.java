package dev.holdfast.domain.fulfilment.rate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A number for each pair of origin and destination: two binary searches and one look into a table.
 * The ends of all ranges cut origins and destinations into stretches; within a pair of stretches
 * the answer is the same everywhere. Immutable; looking up allocates nothing.
 */
public final class PostcodePairs {
  /** No entry holds the pair. */
  public static final int NONE = -1;

  /** The largest number that an entry may have. */
  public static final int MAX_VALUE = Short.MAX_VALUE;

  /**
   * The most pairs of stretches, 8 MB of table: every three-digit US area to every other has 0.9 M.
   */
  public static final long MAX_CELLS = 4_000_000;

  /** The most overlaps that are told: whoever has more has swapped columns. */
  public static final int MAX_OVERLAPS = 100;

  private final long[] origins;
  private final long[] destinations;
  private final short[] values;

  private PostcodePairs(long[] origins, long[] destinations, short[] values) {
    this.origins = origins;
    this.destinations = destinations;
    this.values = values;
  }

  /**
   * A rectangle of pairs.
   *
   * @param value 0 to {@link #MAX_VALUE}
   */
  public record Entry(PostcodeRange origin, PostcodeRange destination, int value) {}

  /**
   * Two entries that hold the same pair.
   *
   * @param entry the later one's index
   * @param earlier the earlier one's index
   */
  public record Overlap(int entry, int earlier) {}

  /**
   * A pair that no entry holds, though entries hold both its origin and its destination.
   *
   * @param entry the index of an entry of that origin, next to the gap
   * @param origin the first postcode of the stretch
   * @param destination the first postcode of the stretch
   */
  public record Gap(int entry, Postcode origin, Postcode destination) {}

  /** How many pairs of stretches these entries make. */
  public static long cells(List<Entry> entries) {
    return (long) starts(entries, true).length * starts(entries, false).length;
  }

  /**
   * The entries that hold a pair of an earlier one, each with the first such, at most {@link
   * #MAX_OVERLAPS}. There may be at most {@link #MAX_CELLS} cells.
   */
  public static List<Overlap> overlaps(List<Entry> entries) {
    List<Overlap> found = new ArrayList<>();
    table(entries, found, MAX_OVERLAPS);
    return found;
  }

  /** The first gap of each stretch of origins, at most {@link #MAX_OVERLAPS}. */
  public static List<Gap> gaps(List<Entry> entries) {
    long[] origins = starts(entries, true);
    long[] destinations = starts(entries, false);
    int[] owners = table(entries, new ArrayList<>(), Integer.MAX_VALUE);
    boolean[] served = new boolean[destinations.length];
    for (int cell = 0; cell < owners.length; cell++) {
      served[cell % destinations.length] |= owners[cell] != NONE;
    }
    List<Gap> gaps = new ArrayList<>();
    for (int row = 0; row < origins.length && gaps.size() < MAX_OVERLAPS; row++) {
      int beside = NONE;
      int gap = NONE;
      for (int column = 0; column < destinations.length; column++) {
        int owner = owners[row * destinations.length + column];
        if (owner == NONE && served[column] && gap == NONE) {
          gap = column;
        }
        if (owner != NONE && (gap == NONE || beside == NONE)) {
          beside = owner;
        }
      }
      if (gap != NONE && beside != NONE) {
        gaps.add(new Gap(beside, first(origins[row]), first(destinations[gap])));
      }
    }
    return gaps;
  }

  /** The least postcode of a stretch; that of everywhere has no beginning. */
  private static Postcode first(long start) {
    return new Postcode(Math.max(1, start));
  }

  /** Where entries overlap, the earlier one counts. */
  public static PostcodePairs of(List<Entry> entries) {
    int[] owners = table(entries, new ArrayList<>(), Integer.MAX_VALUE);
    short[] values = new short[owners.length];
    for (int i = 0; i < owners.length; i++) {
      values[i] = (short) (owners[i] == NONE ? NONE : entries.get(owners[i]).value());
    }
    return new PostcodePairs(starts(entries, true), starts(entries, false), values);
  }

  /** The number of a pair, or {@link #NONE}. */
  public int at(Postcode origin, Postcode destination) {
    int row = stretch(origins, origin.key());
    int column = stretch(destinations, destination.key());
    return row < 0 || column < 0 ? NONE : values[row * destinations.length + column];
  }

  /** The index of the entry that holds each pair of stretches. */
  private static int[] table(List<Entry> entries, List<Overlap> overlaps, int most) {
    long[] origins = starts(entries, true);
    long[] destinations = starts(entries, false);
    int[] owners = new int[Math.multiplyExact(origins.length, destinations.length)];
    Arrays.fill(owners, NONE);
    for (int i = 0; i < entries.size() && overlaps.size() < most; i++) {
      Entry entry = entries.get(i);
      int earlier = NONE;
      int top = stretch(origins, entry.origin().low());
      int bottom = stretch(origins, entry.origin().high());
      int left = stretch(destinations, entry.destination().low());
      int right = stretch(destinations, entry.destination().high());
      for (int row = top; row <= bottom; row++) {
        for (int cell = row * destinations.length + left;
            cell <= row * destinations.length + right;
            cell++) {
          if (owners[cell] == NONE) {
            owners[cell] = i;
          } else if (earlier == NONE) {
            earlier = owners[cell];
          }
        }
      }
      if (earlier != NONE) {
        overlaps.add(new Overlap(i, earlier));
      }
    }
    return owners;
  }

  /** Where stretches start, ascending: at each range's beginning and behind its end. */
  private static long[] starts(List<Entry> entries, boolean origin) {
    return entries.stream()
        .map(entry -> origin ? entry.origin() : entry.destination())
        .flatMapToLong(range -> LongStream.of(range.low(), range.high() + 1))
        .sorted()
        .distinct()
        .toArray();
  }

  /** The last stretch that starts at or before a key; -1 before the first. */
  private static int stretch(long[] starts, long key) {
    int low = 0;
    int high = starts.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] <= key) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }
}
