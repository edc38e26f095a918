package dev.holdfast.domain.reporting;

import dev.holdfast.domain.reporting.OrderFact.LineFact;
import dev.holdfast.domain.reporting.OrderFact.ShipmentFact;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What orders contribute, as an analyst would ask a flat table of all their lines: filter by the
 * key, then count distinct. Written without a look at {@link OrderContributions}.
 */
final class SlowCount {
  /**
   * One line of a shipment of an order; empty where a shipment has none, or an order has no
   * shipment.
   */
  private record Flat(OrderFact order, Optional<ShipmentFact> shipment, Optional<LineFact> line) {}

  private final List<Flat> table = new ArrayList<>();

  SlowCount(List<OrderFact> orders) {
    for (OrderFact order : orders) {
      if (order.shipments().isEmpty()) {
        table.add(new Flat(order, Optional.empty(), Optional.empty()));
      }
      for (ShipmentFact shipment : order.shipments()) {
        if (shipment.lines().isEmpty()) {
          table.add(new Flat(order, Optional.of(shipment), Optional.empty()));
        }
        for (LineFact line : shipment.lines()) {
          table.add(new Flat(order, Optional.of(shipment), Optional.of(line)));
        }
      }
    }
  }

  Map<RollUpKey, Map<Measure, Long>> all() {
    Map<RollUpKey, Map<Measure, Long>> all = new HashMap<>();
    for (Cut cut : List.of(Cut.CLIENT, Cut.PLACE, Cut.SERVICE, Cut.CATEGORY)) {
      List<RollUpKey> keys =
          table.stream().map(row -> key(cut, row)).flatMap(Optional::stream).distinct().toList();
      for (RollUpKey key : keys) {
        List<Flat> rows =
            table.stream().filter(row -> key(cut, row).equals(Optional.of(key))).toList();
        all.put(key, cut == Cut.CATEGORY ? ofCategory(rows) : ofWhole(rows));
      }
    }
    return all;
  }

  private static Optional<RollUpKey> key(Cut cut, Flat row) {
    if (cut == Cut.CLIENT) {
      return Optional.of(key(cut, row.order(), row.order().zone(), 0, "", "", ""));
    }
    if (row.shipment().isEmpty() || (cut == Cut.CATEGORY && row.line().isEmpty())) {
      return Optional.empty();
    }
    ShipmentFact by = row.shipment().get();
    boolean place = cut == Cut.PLACE;
    return Optional.of(
        key(
            cut,
            row.order(),
            by.zone(),
            by.locationId(),
            place ? "" : by.carrier(),
            place ? "" : by.service(),
            cut == Cut.CATEGORY ? row.line().get().category() : ""));
  }

  private static RollUpKey key(
      Cut cut,
      OrderFact order,
      ZoneId zone,
      int location,
      String carrier,
      String service,
      String category) {
    LocalDateTime local = order.placedAt().atZone(zone).toLocalDateTime();
    LocalDateTime hour =
        LocalDateTime.of(
            local.getYear(), local.getMonth(), local.getDayOfMonth(), local.getHour(), 0);
    return new RollUpKey(
        order.client(), cut, hour, location, carrier, service, category, order.currency());
  }

  private static Map<Measure, Long> ofCategory(List<Flat> rows) {
    Map<Measure, Long> sums = new EnumMap<>(Measure.class);
    sums.put(Measure.ORDERS, rows.stream().map(row -> row.order().id()).distinct().count());
    sums.put(
        Measure.LINES,
        rows.stream()
            .filter(row -> row.line().isPresent())
            .map(row -> List.of(row.order().id(), row.line().get().line()))
            .distinct()
            .count());
    sums.put(Measure.ORDERED_UNITS, sum(rows, LineFact::orderedMilli));
    sums.put(Measure.FILLED_UNITS, sum(rows, LineFact::filledMilli));
    sums.put(Measure.RETURNED_UNITS, sum(rows, LineFact::returnedMilli));
    sums.put(Measure.REVENUE, sum(rows, LineFact::revenueMinor));
    return sums;
  }

  private static long sum(List<Flat> rows, ToLongFunction<LineFact> what) {
    return rows.stream().flatMap(row -> row.line().stream()).mapToLong(what).sum();
  }

  private static Map<Measure, Long> ofWhole(List<Flat> rows) {
    Map<Measure, Long> sums = ofCategory(rows);
    List<OrderFact> orders = rows.stream().map(Flat::order).distinct().toList();
    sums.put(
        Measure.SPLIT_ORDERS,
        orders.stream()
            .filter(one -> one.shipments().stream().filter(ShipmentFact::live).count() >= 2)
            .count());
    sums.put(Measure.CANCELLED_ORDERS, orders.stream().filter(OrderFact::cancelled).count());
    sums.put(Measure.SHIPMENTS, live(rows).count());
    sums.put(Measure.CARTONS, live(rows).mapToLong(row -> row.shipment().get().cartons()).sum());
    sums.put(
        Measure.SHIPPING_COST,
        live(rows).mapToLong(row -> row.shipment().get().shippingMinor()).sum());
    sums.put(Measure.RELEASED, seconds(rows, true).count());
    sums.put(Measure.RELEASE_SECONDS, seconds(rows, true).mapToLong(Long::longValue).sum());
    sums.put(Measure.SHIPPED, seconds(rows, false).count());
    sums.put(Measure.SHIP_SECONDS, seconds(rows, false).mapToLong(Long::longValue).sum());
    sums.put(Measure.ON_TIME, live(rows).filter(row -> onTime(row.shipment().get())).count());
    return sums;
  }

  /** One row per live shipment. */
  private static Stream<Flat> live(List<Flat> rows) {
    return rows.stream()
        .filter(row -> row.shipment().map(ShipmentFact::live).orElse(false))
        .map(row -> new Flat(row.order(), row.shipment(), Optional.empty()))
        .distinct();
  }

  private static Stream<Long> seconds(List<Flat> rows, boolean released) {
    return live(rows)
        .flatMap(row -> {
          ShipmentFact one = row.shipment().get();
          Instant then = released ? one.releasedAt() : one.shippedAt();
          return then == null
              ? Stream.of()
              : Stream.of(Duration.between(row.order().placedAt(), then).toSeconds());
        });
  }

  private static boolean onTime(ShipmentFact one) {
    if (one.shippedAt() == null || one.shippedAt().compareTo(one.shipBy()) > 0) {
      return false;
    }
    if (one.promised() == null) {
      return true;
    }
    return one.arrival() != null && one.arrival().compareTo(one.promised()) <= 0;
  }
}
