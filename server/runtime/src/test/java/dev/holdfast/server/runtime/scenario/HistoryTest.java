package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every change leaves an entry: who, when, why, and what was there afterwards. */
@ExtendWith(RunningServer.Shared.class)
class HistoryTest {
  private Company company;
  private String sku;
  private String shop;
  private String path;

  @BeforeEach
  void stock(RunningServer server) {
    company = Company.in(server);
    sku = company.sku();
    shop = company.location();
    path = "/v1/positions/" + sku + "/" + shop + "/history";
  }

  private void move(Api api, String route, String quantity, String reason) {
    String body = Bodies.linesWith(reason, Bodies.line(sku, shop, quantity));
    assertThat(api.post(route, body).status()).isEqualTo(200);
  }

  @Test
  void anEntrySaysWhoAndWhy() {
    move(company.as("clerk"), "/v1/receipts", "10", "delivery 8812");

    JsonNode entry = company.admin().get(path).json().at("/items/0");
    assertThat(entry.get("actor").asText()).isEqualTo("a clerk");
    assertThat(entry.get("reason").asText()).isEqualTo("delivery 8812");
    assertThat(entry.get("kind").asText()).isEqualTo("received");
  }

  @Test
  void reasonsMayBeInAnyScript() {
    move(company.admin(), "/v1/receipts", "10", "доставка 配送 🚚 “8812” \\\\ \\\"");

    assertThat(company.admin().get(path).json().at("/items/0/reason").asText())
        .isEqualTo("доставка 配送 🚚 “8812” \\ \"");
  }

  @Test
  void entriesChainWithoutAGap() {
    move(company.admin(), "/v1/receipts", "10", "a");
    move(company.admin(), "/v1/sales", "2", "b");
    String confirmed = company.reserve(sku, shop, "3");
    company.admin().post("/v1/reservations/" + confirmed + "/confirm", "{\"reason\":\"c\"}");
    String released = company.reserve(sku, shop, "1");
    company.admin().post("/v1/reservations/" + released + "/release", "");
    move(company.admin(), "/v1/counts", "4", "d");
    move(company.admin(), "/v1/adjustments", "2", "e");
    move(company.admin(), "/v1/write-offs", "1", "f");
    move(company.admin(), "/v1/returns", "1", "g");
    move(company.admin(), "/v1/safety-stock", "2", "h");

    List<JsonNode> newestFirst = items(company.admin().get(path));
    assertThat(newestFirst)
        .extracting(entry -> entry.get("kind").asText())
        .containsExactly(
            "safety-stock-set",
            "returned",
            "written-off",
            "adjusted",
            "counted",
            "released",
            "reserved",
            "confirmed",
            "reserved",
            "sold",
            "received");
    assertChained(newestFirst);
    JsonNode last = newestFirst.getFirst();
    assertThat(company.position(sku, shop).get("version")).isEqualTo(last.get("version"));
    assertThat(company.position(sku, shop).get("onHand")).isEqualTo(last.get("onHand"));
  }

  private static void assertChained(List<JsonNode> newestFirst) {
    long onHand = 0;
    long reserved = 0;
    long version = 0;
    for (JsonNode entry : newestFirst.reversed()) {
      onHand += entry.get("onHandChange").asLong();
      reserved += entry.get("reservedChange").asLong();
      version++;
      assertThat(entry.get("version").asLong()).isEqualTo(version);
      assertThat(entry.get("onHand").asLong()).isEqualTo(onHand);
      assertThat(entry.get("reserved").asLong()).isEqualTo(reserved);
    }
  }

  @Test
  void aHistoryIsReadPageByPage() {
    for (int i = 0; i < 7; i++) {
      move(company.admin(), "/v1/receipts", "1", "delivery " + i);
    }
    List<JsonNode> all = items(company.admin().get(path));
    List<JsonNode> paged = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = company.admin().get(path + "?limit=3" + cursor).json();
      assertThat(page.get("items").size()).isBetween(1, 3);
      page.get("items").forEach(paged::add);
      cursor = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
    } while (!cursor.isEmpty());

    assertThat(paged).isEqualTo(all).hasSize(7);
  }

  private static List<JsonNode> items(Reply reply) {
    assertThat(reply.status()).isEqualTo(200);
    return reply.json().get("items").valueStream().toList();
  }
}
