package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** From placed orders to the door: waves, picks, a short one, packing, labels, hand over. */
@ExtendWith(RunningServer.Shared.class)
class FloorTest {
  private static final int ORDERS = 30;

  private Shipper shipper;
  private List<String> skus;
  private String scarce;

  /** Three SKUs in plenty, one scarce one, and one that has no slot. */
  @BeforeEach
  void floor(RunningServer server) throws Exception {
    shipper = new Shipper(server);
    skus = List.of(shipper.sku(100, 0), shipper.sku(100, 0), shipper.sku(100, 0));
    scarce = shipper.sku(4, 5);
    shipper.ready(
        shipper.setup().layout(shipper.west, skus.get(0), skus.get(1), skus.get(2), scarce), true);
  }

  private Api api() {
    return shipper.api();
  }

  private JsonNode get(String target) {
    Reply reply = api().get(target);
    assertThat(reply.status()).as("%s: %s", target, reply).isEqualTo(200);
    return reply.json();
  }

  private JsonNode post(String target, String body) {
    Reply reply = api().post(target, body);
    assertThat(reply.status()).as("%s: %s", target, reply).isBetween(200, 201);
    return reply.json();
  }

  private List<JsonNode> placed(int count) {
    List<JsonNode> orders = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String one = skus.get(i % 3);
      String other = skus.get((i + 1 + i / 3) % 3);
      orders.add(
          one.equals(other)
              ? shipper.placed(one, "2")
              : shipper.placed(one, "1", other, Integer.toString(1 + i % 2)));
    }
    return orders;
  }

  private JsonNode started() {
    return post("/v1/waves", "{\"location\":\"" + shipper.west + "\"}");
  }

  private static List<JsonNode> all(JsonNode list) {
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    return items;
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asText();
  }

  private JsonNode position(String sku) {
    return get("/v1/positions/" + sku + "/" + shipper.west);
  }

  /** Says of every open stop that everything was there; of the scarce SKU only so much. */
  private List<JsonNode> picked(JsonNode wave, int scarceFound) {
    List<JsonNode> shortages = new ArrayList<>();
    for (JsonNode list : wave.get("pickLists")) {
      String target = "/v1/pick-lists/" + text(list, "id");
      JsonNode taken = post(target + "/start", "{}");
      assertThat(text(taken, "state")).isEqualTo("picking");
      for (JsonNode stop : taken.get("stops")) {
        boolean isScarce = text(stop.at("/picks/0"), "sku").equals(scarce);
        String body =
            isScarce
                ? "{\"picks\":[{\"sku\":\"" + scarce + "\",\"found\":" + scarceFound + "}]}"
                : "{\"picks\":[]}";
        JsonNode done = post(target + "/stops/" + text(stop, "stop"), body);
        shortages.addAll(all(done.get("short")));
      }
      assertThat(text(get(target), "state")).isEqualTo("done");
    }
    return shortages;
  }

  @Test
  void thirtyOrdersGoFromTheShelfToTheDoor() {
    List<JsonNode> orders = placed(ORDERS);
    JsonNode lacking = shipper.placed(scarce, "3", skus.get(0), "1");
    assertThat(text(lacking.at("/shipments/0"), "location")).isEqualTo(shipper.west);

    JsonNode proposal = get("/v1/waves/proposal?location=" + shipper.west);
    int proposed = 0;
    for (JsonNode wave : proposal.get("waves")) {
      proposed += wave.get("orders").size();
    }
    assertThat(proposed).isEqualTo(ORDERS + 1);
    assertThat(proposal.get("held")).isEmpty();
    List<JsonNode> shortages = new ArrayList<>();
    for (int wave = 0; wave < proposal.get("waves").size(); wave++) {
      JsonNode started = started();
      assertThat(text(started, "state")).isEqualTo("picking");
      assertThat(started.get("notes")).isEmpty();
      assertThat(started.get("walkMm").asLong()).isPositive();
      shortages.addAll(picked(started, 1));
      assertThat(text(get("/v1/waves/" + text(started, "id")), "state")).isEqualTo("done");
    }

    theMissingTwoComeFromTheEast(lacking, shortages);
    List<JsonNode> packed = packed();
    assertThat(packed).hasSize(ORDERS + 1);
    handedOver(packed);
    for (JsonNode order : orders) {
      assertThat(text(shipper.order(order), "state")).isEqualTo("delivered");
    }
    // Nothing is held any more, and what left the books is what was picked.
    for (String sku : skus) {
      assertThat(position(sku).get("reserved").asLong()).isZero();
    }
    assertThat(position(scarce).get("onHand").asLong()).isEqualTo(4 - 2 - 1);
    assertThat(get("/v1/shortfalls").get("items")).isEmpty();
  }

  private void theMissingTwoComeFromTheEast(JsonNode order, List<JsonNode> shortages) {
    assertThat(shortages).hasSize(1);
    JsonNode one = shortages.getFirst();
    assertThat(text(one, "number")).isEqualTo(text(order, "number"));
    assertThat(one.get("missing").asInt()).isEqualTo(2);
    assertThat(text(one, "then")).contains("2 from " + shipper.east);
    JsonNode now = shipper.order(order);
    assertThat(now.get("shipments")).hasSize(2);
    assertThat(text(now.at("/shipments/1"), "state")).isEqualTo("released");
    assertThat(shipper.available(scarce, shipper.east)).isEqualTo(3);
    JsonNode history = get("/v1/positions/" + scarce + "/" + shipper.west + "/history");
    assertThat(all(history.get("items")))
        .anyMatch(entry ->
            text(entry, "kind").equals("written-off")
                && entry.path("reason").asText().contains("short pick at aisle"));
  }

  private List<JsonNode> packed() {
    List<JsonNode> packed = new ArrayList<>();
    for (JsonNode one : shipments("picking")) {
      assertThat(one.get("picked").asBoolean()).isTrue();
      assertThat(one.get("totes")).hasSize(1);
      JsonNode now = post("/v1/shipments/" + text(one, "id") + "/pack", "{}");
      assertThat(text(now, "state")).isEqualTo("packed");
      assertThat(now.get("tracking")).hasSize(now.get("cartons").size());
      Reply label = api().get("/v1/shipments/" + text(one, "id") + "/label");
      assertThat(label.body()).startsWith("%PDF");
      packed.add(now);
    }
    return packed;
  }

  private List<JsonNode> shipments(String state) {
    List<JsonNode> found = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page =
          get("/v1/shipments?limit=8&location=" + shipper.west + "&state=" + state + cursor);
      found.addAll(all(page.get("items")));
      cursor = page.has("next") ? "&cursor=" + text(page, "next") : "";
    } while (!cursor.isEmpty());
    return found;
  }

  private void handedOver(List<JsonNode> packed) {
    Map<String, List<JsonNode>> byCarrier = new TreeMap<>();
    packed.forEach(
        one -> byCarrier.computeIfAbsent(text(one, "carrier"), any -> new ArrayList<>()).add(one));
    byCarrier.forEach((carrier, ones) -> {
      JsonNode manifest =
          post(
              "/v1/hand-overs",
              "{\"location\":\"%s\",\"carrier\":\"%s\"}".formatted(shipper.west, carrier));
      assertThat(manifest.get("handedOver")).hasSize(ones.size());
      assertThat(manifest.get("left")).isEmpty();
    });
    for (JsonNode one : packed) {
      String number = one.at("/tracking/0").asText();
      assertThat(text(get("/v1/tracking/" + number), "state")).isEqualTo("shipped");
      assertThat(text(post("/v1/shipments/" + text(one, "id") + "/deliver", "{}"), "state"))
          .isEqualTo("delivered");
    }
  }

  @Test
  void whatIsSaidTwiceHappensOnce() {
    placed(2);
    String body = "{\"location\":\"" + shipper.west + "\"}";
    JsonNode wave = api().post("/v1/waves", body, "the-wave").json();

    assertThat(api().post("/v1/waves", body, "the-wave").json()).isEqualTo(wave);
    assertThat(
            api()
                .post("/v1/waves", "{\"location\":\"" + shipper.east + "\"}", "the-wave")
                .problem())
        .isEqualTo("idempotency-key-reused");
    String list = "/v1/pick-lists/" + text(wave.at("/pickLists/0"), "id");
    JsonNode first = post(list + "/stops/0", "{}");
    assertThat(post(list + "/stops/0", "{\"picks\":[]}")).isEqualTo(first);
    String sku = text(first.at("/stops/0/picks/0"), "sku");
    String less = "{\"picks\":[{\"sku\":\"" + sku + "\",\"found\":0}]}";
    assertThat(api().post(list + "/stops/0", less).problem()).isEqualTo("not-now");
    assertThat(api().post("/v1/waves/" + text(wave, "id") + "/cancel", "{}").problem())
        .isEqualTo("not-now");
    String shipment = text(wave.at("/shipments/0"), "id");
    assertThat(api().post("/v1/shipments/" + shipment + "/pack", "{}").problem())
        .isEqualTo("not-now");
    assertThat(api().get("/v1/shipments/" + shipment + "/label").problem()).isEqualTo("not-now");

    assertThat(post(list + "/stops/0/undo", "{}").at("/stops/0/done").asBoolean()).isFalse();
    JsonNode cancelled = post("/v1/waves/" + text(wave, "id") + "/cancel", "{}");
    assertThat(text(cancelled, "state")).isEqualTo("cancelled");
    assertThat(post("/v1/waves/" + text(wave, "id") + "/cancel", "{}")).isEqualTo(cancelled);
    assertThat(api().post(list + "/stops/0", "{}").problem()).isEqualTo("not-now");
    assertThat(started().get("orders").asInt()).isEqualTo(2);
  }

  @Test
  void whatNobodyHasIsTakenOffTheOrder() {
    String only = shipper.sku(2, 0);
    JsonNode alone = shipper.placed(only, "1");
    JsonNode mixed = shipper.placed(skus.get(0), "1", only, "1");
    JsonNode wave = started();
    assertThat(wave.get("notes")).hasSize(1);
    assertThat(wave.at("/notes/0").asText()).contains(only + " has no slot");

    for (JsonNode list : wave.get("pickLists")) {
      String target = "/v1/pick-lists/" + text(list, "id");
      for (JsonNode stop : get(target).get("stops")) {
        boolean empty = text(stop.at("/picks/0"), "sku").equals(only);
        String body = "{\"picks\":[{\"sku\":\"" + only + "\",\"found\":0}]}";
        JsonNode done = post(target + "/stops/" + text(stop, "stop"), empty ? body : "{}");
        assertThat(all(done.get("short")))
            .allMatch(one -> text(one, "then").contains("Nobody has it"));
      }
    }

    assertThat(text(shipper.order(alone), "state")).isEqualTo("cancelled");
    JsonNode left = shipper.order(mixed);
    assertThat(left.at("/shipments/0/lines")).hasSize(1);
    assertThat(text(left, "state")).isEqualTo("picking");
    assertThat(position(only).get("onHand").asLong()).isZero();
    assertThat(position(only).get("reserved").asLong()).isZero();
    List<JsonNode> ready = shipments("picking");
    assertThat(ready).hasSize(1);
    String target = "/v1/shipments/" + text(ready.getFirst(), "id");
    assertThat(
            api()
                .post(target + "/pack", "{\"cartons\":[{\"type\":\"NONE\"}]}")
                .json()
                .get("field")
                .asText())
        .isEqualTo("cartons[0].type");
    JsonNode packed = post(target + "/pack", "{\"cartons\":[{\"type\":\"L\",\"grossG\":900}]}");
    assertThat(text(packed.at("/cartons/0"), "type")).isEqualTo("L");
    assertThat(text(post(target + "/hand-over", "{}"), "state")).isEqualTo("shipped");
    assertThat(get("/v1/waves?location=" + shipper.west + "&state=done").get("items")).hasSize(1);
    assertThat(get("/v1/pick-lists?state=done&wave=" + text(wave, "id")).get("items")).isNotEmpty();
  }

  @Test
  void whatComesBackIsSoldAgainOrWrittenOff() {
    String sku = shipper.sku(5, 0);
    JsonNode order = shipper.placed(sku, "3");
    String shipment = text(order.at("/shipments/0"), "id");
    String goods =
        "{\"shipment\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":%d,\"condition\":\"%s\"}]}";
    String one = goods.formatted(shipment, sku, 1, "sellable");
    assertThat(shipper.change(order, "return", one).problem()).isEqualTo("not-now");
    picked(started(), 0);
    post("/v1/shipments/" + shipment + "/pack", "{}");
    post("/v1/shipments/" + shipment + "/hand-over", "{}");
    assertThat(position(sku).get("onHand").asLong()).isEqualTo(2);

    String back = "/v1/orders/" + text(order, "id") + "/return";
    Reply first = api().post(back, one, "parcel-1");
    assertThat(api().post(back, one, "parcel-1").json()).isEqualTo(first.json());
    assertThat(first.json().at("/shipments/0/lines/0/returned").asInt()).isEqualTo(1);
    assertThat(position(sku).get("onHand").asLong()).isEqualTo(3);
    post(back, goods.formatted(shipment, sku, 1, "damaged"));
    assertThat(position(sku).get("onHand").asLong()).isEqualTo(3);
    Reply tooMany = api().post(back, goods.formatted(shipment, sku, 2, "sellable"));
    assertThat(tooMany.problem()).as(tooMany.body()).isEqualTo("invalid-field");
    assertThat(position(sku).get("onHand").asLong()).isEqualTo(3);
    assertThat(text(post(back, one), "state")).isEqualTo("returned");
    assertThat(position(sku).get("onHand").asLong()).isEqualTo(4);
    List<JsonNode> history =
        all(get("/v1/positions/" + sku + "/" + shipper.west + "/history").get("items"));
    assertThat(history).anyMatch(entry -> text(entry, "kind").equals("written-off"));
  }
}
