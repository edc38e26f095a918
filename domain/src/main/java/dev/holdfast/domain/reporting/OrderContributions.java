package dev.holdfast.domain.reporting;

import dev.holdfast.domain.reporting.OrderFact.LineFact;
import dev.holdfast.domain.reporting.OrderFact.ShipmentFact;
import dev.holdfast.domain.reporting.VersionedFact.Open;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an order adds to roll-ups. Pure; a few microseconds per order, because a laboratory asks
 * millions of times.
 *
 * <p>Everything of an order belongs to the hour in which it was placed: in {@link Cut#CLIENT} by
 * the order's clock, so that it is one row, in the other cuts by the clock of each shipment's
 * location. The order itself ({@code ORDERS}, {@code SPLIT_ORDERS}, {@code CANCELLED_ORDERS})
 * counts once in every row that one of its shipments, live or not, belongs to; a line once in every
 * row that a shipment with a part of it belongs to. What ships (shipments, cartons, cost, times,
 * what was handed over) counts for live shipments only. {@link Cut#CATEGORY} has orders, lines,
 * units, returned units and revenue; what belongs to a whole shipment or order has no category and
 * stays 0 there.
 */
public final class OrderContributions {
  private final OrderFact order;
  private final Map<RollUpKey, Row> rows = new LinkedHashMap<>();
  private final LocalDateTime hour;
  private final boolean split;

  private OrderContributions(OrderFact order) {
    this.order = order;
    hour = hourOf(order.placedAt(), order.zone());
    int live = 0;
    for (ShipmentFact shipment : order.shipments()) {
      live += shipment.live() ? 1 : 0;
    }
    split = live > 1;
  }

  /** What it adds, each key once, and what of it waits to be handed over. */
  public static VersionedFact of(OrderFact order) {
    OrderContributions all = new OrderContributions(order);
    Row client = all.ofWholeOrder(Cut.CLIENT, all.hour, 0, "", "");
    List<Open> open = new ArrayList<>(order.shipments().size());
    for (ShipmentFact shipment : order.shipments()) {
      all.add(shipment, client);
      if (shipment.live() && shipment.shippedAt() == null) {
        open.add(waiting(order, shipment));
      }
    }
    List<Contribution> contributions = new ArrayList<>(all.rows.size());
    all.rows.forEach((key, row) -> contributions.add(new Contribution(key, row.sums)));
    return new VersionedFact(order.client(), order.id(), order.version(), contributions, open);
  }

  private static Open waiting(OrderFact order, ShipmentFact shipment) {
    return new Open(
        shipment.id(),
        shipment.locationId(),
        shipment.carrier(),
        shipment.service(),
        order.placedAt(),
        shipment.shipBy(),
        shipment.lines().size());
  }

  private void add(ShipmentFact shipment, Row client) {
    LocalDateTime at =
        shipment.zone().equals(order.zone()) ? hour : hourOf(order.placedAt(), shipment.zone());
    int place = shipment.locationId();
    String carrier = shipment.carrier();
    String service = shipment.service();
    Row atPlace = ofWholeOrder(Cut.PLACE, at, place, "", "");
    Row byService = ofWholeOrder(Cut.SERVICE, at, place, carrier, service);
    if (shipment.live()) {
      sent(shipment, client.sums);
      sent(shipment, atPlace.sums);
      sent(shipment, byService.sums);
    }
    for (LineFact line : shipment.lines()) {
      client.add(line);
      atPlace.add(line);
      byService.add(line);
      Row category = row(Cut.CATEGORY, at, place, carrier, service, line.category());
      if (category.isNew()) {
        category.sums.add(Measure.ORDERS, 1);
      }
      category.add(line);
    }
  }

  /** What counts once per live shipment. */
  private void sent(ShipmentFact shipment, Sums sums) {
    sums.add(Measure.SHIPMENTS, 1);
    sums.add(Measure.CARTONS, shipment.cartons());
    sums.add(Measure.SHIPPING_COST, shipment.shippingMinor());
    Instant released = shipment.releasedAt();
    if (released != null) {
      sums.add(Measure.RELEASED, 1);
      sums.add(Measure.RELEASE_SECONDS, secondsUntil(released));
    }
    Instant shipped = shipment.shippedAt();
    if (shipped != null) {
      sums.add(Measure.SHIPPED, 1);
      sums.add(Measure.SHIP_SECONDS, secondsUntil(shipped));
      sums.add(Measure.ON_TIME, isOnTime(shipment, shipped) ? 1 : 0);
    }
  }

  /** A promise without a day of arrival is one that nobody can say was kept. */
  private static boolean isOnTime(ShipmentFact shipment, Instant shipped) {
    return !shipped.isAfter(shipment.shipBy())
        && (shipment.promised() == null
            || (shipment.arrival() != null && !shipment.arrival().isAfter(shipment.promised())));
  }

  /** Whole seconds since it was placed. */
  private long secondsUntil(Instant moment) {
    Instant placed = order.placedAt();
    long started = moment.getNano() < placed.getNano() ? 1 : 0;
    return moment.getEpochSecond() - placed.getEpochSecond() - started;
  }

  private Row ofWholeOrder(
      Cut cut, LocalDateTime at, int location, String carrier, String service) {
    Row row = row(cut, at, location, carrier, service, "");
    if (row.isNew()) {
      row.sums.add(Measure.ORDERS, 1);
      row.sums.add(Measure.SPLIT_ORDERS, split ? 1 : 0);
      row.sums.add(Measure.CANCELLED_ORDERS, order.cancelled() ? 1 : 0);
    }
    return row;
  }

  private Row row(
      Cut cut, LocalDateTime at, int location, String carrier, String service, String category) {
    RollUpKey key =
        new RollUpKey(
            order.client(), cut, at, location, carrier, service, category, order.currency());
    return rows.computeIfAbsent(key, one -> new Row());
  }

  private static LocalDateTime hourOf(Instant moment, ZoneId zone) {
    return LocalDateTime.ofInstant(moment, zone).truncatedTo(ChronoUnit.HOURS);
  }

  /** Sums of one key, and the lines that have counted there. */
  private static final class Row {
    private final Sums sums = new Sums();
    private final BitSet lines = new BitSet();

    boolean isNew() {
      return sums.get(Measure.ORDERS) == 0;
    }

    void add(LineFact line) {
      if (!lines.get(line.line())) {
        lines.set(line.line());
        sums.add(Measure.LINES, 1);
      }
      sums.add(Measure.ORDERED_UNITS, line.orderedMilli());
      sums.add(Measure.FILLED_UNITS, line.filledMilli());
      sums.add(Measure.RETURNED_UNITS, line.returnedMilli());
      sums.add(Measure.REVENUE, line.revenueMinor());
    }
  }
}
