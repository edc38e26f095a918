package dev.holdfast.domain.fulfilment.sourcing;

import dev.holdfast.domain.fulfilment.Goods;
import dev.holdfast.domain.fulfilment.split.Scope;
import dev.holdfast.domain.fulfilment.split.Separation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An order in canonical form: lines sorted by SKU, places (sources that are open to it) by code, so
 * that nothing depends on the order in which they came. A line whose units must not share a
 * shipment counts as that many items of one unit; every other line is one item.
 */
final class Question<D> {
  final SourcingTerms terms;
  final List<Part> lines;
  final List<Item> items;
  final List<Place<D>> places;
  final List<Shut> shut;

  /** Over the items. */
  final Separation separation;

  /** Whether several items are of one line, so that they share its stock. */
  final boolean exploded;

  private Question(
      SourcingTerms terms,
      List<Part> lines,
      List<Item> items,
      List<Place<D>> places,
      List<Shut> shut) {
    this.terms = terms;
    this.lines = lines;
    this.items = items;
    this.places = places;
    this.shut = shut;
    separation = terms.rules().among(items.stream().map(item -> item.part().goods()).toList());
    exploded = items.size() != lines.size();
  }

  static List<Part> sorted(SourcingOrder order) {
    return order.lines().stream().sorted(Comparator.comparing(line -> line.goods().sku())).toList();
  }

  /** Asks every source that is not excluded whether it is open. */
  static <D> Question<D> of(SourcingOrder order, List<Part> lines, ShipmentPrice<D> price) {
    List<Place<D>> places = new ArrayList<>();
    List<Shut> shut = new ArrayList<>();
    List<Source> sources = new ArrayList<>(order.sources());
    sources.sort(Comparator.comparing(Source::location));
    for (Source source : sources) {
      String excluded = source.excluded();
      if (excluded != null) {
        shut.add(new Shut(source.location(), Alternative.Kind.EXCLUDED, excluded));
        continue;
      }
      LocationPrice<D> prices = price.at(source.location());
      String closed = prices.closed();
      if (closed != null) {
        shut.add(new Shut(source.location(), Alternative.Kind.CLOSED, closed));
      } else {
        places.add(place(source, lines, prices));
      }
    }
    return new Question<>(order.terms(), lines, items(order, lines), places, shut);
  }

  /** The same, with other prices and without limits: to learn what stands in the way. */
  <E> Question<E> withPrices(LocationPrice<E> prices, SourcingTerms terms) {
    List<Place<E>> free = new ArrayList<>();
    for (Place<D> place : places) {
      free.add(new Place<>(place.location, prices, place.available, new long[lines.size()], 0));
    }
    return new Question<>(terms, lines, items, free, shut);
  }

  /** What the units of a piece will be missed for at a place, in minor units. */
  long opportunity(int place, Piece piece) {
    long[] each = places.get(place).opportunity;
    long minor = 0;
    for (int i = 0; i < piece.items().size(); i++) {
      minor += each[items.get(piece.items().get(i)).line()] * piece.parts().get(i).quantity();
    }
    return minor;
  }

  private static List<Item> items(SourcingOrder order, List<Part> lines) {
    List<Goods> goods = lines.stream().map(Part::goods).toList();
    Separation separation = order.terms().rules().among(goods);
    List<Item> items = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      Part part = lines.get(line);
      boolean singly = part.quantity() > 1 && separation.unitsApart(Scope.SHIPMENT, line);
      for (long unit = singly ? part.quantity() : 1; unit > 0; unit--) {
        items.add(new Item(line, singly ? new Part(part.goods(), 1) : part));
      }
    }
    return items;
  }

  private static <D> Place<D> place(Source source, List<Part> lines, LocationPrice<D> prices) {
    long[] available = new long[lines.size()];
    long[] opportunity = new long[lines.size()];
    for (int i = 0; i < available.length; i++) {
      Supply supply = source.supply(lines.get(i).goods().sku());
      available[i] = supply.available();
      opportunity[i] = supply.opportunityMinor();
    }
    return new Place<>(source.location(), prices, available, opportunity, source.adjustmentMinor());
  }

  /** What is moved as a whole unless it must be split: a line, or one unit of it. */
  record Item(int line, Part part) {}

  /** A source that cannot take part, and why. */
  record Shut(String location, Alternative.Kind kind, String reason) {}

  /** A source that can; stock and opportunity cost per unit by line. */
  static final class Place<D> {
    final String location;
    final LocationPrice<D> prices;
    final long[] available;
    final long[] opportunity;
    final long adjustment;

    Place(
        String location,
        LocationPrice<D> prices,
        long[] available,
        long[] opportunity,
        long adjustment) {
      this.location = location;
      this.prices = prices;
      this.available = available;
      this.opportunity = opportunity;
      this.adjustment = adjustment;
    }

    boolean has(Item item) {
      return available[item.line()] >= item.part().quantity();
    }
  }
}
