package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where more is reserved than is there, somebody is told. */
@ExtendWith(RunningServer.Shared.class)
class ShortfallTest {
  private Company company;
  private String shop;

  @BeforeEach
  void company(RunningServer server) {
    company = Company.in(server);
    shop = company.location();
  }

  /** Reserves 5 and then finds only 3 of them. Returns the reservation. */
  private String fallShort(String sku) {
    company.receive(sku, shop, "5");
    String reservation = company.reserve(sku, shop, "5");
    String counted = Bodies.lines(sku, shop, "3");
    assertThat(company.admin().post("/v1/counts", counted).status()).isEqualTo(200);
    return reservation;
  }

  private static List<JsonNode> shortfalls(Api api, int limit) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = api.get("/v1/shortfalls?limit=" + limit + cursor).json();
      assertThat(page.get("items").size()).isLessThanOrEqualTo(limit);
      page.get("items").forEach(items::add);
      cursor = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
    } while (!cursor.isEmpty());
    return items;
  }

  @Test
  void aShortfallIsListedWithItsNamesUntilItIsMended() {
    String sku = company.sku();
    String enough = company.sku();
    company.receive(enough, shop, "5");
    String reservation = fallShort(sku);

    JsonNode only = company.as("cashier").get("/v1/shortfalls").json().get("items");

    assertThat(only).hasSize(1);
    JsonNode position = company.position(sku, shop);
    JsonNode shown = only.get(0);
    assertThat(shown.get("skuName").asText()).isEqualTo("Thing " + sku);
    for (String field :
        List.of("sku", "location", "shortfall", "onHand", "reserved", "version", "updatedAt")) {
      assertThat(shown.get(field)).as(field).isEqualTo(position.get(field));
    }
    assertThat(shown.get("shortfall").asInt()).isEqualTo(2);

    company.admin().post("/v1/reservations/" + reservation + "/release", "");
    assertThat(shortfalls(company.admin(), 500)).isEmpty();
  }

  @Test
  void quantitiesAreInTheUnitOfTheSku() {
    String flour = company.sku("kg", 3);
    company.receive(flour, shop, "2.5");
    company.reserve(flour, shop, "2.25");
    company.admin().post("/v1/counts", Bodies.lines(flour, shop, "2.125"));

    assertThat(shortfalls(company.admin(), 500).getFirst().get("shortfall").asText())
        .isEqualTo("0.125");
  }

  @Test
  void pagesOfAnySizeMakeTheWholeList() {
    List<String> skus = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      skus.add(company.sku());
      fallShort(skus.getLast());
    }

    List<JsonNode> all = shortfalls(company.admin(), 500);

    assertThat(all).extracting(one -> one.get("sku").asText()).containsExactlyElementsOf(skus);
    for (int limit = 1; limit <= 5; limit++) {
      assertThat(shortfalls(company.admin(), limit)).as("pages of %d", limit).isEqualTo(all);
    }
    assertThat(company.admin().get("/v1/shortfalls?cursor=x").problem()).isEqualTo("bad-cursor");
    assertThat(company.admin().get("/v1/shortfalls?limit=0").field()).isEqualTo("limit");
  }

  @Test
  void anotherCompanySeesNothingOfIt(RunningServer server) {
    String sku = company.sku();
    fallShort(sku);
    Company other = Company.in(server);
    other.receive(other.sku(), other.location(), "1");

    assertThat(shortfalls(other.admin(), 1)).isEmpty();
    // Not even with a cursor that the first company was given.
    fallShort(company.sku());
    String next = company.admin().get("/v1/shortfalls?limit=1").json().get("next").asText();
    JsonNode page = other.admin().get("/v1/shortfalls?cursor=" + next).json();
    assertThat(page.get("items")).isEmpty();
  }

  @Test
  void whoMayNotSeeBalancesSeesNoShortfalls() {
    for (Map.Entry<String, Integer> one :
        Map.of("clerk", 200, "planner", 200, "partner", 403, "reader", 403).entrySet()) {
      assertThat(company.as(one.getKey()).get("/v1/shortfalls").status())
          .as(one.getKey())
          .isEqualTo(one.getValue());
    }
  }
}
