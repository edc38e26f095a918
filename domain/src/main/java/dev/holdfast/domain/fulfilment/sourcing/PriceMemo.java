package dev.holdfast.domain.fulfilment.sourcing;

import dev.holdfast.domain.fulfilment.sourcing.Question.Place;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The prices of one order that were asked for: each at most once, and counted. */
final class PriceMemo<D> {
  private final Question<D> question;
  private final Map<Key, ShipmentQuote<D>> known = new HashMap<>();
  private final Map<String, String> refusals = new LinkedHashMap<>();
  private int asked;

  PriceMemo(Question<D> question) {
    this.question = question;
  }

  /** The price of these pieces from a place. */
  ShipmentQuote<D> price(int place, List<Piece> pieces) {
    return known.computeIfAbsent(new Key(place, parts(pieces)), this::ask);
  }

  /** What the pieces hold, by SKU. */
  static List<Part> parts(List<Piece> pieces) {
    Map<Integer, Part> byItem = new TreeMap<>();
    for (Piece piece : pieces) {
      for (int i = 0; i < piece.items().size(); i++) {
        byItem.put(piece.items().get(i), piece.parts().get(i));
      }
    }
    return List.copyOf(byItem.values());
  }

  private ShipmentQuote<D> ask(Key key) {
    asked++;
    Place<D> place = question.places.get(key.place());
    ShipmentQuote<D> quote = place.prices.price(key.parts());
    if (quote instanceof ShipmentQuote.Refused<D>(String reason)) {
      refusals.putIfAbsent(place.location, reason);
    }
    return quote;
  }

  int asked() {
    return asked;
  }

  /** The first refusal of each location that refused something. */
  Map<String, String> refusals() {
    return refusals;
  }

  private record Key(int place, List<Part> parts) {}
}
