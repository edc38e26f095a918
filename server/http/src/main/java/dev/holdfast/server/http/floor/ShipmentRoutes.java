package dev.holdfast.server.http.floor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.floor.FloorWork;
import dev.holdfast.application.floor.HandOver.LeftBehind;
import dev.holdfast.application.floor.HandOver.Manifest;
import dev.holdfast.application.floor.PackShipment.Used;
import dev.holdfast.application.floor.Shipments.OnFloor;
import dev.holdfast.application.floor.Shipments.Wanted;
import dev.holdfast.application.floor.TrackParcel.Tracked;
import dev.holdfast.application.floor.label.Label;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.carton.PackedCarton;
import dev.holdfast.domain.order.OrderState;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.JsonFields;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.Page;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Shipments on the floor: listed, packed, labelled, handed over, tracked. */
final class ShipmentRoutes {
  private static final int MAX_CARTONS = 100;
  private static final int MAX_GROSS_G = 1_000_000;

  private final FloorWork work;
  private final FloorDesk desk;
  private final ShipmentJson json;

  ShipmentRoutes(FloorWork work, FloorDesk desk) {
    this.work = work;
    this.desk = desk;
    this.json = new ShipmentJson(work.cards(), desk);
  }

  void addTo(Routes routes) {
    desk.get(routes, "/v1/shipments", Permission.READ, this::list);
    desk.get(routes, "/v1/shipments/:id", Permission.READ, this::get);
    routes.blocking(HttpMethod.GET, "/v1/shipments/:id/label", Permission.READ, this::label);
    desk.post(routes, "/v1/shipments/:id/pack", 200, this::pack);
    desk.post(routes, "/v1/shipments/:id/hand-over", 200, this::handOver);
    desk.post(routes, "/v1/shipments/:id/deliver", 200, this::deliver);
    desk.post(routes, "/v1/hand-overs", 200, this::handOverAll);
    desk.get(routes, "/v1/tracking/:number", Permission.LOOK_UP, this::track);
  }

  private ObjectNode list(Exchange exchange) {
    ClientId client = exchange.principal().client();
    LocationRef location = desk.askedLocation(exchange);
    Wanted wanted =
        new Wanted(
            location == null ? null : location.id(),
            FloorDesk.state(exchange, List.of(OrderState.values()), OrderState::label),
            exchange.query("carrier"));
    Page<OnFloor> page =
        work.shipments().list(client, wanted, exchange.query("cursor"), exchange.limit());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode items = answer.putArray("items");
    page.items().forEach(one -> items.add(json.shipment(client, one)));
    if (page.next() != null) {
      answer.put("next", page.next());
    }
    return answer;
  }

  private ObjectNode get(Exchange exchange) {
    ClientId client = exchange.principal().client();
    return json.shipment(client, work.shipments().find(client, FloorDesk.id(exchange, "shipment")));
  }

  private void label(Exchange exchange) {
    ClientId client = exchange.principal().client();
    UUID id = FloorDesk.id(exchange, "shipment");
    long start = System.nanoTime();
    Label label = FloorDesk.guarded(() -> work.labels().of(client, id));
    exchange.storeTook(System.nanoTime() - start);
    exchange
        .request()
        .response()
        .putHeader("Content-Disposition", "inline; filename=\"" + label.fileName() + "\"");
    exchange.send(200, "application/pdf", label.pdf());
  }

  private ObjectNode pack(Exchange exchange) {
    UUID id = FloorDesk.id(exchange, "shipment");
    JsonFields fields = FloorDesk.optional(exchange);
    List<Used> used = new ArrayList<>();
    for (JsonFields one : fields.objectsOrNone("cartons", MAX_CARTONS)) {
      String type = FloorDesk.code(one, "type");
      Integer gross = one.has("grossG") ? weighed(one) : null;
      one.closed();
      used.add(new Used(type, gross));
    }
    fields.finish();
    OnFloor packed = work.packing().pack(FloorDesk.caller(exchange), id, used);
    return json.shipment(exchange.principal().client(), packed);
  }

  private static int weighed(JsonFields fields) {
    long gross = fields.integer("grossG", 0);
    if (gross < 1 || gross > MAX_GROSS_G) {
      fields.violate(
          "grossG", "must be 1 to " + MAX_GROSS_G + " grams; leave it out where nobody weighed");
    }
    return Math.clamp(gross, 1, MAX_GROSS_G);
  }

  private ObjectNode handOver(Exchange exchange) {
    UUID id = FloorDesk.id(exchange, "shipment");
    FloorDesk.optional(exchange).finish();
    OnFloor gone = work.handOver().handOver(FloorDesk.caller(exchange), id);
    return json.shipment(exchange.principal().client(), gone);
  }

  private ObjectNode deliver(Exchange exchange) {
    UUID id = FloorDesk.id(exchange, "shipment");
    FloorDesk.optional(exchange).finish();
    OnFloor there = work.handOver().deliver(FloorDesk.caller(exchange), id);
    return json.shipment(exchange.principal().client(), there);
  }

  private ObjectNode handOverAll(Exchange exchange) {
    JsonFields fields = exchange.fields();
    String location = FloorDesk.code(fields, "location");
    String carrier = FloorDesk.carrier(fields);
    if (carrier == null) {
      fields.violate("carrier", "is missing: say who takes the parcels");
      carrier = "";
    }
    fields.finish();
    LocationRef at = desk.location(exchange.principal().client(), location);
    Manifest manifest = work.handOver().handOver(FloorDesk.caller(exchange), at, carrier);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("location", at.code()).put("carrier", carrier);
    ArrayNode gone = answer.putArray("handedOver");
    for (OnFloor one : manifest.handedOver()) {
      ObjectNode shipment = named(one, gone.addObject());
      ArrayNode tracking = shipment.putArray("tracking");
      one.shipment().floor().tracking().forEach(tracking::add);
      List<PackedCarton> cartons = one.shipment().carriage().cartons();
      shipment.put("cartons", cartons.size());
      shipment.put("grossG", cartons.stream().mapToLong(PackedCarton::grossG).sum());
    }
    ArrayNode left = answer.putArray("left");
    for (LeftBehind one : manifest.left()) {
      named(one.shipment(), left.addObject()).put("reason", one.reason());
    }
    return answer;
  }

  private static ObjectNode named(OnFloor one, ObjectNode json) {
    json.put("shipment", one.shipment().id().toString());
    return json.put("order", one.order().id().toString()).put("number", one.order().number());
  }

  private ObjectNode track(Exchange exchange) {
    ClientId client = exchange.principal().client();
    Tracked found = work.tracking().track(client, exchange.path("number"));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("number", found.number()).put("state", found.shipment().state().label());
    answer.put("carrier", found.shipment().carriage().carrier());
    answer.put("service", found.shipment().carriage().service());
    answer.put("arrival", found.shipment().carriage().arrival().toString());
    ArrayNode steps = answer.putArray("steps");
    found
        .steps()
        .forEach(step ->
            steps.addObject().put("state", step.state().label()).put("at", step.at().toString()));
    return answer;
  }
}
