package dev.holdfast.domain.fulfilment.sourcing;

import java.util.Arrays;
import java.util.List;

/**
 * What every block (a place and a set of pieces that it might ship) costs at least, and from that
 * what every set of pieces costs at least when it is divided among shipments in the best way. The
 * costs of blocks begin with sure floors and are raised to prices as these become known.
 *
 * <p>Costs are scaled: minor units times {@link #SCALE}, plus 1 per shipment, so that of equally
 * dear plans the one with fewer shipments is less. Each shipment carries the price of a split; the
 * first one's is taken off at the end.
 *
 * <p>The division is the subset recursion of set partitioning: the block that holds the lowest
 * piece, then the best division of the rest; 3^n / 2 steps for n pieces. It ignores that a place
 * sends one shipment only, so it bounds from below; {@link PlanSearch} sees to the rest.
 */
final class BlockTable {
  /** More than shipments of any plan. */
  static final long SCALE = 128;

  /** The cost of what cannot be. Far above any cost, and sums of a few still fit. */
  static final long NEVER = Long.MAX_VALUE / 8;

  /** 3^10 / 2 = 30,000 steps per round and 1,023 floors per place: a few milliseconds in all. */
  static final int MAX_PIECES = 10;

  /** Nine times as many steps and four times the floors, for the few orders that need them. */
  static final int MOST_PIECES = 12;

  /** A limit of more shipments hardly ever binds; one layer of bounds for each would cost more. */
  private static final int MAX_LAYERS = 3;

  final int full;
  private final int layers;
  private final boolean limited;
  private final Question<?> question;
  private final List<Piece> pieces;
  private final long[][] costs;
  private final boolean[][] priced;
  private final long[] cheapest;
  private final long[][] bounds;
  private final boolean[] together;

  /** By piece, the others that it could ever share a shipment with. */
  private final int[] company;

  private final long[][] opportunity;
  private long floors;
  private boolean stale = true;
  private boolean sure = true;

  /** The pieces that every set has whose cost changed since the bounds were brought up to date. */
  private int changed;

  /**
   * Asks for the floors of all blocks.
   *
   * @param shipments no plan may have more
   */
  BlockTable(Question<?> question, List<Piece> pieces, PieceRules rules, int shipments) {
    this.question = question;
    this.pieces = pieces;
    int sets = 1 << pieces.size();
    full = sets - 1;
    limited = shipments < pieces.size() && shipments <= MAX_LAYERS;
    layers = limited ? shipments : 1;
    costs = new long[question.places.size()][sets];
    priced = new boolean[question.places.size()][sets];
    cheapest = new long[sets];
    bounds = new long[layers][sets];
    together = new boolean[sets];
    company = new int[pieces.size()];
    opportunity = new long[question.places.size()][pieces.size()];
    together[0] = true;
    for (int set = 1; set <= full; set++) {
      int rest = set & (set - 1);
      together[set] = together[rest] && rules.mayShip(Integer.numberOfTrailingZeros(set), rest);
    }
    fill(rules);
  }

  private void fill(PieceRules rules) {
    int places = question.places.size();
    int[] held = new int[places];
    for (int place = 0; place < places; place++) {
      Arrays.fill(costs[place], NEVER);
      for (int piece = 0; piece < pieces.size(); piece++) {
        held[place] |= pieces.get(piece).shipsFrom(question, place) ? 1 << piece : 0;
        opportunity[place][piece] = question.opportunity(place, pieces.get(piece));
      }
    }
    for (int one = 0; one < company.length; one++) {
      for (int other = 0; other < company.length; other++) {
        int both = 1 << one | 1 << other;
        boolean may = one != other && together[both] && rules.mayShareLocation(both);
        company[one] |= may && heldTogether(both, held) ? 1 << other : 0;
      }
    }
    Load[] loads = new Load[full + 1];
    for (int set = 1; set <= full; set++) {
      int lowest = Integer.numberOfTrailingZeros(set);
      Load rest = loads[set & (set - 1)];
      Load low = pieces.get(lowest).load();
      loads[set] = rest == null ? low : rest.and(low);
      cheapest[set] = NEVER;
      if (together[set] && rules.mayShareLocation(set)) {
        floor(set, loads[set], held);
      }
    }
  }

  private static boolean heldTogether(int set, int[] held) {
    for (int at : held) {
      if ((set & ~at) == 0) {
        return true;
      }
    }
    return false;
  }

  private void floor(int set, Load load, int[] held) {
    for (int place = 0; place < held.length; place++) {
      if ((set & ~held[place]) == 0) {
        floors++;
        long floor = question.places.get(place).prices.floor(load);
        if (floor != LocationPrice.NEVER) {
          costs[place][set] = scaled(place, set, floor);
          cheapest[set] = Math.min(cheapest[set], costs[place][set]);
        }
      }
    }
  }

  /** The cost of a block with this carriage. */
  private long scaled(int place, int set, long carriage) {
    long minor = carriage + question.places.get(place).adjustment + question.terms.splitMinor();
    long[] missed = opportunity[place];
    for (int rest = set; rest != 0; rest &= rest - 1) {
      minor += missed[Integer.numberOfTrailingZeros(rest)];
    }
    return minor * SCALE + 1;
  }

  /** The block's price became known. */
  void price(int place, int set, ShipmentQuote<?> quote) {
    long before = costs[place][set];
    long least = cheapest[set];
    costs[place][set] =
        quote instanceof ShipmentQuote.Priced<?> sent ? scaled(place, set, sent.minor()) : NEVER;
    priced[place][set] = true;
    if (costs[place][set] < before) {
      sure = false;
      cheapest[set] = Math.min(least, costs[place][set]);
    } else if (before == least && costs[place][set] > before) {
      cheapest[set] = NEVER;
      for (long[] cost : costs) {
        cheapest[set] = Math.min(cheapest[set], cost[set]);
      }
    }
    if (cheapest[set] != least) {
      changed = stale ? changed & set : set;
      stale = true;
    }
  }

  long cost(int place, int set) {
    return costs[place][set];
  }

  /** The least cost of a block with this set, over all places. */
  long cheapest(int set) {
    return cheapest[set];
  }

  boolean priced(int place, int set) {
    return priced[place][set];
  }

  /** The pieces that could ever share a shipment with this one, both as bits. */
  int company(int piece) {
    return company[Integer.numberOfTrailingZeros(piece)];
  }

  /** Whether one shipment may carry all of these. */
  boolean together(int set) {
    return together[set];
  }

  /** No division of the set among so many shipments costs less. */
  long bound(int set, int shipments) {
    if (set == 0) {
      return 0;
    }
    if (shipments <= 0) {
      return NEVER;
    }
    return bounds[limited ? Math.min(shipments, layers) - 1 : 0][set];
  }

  /** Whether no price was below its floor, so that nothing was passed over wrongly. */
  boolean sure() {
    return sure;
  }

  long floors() {
    return floors;
  }

  List<Piece> pieces(int set) {
    Piece[] chosen = new Piece[Integer.bitCount(set)];
    int next = 0;
    for (int rest = set; rest != 0; rest &= rest - 1) {
      chosen[next++] = pieces.get(Integer.numberOfTrailingZeros(rest));
    }
    return List.of(chosen);
  }

  /** Bonuses make costs a little less; that does not make the impossible possible. */
  static boolean possible(long cost) {
    return cost < NEVER / 2;
  }

  /** Brings the bounds up to date with the prices that became known: of sets that hold them. */
  void settle() {
    if (!stale) {
      return;
    }
    stale = false;
    if (!limited) {
      divide(bounds[0], bounds[0]);
      return;
    }
    System.arraycopy(cheapest, 0, bounds[0], 0, full + 1);
    for (int layer = 1; layer < layers; layer++) {
      divide(bounds[layer], bounds[layer - 1]);
    }
  }

  private void divide(long[] into, long[] after) {
    // Ascending, so that what is divided off is up to date; the sets with all that changed in them.
    for (int set = Math.max(1, changed); set <= full; set = (set + 1) | changed) {
      int low = set & -set;
      int rest = set ^ low;
      int others = rest & company(low);
      long least = NEVER;
      for (int sub = others; ; sub = (sub - 1) & others) {
        least = Math.min(least, cheapest[sub | low] + after[rest ^ sub]);
        if (sub == 0) {
          break;
        }
      }
      into[set] = possible(least) ? least : NEVER;
    }
  }
}
