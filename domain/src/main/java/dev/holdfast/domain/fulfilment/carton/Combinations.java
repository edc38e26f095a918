package dev.holdfast.domain.fulfilment.carton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The combinations of cartons that could still be cheaper than a known packing. For each set of
 * types, the units that fit into no other type must find their volume, their weight and the height
 * of their stacks in the cartons of these types, and the units of each line must find room by their
 * number; a combination that cannot offer that is out. When none is left, the known packing is
 * proven to be the cheapest.
 */
final class Combinations {
  /** Sets of types are looked at for so many types; beyond, only the set of all. */
  private static final int MOST_TYPES_IN_SETS = 6;

  private static final int MOST_CARTONS = 12;
  private static final int MOST_FOUND = 1_000;

  /** What the units that fit into a set of types alone demand of it. */
  private record Demand(int set, long volume, long weight, long height) {}

  /** How many units of one line there are, and how many of them a carton of each type holds. */
  private static final class Count {
    final int units;
    final long[] held;

    Count(int units, long[] held) {
      this.units = units;
      this.held = held;
    }
  }

  /** A combination: indexes of types, and what they cost at the least. */
  record Option(List<Integer> types, long priceMinor) {}

  private final List<CartonType> types;
  private final long[] emptyPrice;
  private final List<Demand> demands = new ArrayList<>();
  private final List<Count> counts = new ArrayList<>();
  private long below;
  private boolean cut;

  Combinations(List<CartonType> types, Kinds kinds, int[] units, long[] emptyPrice) {
    this.types = types;
    this.emptyPrice = emptyPrice;
    int[] fits = new int[units.length];
    for (int i = 0; i < units.length; i++) {
      fits[i] = units[i] > 0 ? fits(kinds, i) : 0;
      if (units[i] > 1) {
        counts.add(count(kinds, i, units[i], fits[i]));
      }
    }
    int all = (1 << types.size()) - 1;
    for (int set = types.size() > MOST_TYPES_IN_SETS ? all : 1; set <= all; set++) {
      demand(kinds, units, fits, set);
    }
  }

  private int fits(Kinds kinds, int line) {
    int mask = 0;
    for (int t = 0; t < types.size(); t++) {
      CartonType type = types.get(t);
      boolean takes = kinds.weightG[line] <= type.maxContentG() && kinds.fits(line, type.inner());
      mask |= takes ? 1 << t : 0;
    }
    return mask;
  }

  private Count count(Kinds kinds, int line, int units, int fits) {
    long[] held = new long[types.size()];
    for (int t = 0; t < held.length; t++) {
      if ((fits >> t & 1) != 0) {
        CartonType type = types.get(t);
        int height = stackHeight(kinds.turns[line], 1 << t);
        long byVolume = type.inner().volumeMm3() / kinds.volume[line];
        long byWeight = type.maxContentG() / Math.max(1, kinds.weightG[line]);
        long byHeight = height == 0 ? byVolume : type.inner().heightMm() / height;
        held[t] = Math.min(kinds.limit[line], Math.min(byVolume, Math.min(byWeight, byHeight)));
      }
    }
    return new Count(units, held);
  }

  private void demand(Kinds kinds, int[] units, int[] fits, int set) {
    long volume = 0;
    long weight = 0;
    long height = 0;
    for (int i = 0; i < units.length; i++) {
      if (units[i] > 0 && (fits[i] & ~set) == 0) {
        volume += units[i] * kinds.volume[i];
        weight += (long) units[i] * kinds.weightG[i];
        height += (long) units[i] * stackHeight(kinds.turns[i], set);
      }
    }
    if (volume > 0) {
      demands.add(new Demand(set, volume, weight, height));
    }
  }

  /** The unit's height, where it lies flat and two never lie side by side in the set; else 0. */
  private int stackHeight(int[] turns, int set) {
    for (int o = 0; o < turns.length; o += 3) {
      if (turns[o + 2] != turns[2]) {
        return 0;
      }
    }
    int least = Math.min(turns[0], turns[1]);
    for (int t = 0; t < types.size(); t++) {
      Size inner = types.get(t).inner();
      boolean in = (set >> t & 1) != 0;
      if (in && 2 * least <= Math.max(inner.lengthMm(), inner.widthMm())) {
        return 0;
      }
    }
    return turns[2];
  }

  /** Those below a price, the cheapest first; {@link #cut} says whether there are more. */
  List<Option> below(long priceMinor) {
    below = priceMinor;
    cut = false;
    List<Option> found = new ArrayList<>();
    extend(new int[MOST_CARTONS], 0, 0, 0, found);
    found.sort(
        Comparator.comparingLong(Option::priceMinor).thenComparingInt(o -> o.types().size()));
    return found;
  }

  /** Whether the last answer left combinations out, so that it proves nothing. */
  boolean cut() {
    return cut;
  }

  private void extend(int[] chosen, int size, int from, long cost, List<Option> found) {
    if (size > 0 && enough(chosen, size)) {
      found.add(new Option(Arrays.stream(chosen, 0, size).boxed().toList(), cost));
      return; // more cartons would only cost more
    }
    for (int t = from; t < types.size(); t++) {
      long next = cost + emptyPrice[t];
      if (next >= below) {
        continue;
      }
      if (size == MOST_CARTONS || found.size() >= MOST_FOUND) {
        cut = true;
        return;
      }
      chosen[size] = t;
      extend(chosen, size + 1, t, next, found);
    }
  }

  private boolean enough(int[] chosen, int size) {
    for (Count count : counts) {
      long missing = count.units;
      for (int i = 0; i < size; i++) {
        missing -= count.held[chosen[i]];
      }
      if (missing > 0) {
        return false;
      }
    }
    for (Demand demand : demands) {
      long volume = demand.volume;
      long weight = demand.weight;
      long height = demand.height;
      for (int i = 0; i < size; i++) {
        if ((demand.set >> chosen[i] & 1) != 0) {
          CartonType type = types.get(chosen[i]);
          volume -= type.inner().volumeMm3();
          weight -= type.maxContentG();
          height -= type.inner().heightMm();
        }
      }
      if (volume > 0 || weight > 0 || height > 0) {
        return false;
      }
    }
    return true;
  }
}
