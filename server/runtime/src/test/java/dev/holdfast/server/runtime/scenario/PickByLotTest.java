package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Pickers are sent to what expires first, and that is what leaves the books. */
@ExtendWith(RunningServer.Shared.class)
class PickByLotTest {
  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  private Shipper shipper;
  private String milk;

  private JsonNode post(String target, String body) {
    Reply reply = shipper.api().post(target, body);
    assertThat(reply.status()).as("%s: %s", target, reply).isBetween(200, 201);
    return reply.json();
  }

  private JsonNode receive(String quantity, String lot, LocalDate expires) {
    return post(
        "/v1/receipts",
        """
        {"lines":[{"sku":"%s","location":"%s","quantity":%s,"lot":"%s","expires":"%s"}]}\
        """
            .formatted(milk, shipper.west, quantity, lot, expires));
  }

  private List<String> left() {
    JsonNode lots = shipper.api().get("/v1/lots?location=" + shipper.west).json().get("items");
    return lotsAnd(lots, "left");
  }

  private static List<String> lotsAnd(JsonNode items, String field) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.get("lot").asText() + " " + item.get(field).asText())
        .toList();
  }

  @Test
  void whatExpiresFirstIsPickedFirst(RunningServer server) throws Exception {
    shipper = new Shipper(server);
    milk = shipper.sku(0, 0);
    shipper.ready(shipper.setup().layout(shipper.west, milk), true);
    receive("2", "LATE", today.plusDays(60));
    receive("2", "SOON", today.plusDays(30));
    JsonNode order = shipper.placed(milk, "3");

    JsonNode wave = post("/v1/waves", "{\"location\":\"" + shipper.west + "\"}");
    String list = "/v1/pick-lists/" + wave.at("/pickLists/0/id").asText();
    JsonNode stops = post(list + "/start", "{}").get("stops");
    assertThat(stops).hasSize(1);
    assertThat(lotsAnd(stops.get(0).get("picks"), "quantity"))
        .containsExactlyInAnyOrder("SOON 2", "LATE 1");
    post(list + "/stops/0", "{}");
    String shipment = "/v1/shipments/" + order.at("/shipments/0/id").asText();
    post(shipment + "/pack", "{}");
    post(shipment + "/hand-over", "{}");

    assertThat(left()).containsExactly("LATE 1");
  }

  @Test
  void whatWillNotBeFreshOnArrivalIsNotPromised(RunningServer server) throws Exception {
    shipper = new Shipper(server);
    milk = shipper.sku(0, 0);
    shipper.ready(shipper.setup().wishes(milk, 20), true);
    receive("2", "SOON", today.plusDays(21));
    Reply stale = shipper.place(milk, "1");
    assertThat(stale.problem()).isEqualTo("cannot-be-shipped");
    assertThat(stale.body()).contains(milk);

    receive("1", "LATE", today.plusDays(60));
    assertThat(shipper.place(milk, "2").problem()).isEqualTo("cannot-be-shipped");
    assertThat(shipper.place(milk, "1").status()).isEqualTo(201);
  }
}
