package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everybody may shop, by a key that is no secret: and may do nothing else with it. */
@ExtendWith(RunningServer.Shared.class)
class ShopperTest {
  private Company company;
  private Api shopper;
  private String sku;
  private String shop;

  @BeforeEach
  void aShop(RunningServer server) {
    company = Company.in(server);
    shopper = company.as("shopper");
    sku = company.sku();
    shop = company.location();
    company.receive(sku, shop, "1000");
  }

  private String line(String quantity) {
    return Bodies.line(sku, shop, quantity);
  }

  private void assertRefused(Reply reply, String field) {
    assertThat(reply.status()).as("%s", reply).isEqualTo(422);
    assertThat(reply.field()).isEqualTo(field);
    assertThat(reply.json().get("detail").asText()).contains("shopper");
  }

  @Test
  void aShopperReservesAndSeesTheOwnReservationByItsName() {
    Reply reserved = shopper.post("/v1/reservations", Bodies.linesFor(3600, line("99"), line("1")));
    assertThat(reserved.status()).isEqualTo(201);
    String one = "/v1/reservations/" + reserved.json().get("id").asText();

    assertThat(shopper.get(one).status()).isEqualTo(200);
    assertThat(shopper.post(one + "/extend", "{\"ttlSeconds\":3600}").status()).isEqualTo(200);
    assertThat(shopper.post(one + "/release", "").status()).isEqualTo(200);
    assertThat(shopper.get("/v1/reservations").problem()).isEqualTo("not-allowed");
    assertThat(shopper.get("/v1/skus").problem()).isEqualTo("not-allowed");
    assertThat(shopper.get("/v1/skus/" + sku).status()).isEqualTo(200);
    assertThat(shopper.get("/v1/locations").status()).isEqualTo(200);
  }

  @Test
  void aShopperLooksUpWithoutBalances() {
    Poll.until(
        "the receipt",
        Duration.ofSeconds(30),
        () -> shopper.get("/v1/availability/" + sku).body().contains("1000"));

    JsonNode row = shopper.get("/v1/availability/" + sku).json().at("/locations/0");
    assertThat(row.has("onHand")).isFalse();
    Poll.until(
        "the index",
        Duration.ofSeconds(30),
        () -> shopper.get("/v1/search?q=" + sku).body().contains(sku));
  }

  @Test
  void aCartIsNoWarehouse() {
    String[] many = IntStream.range(0, 21).mapToObj(any -> line("1")).toArray(String[]::new);
    String reserve = "/v1/reservations";

    assertRefused(shopper.post(reserve, Bodies.lines(many)), "lines");
    assertRefused(shopper.post(reserve, Bodies.lines(sku, shop, "100")), "lines[0].quantity");
    assertRefused(shopper.post(reserve, Bodies.linesFor(3601, line("1"))), "ttlSeconds");
    Reply reserved = shopper.post(reserve, Bodies.lines(sku, shop, "1"));
    String extend = reserve + "/" + reserved.json().get("id").asText() + "/extend";
    assertRefused(shopper.post(extend, "{\"ttlSeconds\":3601}"), "ttlSeconds");
    assertThat(company.admin().post(reserve, Bodies.lines(sku, shop, "100")).status())
        .isEqualTo(201);
  }

  @Test
  void theShopThatIsOpenIsToldToEverybodyByEveryNode(RunningServer server) throws Exception {
    Map<String, String> open = Map.of("shop", company.code());
    try (RunningNode one = server.addNode(open);
        RunningNode two = server.addNode(open)) {
      JsonNode told = new Browser(one.url()).get("/v1/session").json().get("shop");
      assertThat(told.get("client").asText()).isEqualTo(company.code());
      assertThat(new Browser(two.url()).get("/v1/session").json().get("shop")).isEqualTo(told);

      Api everybody = new Api(two.url(), told.get("key").asText());
      assertThat(everybody.post("/v1/reservations", Bodies.lines(sku, shop, "1")).status())
          .isEqualTo(201);
      assertThat(everybody.get("/v1/keys").problem()).isEqualTo("not-allowed");

      int key =
          company
              .admin()
              .get("/v1/keys")
              .json()
              .get("items")
              .valueStream()
              .filter(listed -> listed.get("name").asText().equals("public shop"))
              .map(listed -> listed.get("id").asInt())
              .collect(Collectors.toList())
              .getFirst();
      assertThat(company.admin().delete("/v1/keys/" + key).status()).isEqualTo(204);
      Poll.until(
          "the shop closes",
          Duration.ofSeconds(10),
          () -> new Browser(one.url()).get("/v1/session").json().get("shop").isNull());
    }
  }

  @Test
  void theDemoCompanysShopIsOpenUnlessItShallNotBe(RunningServer server) throws Exception {
    try (RunningNode open = server.addNode(Map.of("demo", "true"));
        RunningNode closed = server.addNode(Map.of("demo", "true", "shop", "off"))) {
      JsonNode told = new Browser(open.url()).get("/v1/session").json().get("shop");
      assertThat(told.get("client").asText()).isEqualTo("harbor");
      assertThat(new Browser(closed.url()).get("/v1/session").json().get("shop").isNull()).isTrue();
    }
  }
}
