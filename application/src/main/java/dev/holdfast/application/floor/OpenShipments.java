package dev.holdfast.application.floor;

import dev.holdfast.application.order.OrderDocument;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.OrderState;
import dev.holdfast.domain.order.Part;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.storage.api.OrderStore;
import dev.holdfast.storage.api.OrderStore.OrderFilter;
import dev.holdfast.storage.api.OrderStore.Stored;
import dev.holdfast.storage.api.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What waits on the floor of a location, read from the orders. Blocks; for any threads. */
final class OpenShipments {
  /** More than a location ships between two cut-offs; the first to leave are looked at. */
  static final int MAX_ORDERS = 5_000;

  private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

  private static final List<OrderState> BEFORE_PICKING =
      List.of(OrderState.PLACED, OrderState.RELEASED);

  private static final List<OrderState> BEFORE_LEAVING =
      List.of(OrderState.PLACED, OrderState.RELEASED, OrderState.PICKING, OrderState.PACKED);

  private final OrderStore orders;
  private final SkuCards cards;

  OpenShipments(OrderStore orders, SkuCards cards) {
    this.orders = orders;
    this.cards = cards;
  }

  /** Shipments of a location that are in no wave yet, the first to leave first. */
  List<Candidate> waiting(ClientId client, int location) {
    List<Order> found = orders(client, location, BEFORE_PICKING);
    Set<Long> skus = new TreeSet<>();
    List<Candidate> candidates = new ArrayList<>();
    found.forEach(order -> order.lines().forEach(line -> skus.add(line.skuId())));
    cards.load(client, skus);
    for (Order order : found) {
      for (Shipment one : order.shipments()) {
        if (one.locationId() == location && BEFORE_PICKING.contains(one.state())) {
          candidates.add(new Candidate(order, one, units(client, one)));
        }
      }
    }
    return candidates;
  }

  /** Pieces of a shipment; what is weighed counts by begun unit. */
  long units(ClientId client, Shipment shipment) {
    long units = 0;
    for (Part part : shipment.parts()) {
      long one = cards.ref(client, part.taken().position().skuId()).scale().unit();
      units += Math.ceilDiv(part.taken().quantity(), one);
    }
    return units;
  }

  /** What pickers were told to take and has not left: smallest units by SKU. */
  Map<Long, Long> inHand(ClientId client, int location, Collection<Long> skus) {
    Map<Long, Long> inHand = new HashMap<>();
    for (Order order : orders(client, location, BEFORE_LEAVING)) {
      for (Shipment one : order.shipments()) {
        boolean taken = one.state() == OrderState.PICKING || one.state() == OrderState.PACKED;
        if (taken && one.locationId() == location) {
          one.lines().stream()
              .filter(line -> skus.contains(line.position().skuId()))
              .forEach(
                  line -> inHand.merge(line.position().skuId(), line.quantity(), Math::addExact));
        }
      }
    }
    return inHand;
  }

  private List<Order> orders(ClientId client, int location, List<OrderState> states) {
    List<Order> all = new ArrayList<>();
    for (OrderState state : states) {
      OrderFilter filter = new OrderFilter(state, location, EVER);
      int read = 0;
      @Nullable String after = null;
      do {
        Page<Stored> page = orders.list(client, filter, after, Page.MAX_LIMIT);
        page.items().forEach(one -> all.add(OrderDocument.read(one.row().document())));
        read += page.items().size();
        after = page.next();
      } while (after != null && read < MAX_ORDERS);
    }
    return all;
  }
}
