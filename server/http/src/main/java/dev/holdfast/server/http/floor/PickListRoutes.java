package dev.holdfast.server.http.floor;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.floor.Caller;
import dev.holdfast.application.floor.FloorList;
import dev.holdfast.application.floor.FloorList.Shortage;
import dev.holdfast.application.floor.FloorList.Tote;
import dev.holdfast.application.floor.FloorWork;
import dev.holdfast.application.floor.PickFloor.Confirmed;
import dev.holdfast.application.floor.PickFloor.Found;
import dev.holdfast.application.floor.SkuCard;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.pick.PickListState;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.JsonFields;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.FloorStore.PickListFilter;
import dev.holdfast.storage.api.Page;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pick lists: listed, taken, worked stop by stop. */
final class PickListRoutes {
  private static final int MAX_STOP_DIGITS = 6;
  private static final int MAX_LOT = 64;
  private static final BigDecimal MOST = BigDecimal.valueOf(Line.MAX_QUANTITY);

  private final FloorWork work;
  private final FloorDesk desk;
  private final PickListJson json;

  PickListRoutes(FloorWork work, FloorDesk desk) {
    this.work = work;
    this.desk = desk;
    this.json = new PickListJson(desk);
  }

  void addTo(Routes routes) {
    desk.get(routes, "/v1/pick-lists", Permission.READ, this::list);
    desk.get(routes, "/v1/pick-lists/:id", Permission.READ, this::get);
    desk.post(routes, "/v1/pick-lists/:id/start", 200, this::start);
    desk.post(routes, "/v1/pick-lists/:id/stops/:stop", 200, this::confirm);
    desk.post(routes, "/v1/pick-lists/:id/stops/:stop/undo", 200, this::undo);
  }

  private ObjectNode list(Exchange exchange) {
    ClientId client = exchange.principal().client();
    LocationRef location = desk.askedLocation(exchange);
    String wave = exchange.query("wave");
    PickListFilter filter =
        new PickListFilter(
            location == null ? null : location.id(),
            FloorDesk.state(exchange, List.of(PickListState.values()), PickListState::label),
            wave == null ? null : FloorDesk.id("wave", wave));
    Page<FloorList> page =
        work.book().lists(client, filter, exchange.query("cursor"), exchange.limit());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode items = answer.putArray("items");
    page.items().forEach(one -> items.add(json.list(client, one)));
    if (page.next() != null) {
      answer.put("next", page.next());
    }
    return answer;
  }

  private ObjectNode get(Exchange exchange) {
    return json.list(exchange.principal().client(), existing(exchange));
  }

  private FloorList existing(Exchange exchange) {
    return work.book()
        .list(exchange.principal().client(), FloorDesk.id(exchange, "pick list"))
        .orElseThrow(() -> new ApiException(Problem.notFound("There is no such pick list")));
  }

  private ObjectNode start(Exchange exchange) {
    UUID id = FloorDesk.id(exchange, "pick list");
    FloorDesk.optional(exchange).finish();
    FloorList list = work.picking().start(FloorDesk.caller(exchange), id);
    return json.list(exchange.principal().client(), list);
  }

  private ObjectNode undo(Exchange exchange) {
    UUID id = FloorDesk.id(exchange, "pick list");
    FloorDesk.optional(exchange).finish();
    FloorList list = work.picking().undo(FloorDesk.caller(exchange), id, stop(exchange));
    return json.list(exchange.principal().client(), list);
  }

  private ObjectNode confirm(Exchange exchange) {
    Caller caller = FloorDesk.caller(exchange);
    JsonFields fields = FloorDesk.optional(exchange);
    List<Said> said = new ArrayList<>();
    for (JsonFields one : fields.objectsOrNone("picks", Line.MAX_LINES)) {
      String sku = FloorDesk.code(one, "sku");
      String lot = one.text("lot", null);
      if (lot != null && lot.length() > MAX_LOT) {
        one.violate("lot", "is longer than " + MAX_LOT + " characters");
      }
      BigDecimal much = one.decimal("found");
      if (much.signum() < 0 || much.compareTo(MOST) > 0) {
        one.violate("found", "must be 0 or more, and not too large");
      }
      one.closed();
      said.add(new Said(sku, lot, much));
    }
    fields.finish();
    FloorList list = existing(exchange);
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      found.add(found(list, said.get(i), "picks[" + i + "].found"));
    }
    Confirmed confirmed = work.picking().confirm(caller, list.id(), stop(exchange), found);
    ClientId client = exchange.principal().client();
    ObjectNode answer = json.list(client, confirmed.list());
    ArrayNode shortages = answer.putArray("short");
    for (Shortage one : confirmed.shortages()) {
      Tote tote = confirmed.list().content().totes().get(one.tote());
      SkuCard card = confirmed.list().card(one.skuId());
      ObjectNode missing = shortages.addObject();
      missing.put("order", tote.order().toString()).put("number", tote.number());
      missing.put("sku", card.code());
      missing.put("missing", card.scale().toDecimal(one.missing()));
      missing.put("then", one.then() == null ? "It is being settled." : one.then());
    }
    return answer;
  }

  /** What somebody says, before it is known what the stop asks for. */
  private record Said(String sku, @Nullable String lot, BigDecimal much) {}

  /** In smallest units; what is no SKU of the list is refused by whoever knows the stop. */
  private static Found found(FloorList list, Said said, String field) {
    for (SkuCard card : list.content().goods()) {
      if (card.code().equals(said.sku())) {
        OptionalLong units = card.scale().parse(said.much());
        if (units.isEmpty()) {
          throw FloorDesk.invalid(field, "must have at most " + card.decimals() + " decimals");
        }
        return new Found(said.sku(), said.lot(), units.getAsLong());
      }
    }
    return new Found(said.sku(), said.lot(), 0);
  }

  private static int stop(Exchange exchange) {
    String text = exchange.path("stop");
    boolean number = text.length() <= MAX_STOP_DIGITS && text.matches("[0-9]+");
    if (!number) {
      throw new ApiException(Problem.notFound("There is no such stop of this pick list"));
    }
    return Integer.parseInt(text);
  }
}
