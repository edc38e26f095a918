package dev.holdfast.application.reporting.facts;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.order.Carriage;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.OrderLine;
import dev.holdfast.domain.order.OrderState;
import dev.holdfast.domain.order.Part;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.domain.reporting.OrderFact;
import dev.holdfast.domain.reporting.OrderFact.LineFact;
import dev.holdfast.domain.reporting.OrderFact.ShipmentFact;
import dev.holdfast.storage.api.FactCatalogue.SkuName;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * One order as a fact. Live shipments tell what they bring. What nobody brings is told with the
 * cancelled shipments that were to bring it, as far as they were; the rest of it with the first
 * shipment that serves the line, and where none does with the order's first live one. Cancelled
 * shipments whose goods come from elsewhere are not told of at all. Pure.
 */
final class FactOfOrder {
  private final ClientId client;
  private final Order order;
  private final Instant placedAt;
  private final Map<Long, SkuName> skus;
  private final IntFunction<ZoneId> zones;

  /** By shipment and line, smallest units. */
  private final long[][] filled;

  private final long[][] ordered;
  private final long[][] returned;

  FactOfOrder(
      ClientId client,
      Order order,
      Instant placedAt,
      Map<Long, SkuName> skus,
      IntFunction<ZoneId> zones) {
    this.client = client;
    this.order = order;
    this.placedAt = placedAt;
    this.skus = skus;
    this.zones = zones;
    int shipments = order.shipments().size();
    int lines = order.lines().size();
    filled = new long[shipments][lines];
    ordered = new long[shipments][lines];
    returned = new long[shipments][lines];
  }

  OrderFact fact() {
    List<Shipment> shipments = order.shipments();
    for (int i = 0; i < shipments.size(); i++) {
      if (isLive(shipments.get(i))) {
        serve(i, shipments.get(i));
      }
    }
    for (int line = 0; line < order.lines().size(); line++) {
      tellUnserved(line);
    }
    List<ShipmentFact> facts = new ArrayList<>(shipments.size());
    long[] before = new long[order.lines().size()];
    for (int i = 0; i < shipments.size(); i++) {
      List<LineFact> lines = lines(i, before);
      if (isLive(shipments.get(i)) || !lines.isEmpty()) {
        facts.add(fact(shipments.get(i), lines));
      }
    }
    return new OrderFact(
        client,
        order.id(),
        order.version(),
        placedAt,
        zones.apply(shipments.getFirst().locationId()),
        order.notes().currency(),
        order.state() == OrderState.CANCELLED,
        facts);
  }

  private static boolean isLive(Shipment shipment) {
    return shipment.state() != OrderState.CANCELLED;
  }

  private void serve(int place, Shipment shipment) {
    boolean back = shipment.state() == OrderState.RETURNED;
    for (Part part : shipment.parts()) {
      long quantity = part.taken().quantity();
      filled[place][part.line()] += quantity;
      ordered[place][part.line()] += quantity;
      returned[place][part.line()] += back ? quantity : part.returned();
    }
  }

  private void tellUnserved(int line) {
    long left = order.lines().get(line).ordered();
    int first = -1;
    int firstLive = -1;
    for (int i = 0; i < filled.length; i++) {
      left -= filled[i][line];
      boolean live = isLive(order.shipments().get(i));
      first = first < 0 && planned(i, line) > 0 ? i : first;
      firstLive = firstLive < 0 && live ? i : firstLive;
    }
    for (int i = 0; i < filled.length && left > 0; i++) {
      long lost = isLive(order.shipments().get(i)) ? 0 : Math.min(left, planned(i, line));
      ordered[i][line] += lost;
      left -= lost;
    }
    if (left > 0) {
      ordered[first >= 0 ? first : Math.max(firstLive, 0)][line] += left;
    }
  }

  private long planned(int place, int line) {
    long quantity = 0;
    for (Part part : order.shipments().get(place).parts()) {
      quantity += part.line() == line ? part.taken().quantity() : 0;
    }
    return quantity;
  }

  /**
   * The lines that a shipment has a part in.
   *
   * @param before what earlier shipments bring, by line: so that rounded shares add up to the whole
   */
  private List<LineFact> lines(int place, long[] before) {
    List<LineFact> facts = new ArrayList<>();
    for (int i = 0; i < before.length; i++) {
      if (ordered[place][i] > 0) {
        OrderLine line = order.lines().get(i);
        SkuName sku = skus.get(line.skuId());
        Scale scale = sku == null ? new Scale(0) : sku.scale();
        long until = before[i] + filled[place][i];
        facts.add(
            new LineFact(
                i,
                sku == null ? "" : sku.category(),
                scale.toThousandths(ordered[place][i]),
                scale.toThousandths(filled[place][i]),
                scale.toThousandths(returned[place][i]),
                line.paidMinor(until) - line.paidMinor(before[i])));
        before[i] = until;
      }
    }
    return facts;
  }

  private ShipmentFact fact(Shipment shipment, List<LineFact> lines) {
    Carriage by = shipment.carriage();
    boolean live = isLive(shipment);
    return new ShipmentFact(
        shipment.id(),
        shipment.locationId(),
        zones.apply(shipment.locationId()),
        by.carrier(),
        by.service(),
        live,
        by.arrival(),
        order.promised(),
        by.shipBy(),
        shipment.floor().releasedAt(),
        shipment.floor().shippedAt(),
        by.cartons().size(),
        by.cost().postageMinor() + by.cost().cartonsMinor(),
        lines);
  }
}
