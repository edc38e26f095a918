package dev.holdfast.bench.fulfilment.sourcing;

import dev.holdfast.domain.fulfilment.sourcing.Part;
import dev.holdfast.domain.fulfilment.sourcing.ShipmentPrice;
import dev.holdfast.domain.fulfilment.sourcing.ShipmentQuote;
import dev.holdfast.domain.fulfilment.sourcing.Source;
import dev.holdfast.domain.fulfilment.sourcing.SourcingOrder;
import dev.holdfast.domain.fulfilment.sourcing.Supply;
import dev.holdfast.domain.fulfilment.split.ClassRule;
import dev.holdfast.domain.fulfilment.split.ClassRules;
import dev.holdfast.domain.fulfilment.split.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tries every plan of an order, one after the other, and keeps the least cost. Shares nothing with
 * the search but the words.
 */
final class EveryPlan {
  private final SourcingOrder order;
  private final ShipmentPrice<?> price;
  private final ClassRules rules;
  private final List<Part> wanted = new ArrayList<>();
  private final List<Source> open = new ArrayList<>();
  private final Map<String, Map<List<Part>, Long>> prices = new HashMap<>();
  private boolean found;
  private long least;

  private EveryPlan(SourcingOrder order, ShipmentPrice<?> price) {
    this.order = order;
    this.price = price;
    rules = order.terms().rules();
  }

  /** The least cost; empty when no plan exists. */
  static OptionalLong least(SourcingOrder order, ShipmentPrice<?> price) {
    EveryPlan every = new EveryPlan(order, price);
    every.start();
    return every.found ? OptionalLong.of(every.least) : OptionalLong.empty();
  }

  /** How many ways there are to give each line to locations. */
  static double assignments(SourcingOrder order, ShipmentPrice<?> price) {
    EveryPlan every = new EveryPlan(order, price);
    every.prepare();
    double product = 1;
    for (Part line : every.wanted) {
      product *= every.options(line).size();
    }
    return product;
  }

  private void start() {
    if (prepare()) {
      assign(0, new TreeMap<>());
    }
  }

  private boolean prepare() {
    for (Part line : order.lines()) {
      if (rules.againstItself(line.goods()) != null) {
        return false;
      }
      boolean singly = keptApart(line, line);
      for (long i = singly ? line.quantity() : 1; i > 0; i--) {
        wanted.add(singly ? new Part(line.goods(), 1) : line);
      }
    }
    for (Source source : order.sources()) {
      if (source.excluded() == null && price.at(source.location()).closed() == null) {
        open.add(source);
      }
    }
    return true;
  }

  private void assign(int next, Map<String, List<Part>> given) {
    if (next == wanted.size()) {
      if (withinStock(given)) {
        ship(new ArrayList<>(given.keySet()), 0, given, 0, 0);
      }
      return;
    }
    for (Map<String, Long> option : options(wanted.get(next))) {
      option.forEach((location, units) ->
          given
              .computeIfAbsent(location, key -> new ArrayList<>())
              .add(new Part(wanted.get(next).goods(), units)));
      assign(next + 1, given);
      option.keySet().forEach(location -> given.computeIfPresent(location, EveryPlan::withoutLast));
    }
  }

  private static @Nullable List<Part> withoutLast(String location, List<Part> parts) {
    parts.removeLast();
    return parts.isEmpty() ? null : parts;
  }

  private List<Map<String, Long>> options(Part line) {
    String sku = line.goods().sku();
    List<Map<String, Long>> found = new ArrayList<>();
    for (int size = 1; size <= open.size() && found.isEmpty(); size++) {
      for (int chosen = 1; chosen < 1 << open.size(); chosen++) {
        List<Source> from = new ArrayList<>();
        long sum = 0;
        for (int i = 0; i < open.size(); i++) {
          if ((chosen >> i & 1) == 1 && supply(open.get(i), sku).available() > 0) {
            from.add(open.get(i));
            sum += supply(open.get(i), sku).available();
          }
        }
        if (from.size() == size && Integer.bitCount(chosen) == size && sum >= line.quantity()) {
          found.add(divided(line, from));
        }
      }
    }
    return found;
  }

  private static Map<String, Long> divided(Part line, List<Source> from) {
    String sku = line.goods().sku();
    from.sort(
        Comparator.comparingLong((Source source) -> -supply(source, sku).available())
            .thenComparing(Source::location));
    Map<String, Long> given = new TreeMap<>();
    long left = line.quantity();
    for (Source source : from) {
      long units = Math.min(left, supply(source, sku).available());
      given.put(source.location(), units);
      left -= units;
    }
    return given;
  }

  private static Supply supply(Source source, String sku) {
    return source.supplies().getOrDefault(sku, Supply.NONE);
  }

  private boolean withinStock(Map<String, List<Part>> given) {
    for (Source source : open) {
      Map<String, Long> taken = new HashMap<>();
      for (Part part : given.getOrDefault(source.location(), List.of())) {
        taken.merge(part.goods().sku(), part.quantity(), Long::sum);
      }
      for (Map.Entry<String, Long> entry : taken.entrySet()) {
        if (entry.getValue() > supply(source, entry.getKey()).available()) {
          return false;
        }
      }
    }
    return true;
  }

  private void ship(
      List<String> locations, int next, Map<String, List<Part>> given, int shipments, long cost) {
    if (shipments > order.terms().maxShipments()) {
      return;
    }
    if (next == locations.size()) {
      long total = cost + (shipments - 1) * order.terms().splitMinor();
      least = found ? Math.min(least, total) : total;
      found = true;
      return;
    }
    String location = locations.get(next);
    List<Part> parts = given.getOrDefault(location, List.of());
    for (int i = 0; i < parts.size(); i++) {
      for (int j = 0; j < i; j++) {
        ClassRule rule = rules.between(parts.get(i).goods(), parts.get(j).goods());
        if (rule != null && rule.scope() == Scope.LOCATION) {
          return;
        }
      }
    }
    for (List<List<Part>> division : divisions(parts)) {
      Long minor = minor(location, division);
      if (minor != null) {
        ship(locations, next + 1, given, shipments + division.size(), cost + minor);
      }
    }
  }

  /** All ways to divide parts among shipments: none breaks a rule, no two could be one. */
  private List<List<List<Part>>> divisions(List<Part> parts) {
    List<List<List<Part>>> all = new ArrayList<>();
    divide(parts, 0, new ArrayList<>(), all);
    return all;
  }

  private void divide(
      List<Part> parts, int next, List<List<Part>> groups, List<List<List<Part>>> all) {
    if (next == parts.size()) {
      for (int i = 0; i < groups.size(); i++) {
        for (int j = 0; j < i; j++) {
          if (peaceful(groups.get(i), groups.get(j))) {
            return;
          }
        }
      }
      all.add(groups.stream().map(List::copyOf).toList());
      return;
    }
    Part part = parts.get(next);
    for (List<Part> group : List.copyOf(groups)) {
      if (peaceful(group, List.of(part))) {
        group.add(part);
        divide(parts, next + 1, groups, all);
        group.removeLast();
      }
    }
    groups.add(new ArrayList<>(List.of(part)));
    divide(parts, next + 1, groups, all);
    groups.removeLast();
  }

  private boolean peaceful(Collection<Part> some, Collection<Part> others) {
    return some.stream().allMatch(one -> others.stream().noneMatch(other -> keptApart(one, other)));
  }

  private boolean keptApart(Part one, Part other) {
    ClassRule rule = rules.between(one.goods(), other.goods());
    return rule != null && rule.scope() != Scope.CARTON;
  }

  private @Nullable Long minor(String location, List<List<Part>> division) {
    Source source =
        open.stream().filter(one -> one.location().equals(location)).findFirst().orElseThrow();
    long total = 0;
    for (List<Part> shipment : division) {
      List<Part> sorted = new ArrayList<>(shipment);
      sorted.sort(Comparator.comparing(part -> part.goods().sku()));
      long carriage =
          prices
              .computeIfAbsent(location, key -> new HashMap<>())
              .computeIfAbsent(sorted, parts -> carriage(location, parts));
      if (carriage < 0) {
        return null;
      }
      total += carriage + source.adjustmentMinor();
      for (Part part : shipment) {
        total += part.quantity() * supply(source, part.goods().sku()).opportunityMinor();
      }
    }
    return total;
  }

  private long carriage(String location, List<Part> parts) {
    return price.at(location).price(parts) instanceof ShipmentQuote.Priced<?> sent
        ? sent.minor()
        : -1;
  }
}
