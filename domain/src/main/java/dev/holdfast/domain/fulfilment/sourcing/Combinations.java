package dev.holdfast.domain.fulfilment.sourcing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The pieces that an order can be cut into: one set of pieces where every item is whole somewhere,
 * else one set per choice of places for the items that must be split. Each set is a search of its
 * own; those that cannot win even by the floors of their split items are never begun.
 */
final class Combinations {
  /** Two items of 45 options each are always complete. */
  static final int MAX_COMBINATIONS = 2_025;

  private final Question<?> question;
  private final List<Piece> whole = new ArrayList<>();
  private final List<List<List<Piece>>> split = new ArrayList<>();
  private final List<Combination> all = new ArrayList<>();
  private boolean complete = true;
  private int wanting = -1;
  private int most;

  private Combinations(Question<?> question) {
    this.question = question;
  }

  static Combinations of(Question<?> question) {
    Combinations combinations = new Combinations(question);
    combinations.sort();
    if (combinations.wanting < 0) {
      combinations.cutDown();
      combinations.combine(0, new ArrayList<>());
      combinations.all.sort(Comparator.comparingLong(Combination::floor));
    }
    return combinations;
  }

  /** The first item of which all places together have too little; -1 if there is enough of all. */
  int wanting() {
    return wanting;
  }

  /** Sets of pieces, split ones first, by rising floor. */
  List<Combination> all() {
    return all;
  }

  /** Whether nothing was left out. */
  boolean complete() {
    return complete;
  }

  /** How many pieces the largest set has. */
  int mostPieces() {
    return most;
  }

  /**
   * One way to cut an order.
   *
   * @param floor no plan of these pieces costs less, scaled
   */
  record Combination(List<Piece> pieces, long floor) {}

  private void sort() {
    for (int item = 0; item < question.items.size(); item++) {
      if (somewhereWhole(item)) {
        whole.add(Piece.whole(item, question.items.get(item).part()));
        continue;
      }
      SplitOptions options = SplitOptions.of(question, item);
      if (options.options().isEmpty()) {
        wanting = item;
        return;
      }
      complete &= options.complete();
      split.add(options.options());
    }
  }

  private boolean somewhereWhole(int item) {
    for (Question.Place<?> place : question.places) {
      if (place.has(question.items.get(item))) {
        return true;
      }
    }
    return false;
  }

  /** Leaves each item so many of its cheapest options that all combinations can be looked at. */
  private void cutDown() {
    double product = 1;
    for (List<List<Piece>> options : split) {
      product *= options.size();
    }
    if (product <= MAX_COMBINATIONS) {
      return;
    }
    complete = false;
    int each = Math.max(1, (int) Math.pow(MAX_COMBINATIONS, 1.0 / split.size()));
    for (int i = 0; i < split.size(); i++) {
      split.set(
          i,
          split.get(i).stream().sorted(Comparator.comparingLong(this::floor)).limit(each).toList());
    }
  }

  private void combine(int next, List<Piece> chosen) {
    if (next < split.size()) {
      for (List<Piece> option : split.get(next)) {
        List<Piece> more = new ArrayList<>(chosen);
        more.addAll(option);
        combine(next + 1, more);
      }
      return;
    }
    long givers = chosen.stream().mapToInt(Piece::onlyPlace).distinct().count();
    if (givers > question.terms.maxShipments()) {
      return;
    }
    List<Piece> free =
        Bundles.of(question, whole, Math.max(1, BlockTable.MAX_PIECES - chosen.size()));
    complete &= free.size() == whole.size();
    List<Piece> pieces = new ArrayList<>(chosen);
    pieces.addAll(free);
    most = Math.max(most, pieces.size());
    if (pieces.size() <= BlockTable.MAX_PIECES) {
      all.add(new Combination(pieces, floor(chosen)));
    } else {
      complete = false;
    }
  }

  /** Every place that gives a share sends a shipment; those are the least that it costs. */
  private long floor(List<Piece> shares) {
    long total = 0;
    for (int place = 0; place < question.places.size(); place++) {
      total += floor(place, shares);
    }
    long bonus = 0;
    for (Question.Place<?> place : question.places) {
      bonus = Math.min(bonus, place.adjustment);
    }
    return total + bonus * BlockTable.SCALE * whole.size();
  }

  private long floor(int place, List<Piece> shares) {
    Question.Place<?> from = question.places.get(place);
    long dearest = -1;
    long missed = 0;
    for (Piece share : shares) {
      if (share.onlyPlace() == place) {
        missed += question.opportunity(place, share);
        dearest = Math.max(dearest, from.prices.floor(share.load()));
      }
    }
    if (dearest < 0) {
      return 0;
    }
    if (dearest == LocationPrice.NEVER) {
      return BlockTable.NEVER / (BlockTable.MAX_PIECES + 1);
    }
    long minor = dearest + missed + from.adjustment + question.terms.splitMinor();
    return minor * BlockTable.SCALE + 1;
  }
}
