package dev.holdfast.application.order;

import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.OrderState;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.storage.api.OrderRow;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders as the rows that lists are read from. Pure. */
final class OrderRows {
  private OrderRows() {}

  /** The row of an order: what lists ask for is that of its first live shipment to leave. */
  static OrderRow of(Order order) {
    List<Shipment> live =
        order.shipments().stream()
            .filter(one -> one.state() != OrderState.CANCELLED)
            .sorted(Comparator.comparing(one -> one.carriage().shipBy()))
            .toList();
    List<Shipment> shown = live.isEmpty() ? order.shipments() : live;
    Shipment first = shown.getFirst();
    return new OrderRow(
        order.id(),
        order.number(),
        order.state(),
        order.version(),
        order.promised(),
        shipBy(live),
        shown.stream().map(Shipment::locationId).distinct().sorted().toList(),
        first.carriage().carrier(),
        first.carriage().service(),
        OrderDocument.write(order));
  }

  private static @Nullable Instant shipBy(List<Shipment> live) {
    return live.stream()
        .filter(one -> one.state().holdsStock())
        .map(one -> one.carriage().shipBy())
        .findFirst()
        .orElse(null);
  }
}
