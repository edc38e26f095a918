package dev.holdfast.domain.fulfilment.carton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the cartons of one order and what goes into each. One carton is tried first. Otherwise
 * they are filled one after the other; then each combination of cartons that could be cheaper is
 * tried, again and again: what was left over is valued higher the next time (squeaky wheel
 * optimisation, Joslin and Clements, 1999), until no combination is left or the budget is over.
 */
final class ManyCartons {
  /** The part of the budget that one thorough filling may take. */
  private static final int SLICES = 12;

  /** How much dearer a unit becomes each time that it was left over. */
  private static final double SQUEAK = 1.5;

  /** Beyond this, all that matters is dearest. */
  private static final double DEAREST = 1e9;

  /** Charged for every try, so that tries that end at once come to an end as well. */
  private static final int STEPS_PER_TURN = 500;

  /** How much dearer a unit is where this is its last chance. */
  private static final double URGENT = 8;

  private final List<CartonType> types;
  private final Kinds kinds;
  private final CartonPrice price;
  private final int supportPermille;
  private final Budget budget;
  private final long slice;

  ManyCartons(List<CartonType> types, Kinds kinds, PackingRules rules, CartonPrice price) {
    this.types = types;
    this.kinds = kinds;
    this.price = price;
    supportPermille = rules.supportPermille();
    budget = new Budget(rules.steps());
    slice = rules.steps() / SLICES;
  }

  /** One carton for each unit of a line, the cheapest that takes it. */
  List<Load> each(int line, int count) {
    int[] single = new int[kinds.count];
    single[line] = 1;
    Load load = single(single, new OneCarton(kinds, supportPermille));
    List<Load> loads = new ArrayList<>();
    for (int n = 0; n < count && load != null; n++) {
      loads.add(load);
    }
    return loads;
  }

  /** Packs all units; each of them fits into some carton by itself. */
  List<Load> pack(int[] units) {
    if (Arrays.stream(units).sum() == 0) {
      return List.of();
    }
    OneCarton one = new OneCarton(kinds, supportPermille);
    Load single = single(units, one);
    if (single != null && single.priceMinor() <= 2 * cheapestEmpty()) {
      return List.of(single);
    }
    return improved(units, single == null ? null : List.of(single));
  }

  private long cheapestEmpty() {
    long found = Long.MAX_VALUE / 2;
    for (long empty : emptyPrices()) {
      found = Math.min(found, empty);
    }
    return found;
  }

  private long[] emptyPrices() {
    return types.stream().mapToLong(t -> price.priceMinor(t, t.emptyWeightG())).toArray();
  }

  private List<Load> improved(int[] units, @Nullable List<Load> single) {
    List<Load> best = new Round(kinds.value.clone(), units).fill();
    if (single != null && Load.price(single) <= Load.price(best)) {
      best = single;
    }
    if (budget.over()) {
      return best;
    }
    Combinations combinations = new Combinations(types, kinds, units, emptyPrices());
    List<Combinations.Option> cheaper = combinations.below(Load.price(best));
    double[] values = kinds.value.clone();
    for (int turn = 0; !cheaper.isEmpty() && !budget.over(); turn++) {
      budget.spend(STEPS_PER_TURN);
      Combinations.Option option = cheaper.get(turn % cheaper.size());
      List<Load> tried = new Target(values, units, option.types()).fill(turn / cheaper.size());
      if (tried != null && Load.price(tried) < Load.price(best)) {
        best = tried;
        cheaper = combinations.below(Load.price(best));
      }
    }
    return best;
  }

  /** Tries to pack everything into a given combination of cartons. */
  private final class Target {
    private final double[] values;
    private final int[] left;
    private final int[] sequence;
    private final List<Load> loads = new ArrayList<>();

    Target(double[] values, int[] units, List<Integer> sequence) {
      this.values = values;
      this.left = units.clone();
      this.sequence = sequence.stream().mapToInt(Integer::intValue).toArray();
    }

    @Nullable List<Load> fill(int turn) {
      arrange(turn);
      for (int i = 0; i < sequence.length; i++) {
        CartonType type = types.get(sequence[i]);
        OneCarton one = new OneCarton(kinds, supportPermille).valued(urgent(i));
        List<Placement> content = turn == 0 ? null : one.allQuickly(type, left, budget);
        if (content == null) {
          Budget part = budget.slice(slice);
          content = turn == 0 ? one.quickly(type, left, part) : one.thoroughly(type, left, part);
          budget.charge(part);
        }
        if (content.isEmpty()) {
          continue;
        }
        loads.add(Load.of(kinds, type, content, price));
        loads.getLast().takeFrom(left);
      }
      if (Arrays.stream(left).sum() == 0) {
        return loads;
      }
      for (int i = 0; i < left.length; i++) {
        boolean dearer = left[i] > 0 && values[i] < DEAREST * kinds.value[i];
        values[i] *= dearer ? SQUEAK : 1;
      }
      return null;
    }

    /** Rotates the sequence, so that each carton comes first and last now and then. */
    private void arrange(int turn) {
      int[] before = sequence.clone();
      for (int i = 0; i < before.length; i++) {
        int from = (turn & 1) == 0 ? i : before.length - 1 - i;
        sequence[i] = before[(from + turn / 2) % before.length];
      }
    }

    /** What fits into none of the cartons that come later goes first; heavy goods may be dear. */
    private double[] urgent(int at) {
      double[] urgent = values.clone();
      for (int i = 0; i < urgent.length; i++) {
        boolean later = false;
        for (int s = at + 1; s < sequence.length && left[i] > 0; s++) {
          later |= kinds.fits(i, types.get(sequence[s]).inner());
        }
        urgent[i] *= later ? 1 : URGENT;
      }
      return urgent;
    }
  }

  private @Nullable Load single(int[] units, OneCarton one) {
    for (CartonType type : byPrice(units)) {
      List<Placement> all = one.allQuickly(type, units, budget);
      if (all != null) {
        return Load.of(kinds, type, all, price);
      }
    }
    return null;
  }

  private List<CartonType> byPrice(int[] units) {
    long content = 0;
    for (int i = 0; i < units.length; i++) {
      content += (long) units[i] * kinds.weightG[i];
    }
    long weight = content;
    List<CartonType> sorted = new ArrayList<>(types);
    sorted.sort(
        Comparator.comparingLong(
                (CartonType type) -> price.priceMinor(type, weight + type.emptyWeightG()))
            .thenComparingLong(type -> type.outer().volumeMm3()));
    return sorted;
  }

  /** One way to fill carton after carton. */
  private final class Round {
    private final OneCarton one;
    private final double[] values;
    private final int[] left;
    private final List<Load> loads = new ArrayList<>();

    Round(double[] values, int[] units) {
      this.values = values;
      left = units.clone();
      one = new OneCarton(kinds, supportPermille).valued(values);
    }

    List<Load> fill() {
      while (Arrays.stream(left).sum() > 0) {
        Load last = loads.isEmpty() ? null : single(left, one);
        if (last != null) {
          loads.add(last);
          break;
        }
        next();
      }
      return loads;
    }

    /** Fills the carton that packs most per price, or one after which a single one is enough. */
    private void next() {
      Load best = null;
      double most = -1;
      List<Load> closing = null;
      Rest rest = Rest.of(kinds, left, values);
      for (CartonType type : types) {
        boolean mayClose = closing == null || mayUndercut(type, Load.price(closing));
        mayClose &= rest.mayLeaveOne(type, types);
        if (!mayClose && (closing != null || rest.mostIn(type, price) <= most)) {
          continue;
        }
        Load load = Load.of(kinds, type, one.quickly(type, left, budget), price);
        if (load.placements().isEmpty()) {
          continue;
        }
        double gain = gain(load);
        if (gain > most) {
          best = load;
          most = gain;
        }
        List<Load> close = mayClose ? closed(load) : null;
        if (close != null && (closing == null || Load.price(close) < Load.price(closing))) {
          closing = close;
        }
      }
      if (best == null) {
        throw new IllegalStateException("a unit fits into no carton");
      }
      for (Load load : closing == null ? List.of(best) : closing) {
        loads.add(load);
        load.takeFrom(left);
      }
    }

    private boolean mayUndercut(CartonType type, long total) {
      return price.priceMinor(type, type.emptyWeightG()) + cheapestEmpty() < total;
    }

    private double gain(Load load) {
      double sum = 0;
      for (Placement unit : load.placements()) {
        sum += values[unit.line()];
      }
      return sum / Math.max(1, load.priceMinor());
    }

    private @Nullable List<Load> closed(Load load) {
      load.takeFrom(left);
      Load last = single(left, one);
      for (Placement unit : load.placements()) {
        left[unit.line()]++;
      }
      return last == null ? null : List.of(load, last);
    }
  }
}
