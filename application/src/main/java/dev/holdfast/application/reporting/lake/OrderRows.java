package dev.holdfast.application.reporting.lake;

import dev.holdfast.application.reporting.facts.FactNames;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.domain.reporting.OrderFact;
import dev.holdfast.domain.reporting.OrderFact.LineFact;
import dev.holdfast.domain.reporting.OrderFact.ShipmentFact;
import dev.holdfast.storage.api.FactCatalogue.SkuName;
import dev.holdfast.storage.api.FactSource.OrderChange;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One version of an order as rows: what reports count of it, so that sums over rows are the sums of
 * reports, with the words that analysts know things by. Names and addresses of people stay behind;
 * postcode and country come along.
 */
final class OrderRows {
  private static final int THOUSANDTHS = 3;

  /** What a row tells of a shipment and of a line, where it has none. */
  private static final int COLUMNS_AFTER_ORDER = 19;

  private final String client;
  private final FactNames names;
  private final OrderChange change;
  private final Order order;

  OrderRows(String client, FactNames names, OrderChange change, Order order) {
    this.client = client;
    this.names = names;
    this.change = change;
    this.order = order;
  }

  /** At least one row, so that the version is there whatever became of the order. */
  List<List<@Nullable Object>> of(OrderFact fact) {
    Map<UUID, Shipment> shipments =
        order.shipments().stream()
            .collect(Collectors.toMap(Shipment::id, Function.identity(), (one, same) -> one));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (ShipmentFact shipment : fact.shipments()) {
      for (LineFact line : shipment.lines()) {
        List<@Nullable Object> row = ofOrder(fact, rows.size());
        row.addAll(ofShipment(shipment, shipments.get(shipment.id())));
        row.addAll(ofLine(line));
        rows.add(row);
      }
    }
    if (rows.isEmpty()) {
      List<@Nullable Object> row = ofOrder(fact, 0);
      row.addAll(Collections.nCopies(COLUMNS_AFTER_ORDER, null));
      rows.add(row);
    }
    return rows;
  }

  private List<@Nullable Object> ofOrder(OrderFact fact, int row) {
    LocalDateTime placed = LocalDateTime.ofInstant(fact.placedAt(), fact.zone());
    return new ArrayList<@Nullable Object>(
        Arrays.<@Nullable Object>asList(
            client,
            placed.toLocalDate(),
            order.id().toString(),
            order.version(),
            (long) row,
            order.number(),
            order.state().label(),
            fact.cancelled(),
            fact.placedAt(),
            placed,
            change.updatedAt(),
            fact.currency(),
            order.shipTo().country(),
            order.shipTo().postcode(),
            order.promised()));
  }

  private List<@Nullable Object> ofShipment(ShipmentFact fact, @Nullable Shipment shipment) {
    return Arrays.asList(
        fact.id().toString(),
        shipment == null ? null : shipment.state().label(),
        fact.live(),
        names.place(change.client(), fact.locationId()).code(),
        fact.carrier(),
        fact.service(),
        fact.shipBy(),
        fact.arrival(),
        fact.releasedAt(),
        fact.shippedAt(),
        (long) fact.cartons(),
        fact.shippingMinor());
  }

  private List<@Nullable Object> ofLine(LineFact line) {
    SkuName sku = names.sku(change.client(), order.lines().get(line.line()).skuId());
    return Arrays.asList(
        line.line() + 1L,
        sku.code(),
        line.category(),
        units(line.orderedMilli()),
        units(line.filledMilli()),
        units(line.returnedMilli()),
        line.revenueMinor());
  }

  private static BigDecimal units(long thousandths) {
    return BigDecimal.valueOf(thousandths, THOUSANDTHS);
  }
}
