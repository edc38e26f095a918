package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of any length, a page at a time. */
@ExtendWith(RunningServer.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagingTest {
  private static final int COUNT = 5;
  private static final String PASSWORD = "of the paging test";

  private Company company;

  @BeforeEach
  void fiveOfEverything(RunningServer server) {
    if (company != null) {
      return;
    }
    company = Company.in(server);
    String sku = company.sku();
    String shop = company.location();
    company.receive(sku, shop, "100");
    for (int i = 1; i < COUNT; i++) {
      company.receive(company.sku(), shop, "1");
      company.location();
      String body = Bodies.account("p" + i + "@" + company.code() + ".example", "clerk", PASSWORD);
      assertThat(company.admin().post("/v1/accounts", body).status()).isEqualTo(201);
    }
    String other = company.location();
    for (int i = 0; i < COUNT; i++) {
      company.reserve(sku, shop, "1");
      company.admin().post("/v1/transfers", Bodies.transfer(shop, other, sku, "1"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/skus?, 5",
    "/v1/skus?category=test, 5",
    "/v1/skus?category=none, 0",
    "/v1/locations?, 6",
    "/v1/locations?region=west, 6",
    "/v1/positions?, 5",
    "/v1/positions?location=LOC-2, 5",
    "/v1/positions?sku=SKU-1, 1",
    "/v1/positions?sku=SKU-1&location=LOC-2, 1",
    "/v1/positions?shortfall=true, 0",
    "/v1/shortfalls?, 0",
    "/v1/accounts?, 4",
    "/v1/webhooks/parked?, 0",
    "/v1/reservations?, 5",
    "/v1/reservations?state=active, 5",
    "/v1/reservations?state=active&location=LOC-2, 5",
    "/v1/reservations?sku=SKU-1, 5",
    "/v1/reservations?state=expired, 0",
    "/v1/transfers?, 5",
    "/v1/transfers?state=in-transit, 5",
    "/v1/transfers?location=LOC-2, 5"
  })
  void pagesOfAnySizeMakeTheWholeList(String list, int count) {
    List<JsonNode> all = page(list);
    assertThat(all).hasSize(count);
    for (int limit : new int[] {1, 2, 3, COUNT, COUNT + 1}) {
      assertThat(paged(list, limit)).as("pages of %d", limit).isEqualTo(all);
    }
  }

  private List<JsonNode> page(String target) {
    Reply reply = company.admin().get(target);
    assertThat(reply.status()).isEqualTo(200);
    return reply.json().get("items").valueStream().toList();
  }

  private List<JsonNode> paged(String list, int limit) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = company.admin().get(list + "&limit=" + limit + cursor).json();
      assertThat(page.get("items").size()).isLessThanOrEqualTo(limit);
      page.get("items").forEach(items::add);
      cursor = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
    } while (!cursor.isEmpty());
    return items;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/reservations", "/v1/transfers"})
  void theNewestComesFirst(String list) {
    List<String> ids = page(list).stream().map(item -> item.get("id").asText()).toList();
    assertThat(ids).isSortedAccordingTo((one, other) -> other.compareTo(one));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/skus", "/v1/locations"})
  void theCatalogueIsInOrderOfCodes(String list) {
    assertThat(page(list).stream().map(item -> item.get("code").asText()).toList()).isSorted();
  }
}
