package dev.holdfast.domain.fulfilment.sourcing;

import dev.holdfast.domain.fulfilment.sourcing.Question.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The exact search over all ways to ship given pieces, asking for as few prices as it can: find the
 * cheapest plan under what is known (floors, and prices where they were asked for); ask for the
 * price of its largest block without one; repeat. A plan of which every block is priced and than
 * which nothing could be cheaper even by floors is optimal. The scheme is that of lazy shortest
 * paths (Dellin and Srinivasa, "A unifying formalism for shortest path problems with expensive edge
 * evaluations", 2016), with plans for paths.
 *
 * <p>A place sends one shipment; a second one only of goods that a class rule keeps out of the
 * first: no two shipments of a place could be one.
 */
final class PlanSearch<D> {
  /**
   * The bound is nearly always met; where a rule forbids that, the next cheapest plans are near. So
   * the search looks no further at first than it must.
   */
  private static final long FIRST_SLACK_MINOR = 25;

  private final Question<D> question;
  private final BlockTable table;
  private final PieceRules rules;
  private final PriceMemo<D> prices;
  private final Best best;
  private final List<Piece> pieces;
  private final int[] chosenPlace = new int[BlockTable.MOST_PIECES];
  private final int[] chosenSet = new int[BlockTable.MOST_PIECES];
  private int[] foundPlace = {};
  private int[] foundSet = {};
  private long threshold;

  PlanSearch(Question<D> question, List<Piece> pieces, PriceMemo<D> prices, Best best) {
    this.question = question;
    this.pieces = pieces;
    this.prices = prices;
    this.best = best;
    rules = new PieceRules(question, pieces);
    table = new BlockTable(question, pieces, rules, question.terms.maxShipments());
    best.floors += table.floors();
  }

  /** Betters the best plan as far as these pieces can. */
  void run() {
    while (cheapestBelow(best.cost)) {
      best.rounds++;
      if (prices.asked() >= question.terms.maxPrices() || best.steps > Best.MAX_STEPS) {
        best.proven = false;
        return;
      }
      int open = largestWithoutPrice();
      if (open < 0) {
        best.take(threshold, blocks());
      } else {
        learn(foundPlace[open], foundSet[open]);
        best.proven &= table.sure();
      }
    }
  }

  /**
   * Asks for the price of a block, and of the same goods wherever they could be cheaper: they are
   * packed once, so these prices take next to nothing and save a search each.
   */
  private void learn(int place, int set) {
    List<Piece> load = table.pieces(set);
    table.price(place, set, prices.price(place, load));
    long known = table.cost(place, set);
    for (int other = 0; other < question.places.size(); other++) {
      if (!table.priced(other, set) && table.cost(other, set) < known) {
        table.price(other, set, prices.price(other, load));
        known = Math.min(known, table.cost(other, set));
      }
    }
  }

  private List<Best.Block> blocks() {
    List<Best.Block> blocks = new ArrayList<>();
    for (int i = 0; i < foundSet.length; i++) {
      blocks.add(new Best.Block(foundPlace[i], table.pieces(foundSet[i])));
    }
    return blocks;
  }

  private int largestWithoutPrice() {
    int largest = -1;
    for (int i = 0; i < foundSet.length; i++) {
      if (!table.priced(foundPlace[i], foundSet[i])
          && (largest < 0 || Integer.bitCount(foundSet[i]) > Integer.bitCount(foundSet[largest]))) {
        largest = i;
      }
    }
    return largest;
  }

  /** Finds the cheapest plan under what is known, if it costs less than the limit. */
  private boolean cheapestBelow(long limit) {
    table.settle();
    long bound = table.bound(table.full, question.terms.maxShipments());
    if (bound >= limit) {
      return false;
    }
    foundSet = new int[0];
    long slack = 1;
    while (foundSet.length == 0 && bound + slack < limit) {
      threshold = bound + slack;
      extend(table.full, 0, 0);
      slack = Math.max(BlockTable.SCALE * FIRST_SLACK_MINOR, slack * 4);
    }
    if (foundSet.length == 0) {
      threshold = limit;
      extend(table.full, 0, 0);
    }
    return foundSet.length > 0;
  }

  private void extend(int rest, long cost, int depth) {
    if (rest == 0) {
      accept(cost, depth);
      return;
    }
    int left = question.terms.maxShipments() - depth - 1;
    int low = rest & -rest;
    int others = (rest ^ low) & table.company(low);
    int sub = others;
    while (true) {
      int set = sub | low;
      long after = table.bound(rest ^ set, left);
      if (cost + table.cheapest(set) + after < threshold) {
        place(set, rest ^ set, cost, after, depth);
      }
      if (sub == 0 || best.steps > Best.MAX_STEPS) {
        return;
      }
      sub = (sub - 1) & others;
    }
  }

  private void place(int set, int rest, long cost, long after, int depth) {
    for (int place = 0; place < question.places.size(); place++) {
      long own = table.cost(place, set);
      long with = cost + own;
      if (with + after < threshold && BlockTable.possible(own) && fits(place, set, depth)) {
        best.steps++;
        chosenPlace[depth] = place;
        chosenSet[depth] = set;
        extend(rest, with, depth + 1);
      }
    }
  }

  private boolean fits(int place, int set, int depth) {
    int all = set;
    for (int i = 0; i < depth; i++) {
      if (chosenPlace[i] == place) {
        if (table.together(chosenSet[i] | set)) {
          return false;
        }
        all |= chosenSet[i];
      }
    }
    return all == set
        || (rules.mayShareLocation(all) && (!question.exploded || inStock(place, all)));
  }

  private boolean inStock(int place, int set) {
    Place<D> from = question.places.get(place);
    long[] wanted = new long[question.lines.size()];
    for (int rest = set; rest != 0; rest &= rest - 1) {
      Piece piece = pieces.get(Integer.numberOfTrailingZeros(rest));
      for (int i = 0; i < piece.items().size(); i++) {
        int line = question.items.get(piece.items().get(i)).line();
        wanted[line] += piece.parts().get(i).quantity();
        if (wanted[line] > from.available[line]) {
          return false;
        }
      }
    }
    return true;
  }

  private void accept(long cost, int depth) {
    if (!best.banned.isEmpty()) {
      BitSet places = new BitSet();
      for (int i = 0; i < depth; i++) {
        places.set(chosenPlace[i]);
      }
      if (best.banned.contains(places)) {
        return;
      }
    }
    threshold = cost;
    foundPlace = Arrays.copyOf(chosenPlace, depth);
    foundSet = Arrays.copyOf(chosenSet, depth);
  }
}
