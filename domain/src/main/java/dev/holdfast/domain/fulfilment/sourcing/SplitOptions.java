package dev.holdfast.domain.fulfilment.sourcing;

import dev.holdfast.domain.fulfilment.sourcing.Question.Item;
import dev.holdfast.domain.fulfilment.sourcing.Question.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The ways to split an item that no single place has enough of: over the fewest places that
 * together have enough, each such set of places once. Within a set the place with the most stock
 * gives all it has, then the next; the last gives what is left; equal stock goes by the place's
 * code. A set of the fewest has no place to spare, so each gives something.
 */
final class SplitOptions {
  /** Sets of these are formed: C(24, 2) = 276; more places hardly ever hold a shred of one item. */
  static final int MAX_PLACES = 24;

  /** Per item; each is a search of its own. C(10, 5) = 252, so ten places are always complete. */
  static final int MAX_OPTIONS = 300;

  private final Question<?> question;
  private final int index;
  private final Item item;
  private final List<Integer> holders = new ArrayList<>();
  private final List<List<Piece>> options = new ArrayList<>();
  private boolean complete = true;

  private SplitOptions(Question<?> question, int index) {
    this.question = question;
    this.index = index;
    item = question.items.get(index);
  }

  /** The options of an item; none when all places together have too little. */
  static SplitOptions of(Question<?> question, int item) {
    SplitOptions found = new SplitOptions(question, item);
    found.find();
    return found;
  }

  /** Each option as its pieces, by place. */
  List<List<Piece>> options() {
    return options;
  }

  /** Whether these are all. */
  boolean complete() {
    return complete;
  }

  private void find() {
    for (int place = 0; place < question.places.size(); place++) {
      if (stock(place) > 0) {
        holders.add(place);
      }
    }
    holders.sort(Comparator.comparingLong((Integer place) -> -stock(place)));
    if (holders.size() > MAX_PLACES) {
      complete = false;
      holders.subList(MAX_PLACES, holders.size()).clear();
    }
    int fewest = fewest();
    if (fewest > 0) {
      choose(0, fewest, 0, new ArrayList<>());
    }
  }

  private int fewest() {
    long sum = 0;
    for (int i = 0; i < holders.size(); i++) {
      sum += stock(holders.get(i));
      if (sum >= item.part().quantity()) {
        return i + 1;
      }
    }
    return 0;
  }

  private void choose(int from, int places, long sum, List<Integer> chosen) {
    if (places == 0) {
      if (sum >= item.part().quantity()) {
        add(chosen);
      }
      return;
    }
    for (int i = from; i <= holders.size() - places && complete(i, places, sum); i++) {
      chosen.add(holders.get(i));
      choose(i + 1, places - 1, sum + stock(holders.get(i)), chosen);
      chosen.removeLast();
    }
  }

  /** Holders come by falling stock: if the next ones do not reach it, no later ones do. */
  private boolean complete(int from, int places, long sum) {
    long most = sum;
    for (int i = from; i < from + places; i++) {
      most += stock(holders.get(i));
    }
    return most >= item.part().quantity();
  }

  private void add(List<Integer> chosen) {
    if (options.size() == MAX_OPTIONS) {
      complete = false;
      return;
    }
    List<Piece> pieces = new ArrayList<>();
    long left = item.part().quantity();
    for (int place : chosen) {
      long given = Math.min(left, stock(place));
      pieces.add(Piece.share(index, new Part(item.part().goods(), given), place));
      left -= given;
    }
    pieces.sort(Comparator.comparingInt(Piece::onlyPlace));
    options.add(pieces);
  }

  private long stock(int place) {
    Place<?> held = question.places.get(place);
    return held.available[item.line()];
  }
}
