package dev.holdfast.domain.fulfilment.sourcing;

import dev.holdfast.domain.fulfilment.Goods;
import dev.holdfast.domain.fulfilment.split.Clash;
import dev.holdfast.domain.fulfilment.split.Clashes;
import dev.holdfast.domain.fulfilment.split.ClassRule;
import dev.holdfast.domain.fulfilment.split.Scope;
import dev.holdfast.domain.fulfilment.split.Separation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds and names what makes an order impossible to source. */
final class Obstacles<D> {
  private final Question<D> question;
  private final PriceMemo<D> prices;

  Obstacles(Question<D> question, PriceMemo<D> prices) {
    this.question = question;
    this.prices = prices;
  }

  /** What is wrong with the lines alone. */
  static List<Obstacle> ofRules(SourcingOrder order, List<Part> lines) {
    List<Goods> goods = lines.stream().map(Part::goods).toList();
    List<Obstacle> found = new ArrayList<>();
    for (Clash clash : Clashes.ofGoods(order.terms().rules(), goods)) {
      found.add(obstacle(clash));
    }
    Separation separation = order.terms().rules().among(goods);
    int shipments = Math.min(order.terms().maxShipments(), BlockTable.MAX_PIECES);
    Clash clash = Clashes.ofPlaces(separation, goods, units(lines), Scope.SHIPMENT, shipments);
    if (clash != null) {
      found.add(obstacle(clash));
    }
    long items = 0;
    for (int i = 0; i < lines.size(); i++) {
      items += separation.unitsApart(Scope.SHIPMENT, i) ? lines.get(i).quantity() : 1;
    }
    if (found.isEmpty() && items > Separation.MAX_GOODS) {
      found.add(tooLarge(items + " units of its lines must be sent apart"));
    }
    return found;
  }

  /** What cannot be had, or not from so few places. */
  static List<Obstacle> ofStock(Question<?> question) {
    List<Obstacle> found = new ArrayList<>();
    if (question.places.isEmpty()) {
      found.add(nobody(question));
      return found;
    }
    for (int line = 0; line < question.lines.size(); line++) {
      long sum = 0;
      for (Question.Place<?> place : question.places) {
        sum += Math.min(place.available[line], Part.MAX_QUANTITY);
      }
      Part part = question.lines.get(line);
      if (sum < part.quantity()) {
        found.add(missing(part, sum));
      }
    }
    List<Goods> goods = question.lines.stream().map(Part::goods).toList();
    Separation separation = question.terms.rules().among(goods);
    Clash clash =
        Clashes.ofPlaces(
            separation, goods, units(question.lines), Scope.LOCATION, question.places.size());
    if (clash != null) {
      found.add(obstacle(clash));
    }
    return found;
  }

  /** Why a search found nothing although there is enough of everything. */
  List<Obstacle> ofSearch(Combinations combinations, boolean exhaustive) {
    if (combinations.all().isEmpty() && combinations.mostPieces() > 0) {
      return List.of(
          tooLarge("it would have to be cut into " + combinations.mostPieces() + " pieces"));
    }
    Best fewest = fewestShipments();
    int needed = fewest.blocks.size();
    if (!fewest.found()) {
      return List.of(stockAndRules());
    }
    if (needed > question.terms.maxShipments()) {
      return List.of(
          new Obstacle(
              Obstacle.Kind.LIMIT,
              "",
              "It takes "
                  + needed
                  + " shipments and may have "
                  + question.terms.maxShipments()
                  + ". Allow more shipments, or order less at a time."));
    }
    List<Obstacle> found = refusals();
    return found.isEmpty() || !exhaustive
        ? List.of(tooLarge("no plan was found within the limit on prices"))
        : found;
  }

  private Best fewestShipments() {
    SourcingTerms counting =
        new SourcingTerms(question.terms.rules(), Integer.MAX_VALUE, 1, SourcingTerms.PRICES, 0);
    Question<Boolean> free = question.withPrices(new FreeOfCharge(), counting);
    Best fewest = new Best(Set.of());
    PriceMemo<Boolean> nothing = new PriceMemo<>(free);
    Sourcer.search(free, Combinations.of(free), nothing, fewest);
    return fewest;
  }

  /** What each place said, or says about a line alone where it was sure without being asked. */
  private List<Obstacle> refusals() {
    Map<String, String> reasons = new TreeMap<>(prices.refusals());
    for (int place = 0; place < question.places.size(); place++) {
      String location = question.places.get(place).location;
      for (int item = 0; item < question.items.size(); item++) {
        Part part = question.items.get(item).part();
        if (!reasons.containsKey(location)
            && question.places.get(place).has(question.items.get(item))
            && prices.price(place, List.of(Piece.whole(item, part)))
                instanceof ShipmentQuote.Refused<D>(String reason)) {
          reasons.put(location, reason);
        }
      }
    }
    List<Obstacle> found = new ArrayList<>();
    reasons.forEach((location, reason) ->
        found.add(new Obstacle(Obstacle.Kind.REFUSED, location, location + ": " + reason + ".")));
    return found;
  }

  private Obstacle stockAndRules() {
    @Nullable ClassRule rule = null;
    for (int i = 0; i < question.items.size(); i++) {
      for (int j = 0; j < question.items.size() && rule == null; j++) {
        rule = question.separation.rule(i, j);
      }
    }
    String subject = rule == null ? "" : rule.sentence();
    return new Obstacle(
        Obstacle.Kind.CLASSES,
        subject,
        "With the stock there is, not every rule can be kept: "
            + subject
            + ". Order the goods separately, or wait for stock at another location.");
  }

  private static Obstacle missing(Part part, long sum) {
    return new Obstacle(
        Obstacle.Kind.STOCK,
        part.goods().sku(),
        part.goods().sku()
            + ": "
            + part.quantity()
            + " wanted, "
            + sum
            + " in stock at the locations that may ship this order. Order fewer, or wait.");
  }

  private static Obstacle nobody(Question<?> question) {
    return new Obstacle(
        Obstacle.Kind.REFUSED,
        "",
        question.shut.isEmpty()
            ? "No location may ship this order. Name one that holds its goods."
            : "No location can send this order; the reason is mostly: "
                + usual(question.shut)
                + ". Promise a later day, correct the address, or exclude fewer locations.");
  }

  /** The reason of most places; of equally many the first in the alphabet. */
  private static String usual(List<Question.Shut> shut) {
    Map<String, Integer> counts = new TreeMap<>();
    shut.forEach(place -> counts.merge(place.reason(), 1, Integer::sum));
    String usual = "";
    int most = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > most) {
        usual = entry.getKey();
        most = entry.getValue();
      }
    }
    return usual;
  }

  private static Obstacle tooLarge(String why) {
    return new Obstacle(
        Obstacle.Kind.SIZE,
        "",
        "The order is too large: " + why + ". Divide it into smaller ones.");
  }

  private static Obstacle obstacle(Clash clash) {
    return new Obstacle(Obstacle.Kind.CLASSES, clash.rule().sentence(), clash.sentence());
  }

  private static long[] units(List<Part> lines) {
    return lines.stream().mapToLong(Part::quantity).toArray();
  }

  /** Counts shipments instead of money. */
  private static final class FreeOfCharge implements LocationPrice<Boolean> {
    @Override
    public @Nullable String closed() {
      return null;
    }

    @Override
    public long floor(Load load) {
      return 0;
    }

    @Override
    public ShipmentQuote<Boolean> price(List<Part> parts) {
      return new ShipmentQuote.Priced<>(0, null, true);
    }
  }
}
