package dev.holdfast.server.http.floor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.floor.FloorWave;
import dev.holdfast.application.floor.FloorWork;
import dev.holdfast.application.floor.ProposeWaves.HeldShipment;
import dev.holdfast.application.floor.ProposeWaves.Proposal;
import dev.holdfast.application.floor.ProposeWaves.Proposed;
import dev.holdfast.application.floor.ProposeWaves.Waiting;
import dev.holdfast.application.floor.StartWave;
import dev.holdfast.application.floor.StartWave.Wish;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.pick.WaveState;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.JsonFields;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.FloorStore.WaveFilter;
import dev.holdfast.storage.api.Page;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Waves: proposed, started, listed, cancelled. */
final class WaveRoutes {
  private final FloorWork work;
  private final FloorDesk desk;
  private final WaveJson json;

  WaveRoutes(FloorWork work, FloorDesk desk) {
    this.work = work;
    this.desk = desk;
    this.json = new WaveJson(work, desk);
  }

  void addTo(Routes routes) {
    desk.get(routes, "/v1/waves/proposal", Permission.READ, this::propose);
    desk.get(routes, "/v1/waves", Permission.READ, this::list);
    desk.get(routes, "/v1/waves/:id", Permission.READ, this::get);
    desk.post(routes, "/v1/waves", 201, this::start);
    desk.post(routes, "/v1/waves/:id/cancel", 200, this::cancel);
  }

  private ObjectNode propose(Exchange exchange) {
    LocationRef location = desk.askedLocation(exchange);
    if (location == null) {
      throw FloorDesk.invalid("location", "is missing: name the location whose floor it is");
    }
    Proposal proposal = work.proposals().propose(exchange.principal().client(), location);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("location", location.code());
    ArrayNode waves = answer.putArray("waves");
    for (Proposed wave : proposal.waves()) {
      ObjectNode one = waves.addObject();
      one.put("carrier", wave.carrier()).put("cutOff", wave.cutOff().toString());
      ArrayNode orders = one.putArray("orders");
      for (Waiting waiting : wave.shipments()) {
        ObjectNode order = orders.addObject();
        order.put("order", waiting.order().toString()).put("number", waiting.number());
        order.put("shipment", waiting.shipment().toString()).put("units", waiting.units());
      }
      one.put("units", wave.units()).put("closed", wave.closed());
    }
    ArrayNode held = answer.putArray("held");
    for (HeldShipment one : proposal.held()) {
      ObjectNode shipment = held.addObject();
      shipment.put("order", one.order().toString()).put("number", one.number());
      shipment.put("shipment", one.shipment().toString()).put("reason", one.reason());
    }
    return answer;
  }

  private ObjectNode start(Exchange exchange) {
    JsonFields fields = exchange.fields();
    String location = FloorDesk.code(fields, "location");
    String carrier = FloorDesk.carrier(fields);
    Instant cutOff = instant(fields);
    List<String> shipments = fields.texts("shipments", StartWave.MAX_SHIPMENTS);
    fields.finish();
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < shipments.size(); i++) {
      ids.add(FloorDesk.id("shipments[" + i + "]", shipments.get(i)));
    }
    ClientId client = exchange.principal().client();
    Wish wish = new Wish(desk.location(client, location), carrier, cutOff, ids);
    FloorWave wave = work.start().start(FloorDesk.caller(exchange), wish);
    return json.wave(client, again(client, wave));
  }

  private static @Nullable Instant instant(JsonFields fields) {
    String text = fields.text("cutOff", null);
    if (text == null) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeException malformed) {
      fields.violate("cutOff", "must be a time such as 2026-11-27T23:00:00Z");
      return null;
    }
  }

  /** As the store has it, with its time. */
  private FloorWave again(ClientId client, FloorWave wave) {
    return work.book().wave(client, wave.id()).orElse(wave);
  }

  private ObjectNode get(Exchange exchange) {
    ClientId client = exchange.principal().client();
    FloorWave wave =
        work.book()
            .wave(client, FloorDesk.id(exchange, "wave"))
            .orElseThrow(() -> new ApiException(Problem.notFound("There is no such wave")));
    return json.wave(client, wave);
  }

  private ObjectNode cancel(Exchange exchange) {
    UUID id = FloorDesk.id(exchange, "wave");
    FloorDesk.caller(exchange);
    FloorDesk.optional(exchange).finish();
    ClientId client = exchange.principal().client();
    return json.wave(client, again(client, work.cancel().cancel(client, id)));
  }

  private ObjectNode list(Exchange exchange) {
    ClientId client = exchange.principal().client();
    LocationRef location = desk.askedLocation(exchange);
    WaveState state = FloorDesk.state(exchange, List.of(WaveState.values()), WaveState::label);
    WaveFilter filter = new WaveFilter(location == null ? null : location.id(), state);
    Page<FloorWave> page =
        work.book().waves(client, filter, exchange.query("cursor"), exchange.limit());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode items = answer.putArray("items");
    page.items().forEach(wave -> items.add(json.wave(client, wave)));
    if (page.next() != null) {
      answer.put("next", page.next());
    }
    return answer;
  }
}
