package dev.holdfast.domain.fulfilment.sourcing;

import dev.holdfast.domain.fulfilment.split.Scope;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Makes few pieces of many, for orders too large for the exact search: again and again the two
 * pieces become one whose places are most alike and whose goods may share a shipment. What is
 * bundled ships together, so a plan of bundles is a plan, but perhaps not the cheapest.
 */
final class Bundles {
  private final Question<?> question;
  private final List<Piece> pieces;
  private final List<BitSet> places = new ArrayList<>();

  private Bundles(Question<?> question, List<Piece> whole) {
    this.question = question;
    pieces = new ArrayList<>(whole);
    for (Piece piece : pieces) {
      BitSet from = new BitSet();
      for (int place = 0; place < question.places.size(); place++) {
        from.set(place, piece.shipsFrom(question, place));
      }
      places.add(from);
    }
  }

  /** At most so many pieces, if that can be; else as few as can be. */
  static List<Piece> of(Question<?> question, List<Piece> whole, int most) {
    Bundles bundles = new Bundles(question, whole);
    boolean merged = true;
    while (merged && bundles.pieces.size() > most) {
      merged = bundles.mergeTwo();
    }
    return bundles.pieces;
  }

  private boolean mergeTwo() {
    int first = -1;
    int second = -1;
    long common = 0;
    long all = 1;
    for (int one = 0; one < pieces.size(); one++) {
      for (int other = one + 1; other < pieces.size(); other++) {
        long shared = shared(places.get(one), places.get(other));
        long either = places.get(one).cardinality() + places.get(other).cardinality() - shared;
        if (shared * all > common * either && friendly(pieces.get(one), pieces.get(other))) {
          first = one;
          second = other;
          common = shared;
          all = either;
        }
      }
    }
    if (first >= 0) {
      merge(first, second);
    }
    return first >= 0;
  }

  private void merge(int first, int second) {
    Piece other = pieces.remove(second);
    pieces.set(first, pieces.get(first).with(other));
    places.get(first).and(places.remove(second));
  }

  private boolean friendly(Piece one, Piece other) {
    return question.separation.mayShare(Scope.SHIPMENT, one.mask() | other.mask());
  }

  private static long shared(BitSet some, BitSet others) {
    BitSet both = (BitSet) some.clone();
    both.and(others);
    return both.cardinality();
  }
}
