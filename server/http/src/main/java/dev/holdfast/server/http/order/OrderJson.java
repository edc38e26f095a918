package dev.holdfast.server.http.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.OrderLine;
import dev.holdfast.domain.order.OrderState;
import dev.holdfast.domain.order.Preferences;
import dev.holdfast.domain.order.ShipTo;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.domain.order.Step;
import dev.holdfast.server.http.order.OrderNames.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders as JSON. */
public final class OrderJson {
  private final OrderNames names;
  private final ShipmentJson shipments;

  public OrderJson(OrderNames names) {
    this.names = names;
    this.shipments = new ShipmentJson(names);
  }

  /** How one shipment of an order is written. */
  public ShipmentJson shipments() {
    return shipments;
  }

  /** An order with everything about it. */
  public ObjectNode order(ClientId client, Order order, Instant createdAt, Instant updatedAt) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", order.id().toString());
    json.put("number", order.number());
    json.put("version", order.version());
    json.put("state", order.state().label());
    json.put("createdAt", createdAt.toString());
    json.put("updatedAt", updatedAt.toString());
    json.put("promised", text(order.promised()));
    json.put("shipBy", text(shipBy(order)));
    json.set("shipTo", shipTo(order.shipTo()));
    json.set("preferences", preferences(order.delivery().preferences()));
    json.put("reservation", text(order.reservation()));
    json.put("currency", order.notes().currency());
    lines(client, order.lines(), json.putArray("lines"));
    PlanJson.cost(order.shipments(), order.notes(), json.putObject("cost"));
    ArrayNode sent = json.putArray("shipments");
    for (Shipment shipment : order.shipments()) {
      shipments.write(client, shipment, order.lines(), sent.addObject());
    }
    PlanJson.plan(order.shipments(), order.notes(), json.putObject("plan"));
    steps(order.steps(), json.putArray("steps"));
    return json;
  }

  /** An order as a list shows it. */
  ObjectNode summary(ClientId client, Order order, Instant createdAt, Instant updatedAt) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", order.id().toString());
    json.put("number", order.number());
    json.put("state", order.state().label());
    json.put("version", order.version());
    json.put("createdAt", createdAt.toString());
    json.put("updatedAt", updatedAt.toString());
    json.put("customer", order.shipTo().name());
    json.put("promised", text(order.promised()));
    json.put("shipBy", text(shipBy(order)));
    List<Shipment> live = PlanJson.live(order.shipments());
    ArrayNode locations = json.putArray("locations");
    live.stream()
        .map(Shipment::locationId)
        .distinct()
        .map(id -> names.location(client, id))
        .sorted()
        .forEach(locations::add);
    json.put("carrier", live.getFirst().carriage().carrier());
    json.put("service", live.getFirst().carriage().service());
    json.put("lines", order.lines().size());
    json.put("units", units(client, order.lines()));
    json.put("totalMinor", PlanJson.totalMinor(order.shipments(), order.notes()));
    json.put("currency", order.notes().currency());
    return json;
  }

  /** Pieces, and what is sold by weight as one each. */
  private long units(ClientId client, List<OrderLine> lines) {
    long units = 0;
    for (OrderLine line : lines) {
      units += names.sku(client, line.skuId()).scale().decimals() == 0 ? line.quantity() : 1;
    }
    return units;
  }

  void lines(ClientId client, List<OrderLine> lines, ArrayNode json) {
    for (OrderLine line : lines) {
      Named sku = names.sku(client, line.skuId());
      ObjectNode one = json.addObject();
      one.put("sku", sku.code());
      one.put("name", sku.name());
      one.put("unit", sku.unit());
      one.put("quantity", sku.scale().toDecimal(line.quantity()));
      one.put("ordered", sku.scale().toDecimal(line.ordered()));
      one.put("amountMinor", line.amountMinor());
    }
  }

  /** The address of an order. */
  public static ObjectNode shipTo(ShipTo to) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", to.name());
    json.put("address", to.address());
    json.put("postcode", to.postcode());
    json.put("country", to.country());
    json.put("residential", to.residential());
    return json;
  }

  private static ObjectNode preferences(Preferences wishes) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    wishes.preferred().forEach(json.putArray("preferred")::add);
    wishes.excluded().forEach(json.putArray("excluded")::add);
    json.put("maxShipments", wishes.maxShipments() == 0 ? null : wishes.maxShipments());
    return json;
  }

  private static void steps(List<Step> steps, ArrayNode json) {
    for (Step step : steps) {
      ObjectNode one = json.addObject();
      one.put("state", step.state().label());
      one.put("at", step.at().toString());
      one.put("reason", step.reason());
    }
  }

  /** When the first shipment that has not left must be ready; null once all have. */
  private static @Nullable Instant shipBy(Order order) {
    return order.shipments().stream()
        .filter(one -> one.state().holdsStock() && one.state() != OrderState.CANCELLED)
        .map(one -> one.carriage().shipBy())
        .min(Instant::compareTo)
        .orElse(null);
  }

  static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
