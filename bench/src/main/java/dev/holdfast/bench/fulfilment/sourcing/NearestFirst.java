package dev.holdfast.bench.fulfilment.sourcing;

import dev.holdfast.bench.fulfilment.sourcing.RandomOrders.Case;
import dev.holdfast.domain.fulfilment.sourcing.Part;
import dev.holdfast.domain.fulfilment.sourcing.ShipmentPrice;
import dev.holdfast.domain.fulfilment.sourcing.ShipmentQuote;
import dev.holdfast.domain.fulfilment.sourcing.Source;
import dev.holdfast.domain.fulfilment.sourcing.Supply;
import dev.holdfast.domain.fulfilment.split.ClassRule;
import dev.holdfast.domain.fulfilment.split.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What most shops do: the nearest location that has everything; where none has, the nearest gives
 * what it has, then the next, until nothing is left. It keeps the same rules and pays the same
 * prices.
 */
final class NearestFirst {
  private final Case asked;
  private final ShipmentPrice<?> price;

  private NearestFirst(Case asked, ShipmentPrice<?> price) {
    this.asked = asked;
    this.price = price;
  }

  /** What its plan costs; empty when it finds none. */
  static OptionalLong cost(Case asked, ShipmentPrice<?> price) {
    return new NearestFirst(asked, price).cost();
  }

  private OptionalLong cost() {
    List<Source> near = new ArrayList<>();
    for (Source source : asked.order().sources()) {
      if (source.excluded() == null && price.at(source.location()).closed() == null) {
        near.add(source);
      }
    }
    near.sort(Comparator.comparingInt(this::distance).thenComparing(Source::location));
    for (Source source : near) {
      List<Part> given = given(source, left(asked.order().lines()));
      if (given.equals(sorted(asked.order().lines()))) {
        OptionalLong all = minor(source, given);
        if (all.isPresent()) {
          return all;
        }
      }
    }
    return oneAfterTheOther(near);
  }

  private OptionalLong oneAfterTheOther(List<Source> near) {
    Map<String, Part> left = left(asked.order().lines());
    long cost = 0;
    int shipments = 0;
    for (Source source : near) {
      List<Part> given = given(source, left);
      OptionalLong minor = given.isEmpty() ? OptionalLong.empty() : minor(source, given);
      if (minor.isPresent()) {
        cost += minor.getAsLong() + (shipments > 0 ? asked.order().terms().splitMinor() : 0);
        shipments++;
        given.forEach(part -> take(left, part));
      }
    }
    boolean done = left.isEmpty() && shipments <= asked.order().terms().maxShipments();
    return done ? OptionalLong.of(cost) : OptionalLong.empty();
  }

  private static Map<String, Part> left(List<Part> lines) {
    Map<String, Part> left = new LinkedHashMap<>();
    sorted(lines).forEach(line -> left.put(line.goods().sku(), line));
    return left;
  }

  private static List<Part> sorted(List<Part> lines) {
    return lines.stream().sorted(Comparator.comparing(line -> line.goods().sku())).toList();
  }

  private static void take(Map<String, Part> left, Part given) {
    left.computeIfPresent(
        given.goods().sku(),
        (sku, part) ->
            part.quantity() == given.quantity()
                ? null
                : new Part(part.goods(), part.quantity() - given.quantity()));
  }

  private List<Part> given(Source source, Map<String, Part> left) {
    List<Part> given = new ArrayList<>();
    for (Part part : left.values()) {
      long stock = supply(source, part).available();
      if (stock > 0 && given.stream().noneMatch(other -> apart(part, other))) {
        given.add(new Part(part.goods(), Math.min(stock, part.quantity())));
      }
    }
    return given;
  }

  private boolean apart(Part one, Part other) {
    ClassRule rule = RandomOrders.RULES.between(one.goods(), other.goods());
    return rule != null && rule.scope() != Scope.CARTON;
  }

  private OptionalLong minor(Source source, List<Part> parts) {
    if (!(price.at(source.location()).price(parts) instanceof ShipmentQuote.Priced<?> sent)) {
      return OptionalLong.empty();
    }
    long minor = sent.minor() + source.adjustmentMinor();
    for (Part part : parts) {
      minor += supply(source, part).opportunityMinor() * part.quantity();
    }
    return OptionalLong.of(minor);
  }

  private static Supply supply(Source source, Part part) {
    return source.supplies().getOrDefault(part.goods().sku(), Supply.NONE);
  }

  private int distance(Source source) {
    for (int location = 0; location < Country.LOCATIONS; location++) {
      if (Country.location(location).equals(source.location())) {
        return Country.distance(location, asked.region());
      }
    }
    throw new IllegalArgumentException(source.location() + " lies nowhere");
  }
}
