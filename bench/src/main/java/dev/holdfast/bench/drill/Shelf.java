package dev.holdfast.bench.drill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.bench.drill.Attempt.Position;
import dev.holdfast.bench.instance.Api;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads, over HTTP, what the store holds. */
final class Shelf {
  private final Api api;

  Shelf(Api api) {
    this.api = api;
  }

  /** Everything about these positions, and all reservations and orders. */
  Held read(Collection<Position> positions) throws IOException, InterruptedException {
    Map<Position, Expected.Balance> balances = new HashMap<>();
    List<Held.Entry> entries = new ArrayList<>();
    for (Position position : positions) {
      String path = "/v1/positions/" + position.sku() + "/" + position.location();
      balances.put(position, balance(api.get(path)));
      each(path + "/history", entry -> entries.add(entry(position, entry)));
    }
    Map<String, String> reservations = new HashMap<>();
    each(
        "/v1/reservations",
        found -> reservations.put(found.path("id").asText(), found.path("state").asText()));
    readOrders(reservations);
    return new Held(balances, reservations, entries);
  }

  /** A shipment has the id of its reservation, and its state says what became of that. */
  private void readOrders(Map<String, String> reservations)
      throws IOException, InterruptedException {
    List<String> orders = new ArrayList<>();
    each("/v1/orders", found -> orders.add(found.path("id").asText()));
    for (String order : orders) {
      for (JsonNode shipment : api.get("/v1/orders/" + order).path("shipments")) {
        reservations.put(
            shipment.path("id").asText(), Claim.stateOf(shipment.path("state").asText()));
      }
    }
  }

  private void each(String path, Consumer<JsonNode> item) throws IOException, InterruptedException {
    api.pages(path, page -> page.forEach(item));
  }

  private static Expected.Balance balance(JsonNode json) {
    return new Expected.Balance(json.path("onHand").asLong(), json.path("reserved").asLong());
  }

  private static Held.Entry entry(Position position, JsonNode json) {
    return new Held.Entry(
        position,
        json.path("kind").asText(),
        json.path("subject").asText(""),
        json.path("reason").asText(""),
        balance(json));
  }
}
