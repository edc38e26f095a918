package dev.holdfast.domain.fulfilment.sourcing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * The best plan so far of all searches of one question, and what they may still spend. Its cost is
 * scaled as in {@link BlockTable}.
 */
final class Best {
  /** Steps of all depth-first searches together; a tenth of a second. */
  static final int MAX_STEPS = 10_000_000;

  /** Sets of places that may not win: those of plans that are known already. */
  final Set<BitSet> banned;

  long cost = BlockTable.NEVER;
  List<Block> blocks = List.of();
  boolean proven = true;
  int rounds;
  int steps;
  long floors;

  Best(Set<BitSet> banned) {
    this.banned = banned;
  }

  /** One shipment of a plan. */
  record Block(int place, List<Piece> pieces) {
    Block {
      pieces = List.copyOf(pieces);
    }
  }

  boolean found() {
    return cost < BlockTable.NEVER;
  }

  void take(long betterCost, List<Block> better) {
    cost = betterCost;
    blocks = new ArrayList<>(better);
  }

  BitSet places() {
    BitSet places = new BitSet();
    blocks.forEach(block -> places.set(block.place()));
    return places;
  }
}
