package dev.holdfast.domain.fulfilment.sourcing;

import dev.holdfast.domain.fulfilment.split.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The pieces that an order can be cut into: one set of pieces where every item is whole somewhere,
 * else one set per choice of places for the items that must be split. Each set is a search of its
 * own; those that cannot win even by the floors of their split items are never begun.
 */
final class Combinations {
  /** Two items of 45 options each are always complete. */
  static final int MAX_COMBINATIONS = 2_025;

  /** Up to so many combinations of shares may have more pieces each than is usual. */
  private static final int FEW_COMBINATIONS = 64;

  private final Question<?> question;
  private final List<Piece> whole = new ArrayList<>();
  private final List<List<List<Piece>>> split = new ArrayList<>();
  private final List<Combination> all = new ArrayList<>();
  private final boolean oneShipmentEach;
  private boolean complete = true;
  private int wanting = -1;
  private int most;
  private int limit = BlockTable.MAX_PIECES;

  private Combinations(Question<?> question) {
    this.question = question;
    oneShipmentEach = sendsOneEach();
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
    if (!split.isEmpty() && product <= FEW_COMBINATIONS) {
      limit = BlockTable.MOST_PIECES;
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
    List<Piece> shares = oneShipmentEach ? merged(chosen) : chosen;
    if (shares == null) {
      return;
    }
    List<Piece> free = Bundles.of(question, whole, Math.max(1, limit - shares.size()));
    complete &= free.size() == whole.size();
    List<Piece> pieces = new ArrayList<>(shares);
    pieces.addAll(free);
    most = Math.max(most, pieces.size());
    if (pieces.size() <= limit) {
      all.add(new Combination(pieces, floor(shares)));
    } else {
      complete = false;
    }
  }

  /** Whether no rule ever makes a place send two shipments. */
  private boolean sendsOneEach() {
    for (int item = 0; item < question.items.size(); item++) {
      long together = question.separation.apart(Scope.LOCATION, item);
      if (question.separation.apart(Scope.SHIPMENT, item) != together) {
        return false;
      }
    }
    return true;
  }

  /**
   * What one place gives goes in its one shipment, so it may as well be one piece; none where a
   * rule forbids that the place gives it all.
   */
  private @Nullable List<Piece> merged(List<Piece> shares) {
    Map<Integer, Piece> byPlace = new TreeMap<>();
    shares.forEach(share -> byPlace.merge(share.onlyPlace(), share, Piece::with));
    for (Piece all : byPlace.values()) {
      if (!question.separation.mayShare(Scope.LOCATION, all.mask())) {
        return null;
      }
    }
    return List.copyOf(byPlace.values());
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
      return BlockTable.NEVER / (BlockTable.MOST_PIECES + 1);
    }
    long minor = dearest + missed + from.adjustment + question.terms.splitMinor();
    return minor * BlockTable.SCALE + 1;
  }
}
