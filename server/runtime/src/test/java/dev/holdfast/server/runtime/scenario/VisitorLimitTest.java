package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.server.runtime.RunningNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody takes the whole shop: a visitor of it has limits, and who has a key of their own none. */
@ExtendWith(RunningServer.Shared.class)
class VisitorLimitTest {
  private Company company;
  private String secret;
  private String sku;
  private String shop;

  @BeforeEach
  void aShop(RunningServer server) {
    company = Company.in(server);
    secret = company.secretOf("shopper");
    sku = company.sku();
    shop = company.location();
    company.receive(sku, shop, "1000");
  }

  private static void assertSlowedDown(Reply reply, String problem) {
    assertThat(reply.status()).as("%s", reply).isEqualTo(429);
    assertThat(reply.problem()).isEqualTo(problem);
    assertThat(Integer.parseInt(reply.header("Retry-After").orElse("0"))).isPositive();
  }

  @Test
  void aVisitorHoldsSoManyReservationsAndGetsAnotherForOneGivenBack(RunningServer server)
      throws Exception {
    try (RunningNode node = server.addNode(Map.of("shop-reservations", "2"))) {
      Api visitor = new Api(node.url(), secret);
      String body = Bodies.lines(sku, shop, "1");
      List<String> held = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        held.add(visitor.post("/v1/reservations", body).json().get("id").asText());
      }
      assertSlowedDown(visitor.post("/v1/reservations", body), "too-many-reservations");
      assertThat(company.position(sku, shop).get("reserved").asInt()).isEqualTo(2);

      String first = "/v1/reservations/" + held.getFirst();
      assertThat(visitor.post(first + "/release", "").status()).isEqualTo(200);
      assertThat(visitor.post("/v1/reservations", body).status()).isEqualTo(201);
      assertSlowedDown(visitor.post("/v1/reservations", body), "too-many-reservations");
    }
  }

  @Test
  void whatIsRefusedIsNotHeldAndWhatIsRepeatedIsHeldOnce(RunningServer server) throws Exception {
    try (RunningNode node = server.addNode(Map.of("shop-reservations", "2"))) {
      Api visitor = new Api(node.url(), secret);
      String none = company.sku();
      for (int i = 0; i < 3; i++) {
        Reply refused = visitor.post("/v1/reservations", Bodies.lines(none, shop, "1"));
        assertThat(refused.problem()).isEqualTo("insufficient-stock");
      }
      String body = Bodies.lines(sku, shop, "1");
      for (int i = 0; i < 3; i++) {
        assertThat(visitor.post("/v1/reservations", body, "same").status()).isEqualTo(201);
      }
      assertThat(visitor.post("/v1/reservations", body).status()).isEqualTo(201);
      assertThat(visitor.post("/v1/reservations", body).status()).isEqualTo(429);
    }
  }

  @Test
  void aVisitorsCommandsAndLookupsAreCountedAndOthersAreNot(RunningServer server) throws Exception {
    Map<String, String> tight =
        Map.of("shop-commands-per-minute", "3", "shop-lookups-per-minute", "5");
    try (RunningNode node = server.addNode(tight)) {
      Api visitor = new Api(node.url(), secret);
      String body = Bodies.lines(sku, shop, "1");
      for (int i = 0; i < 3; i++) {
        assertThat(visitor.post("/v1/reservations", body).status()).isEqualTo(201);
      }
      assertSlowedDown(visitor.post("/v1/reservations", body), "too-many-requests");
      assertThat(company.position(sku, shop).get("reserved").asInt()).isEqualTo(3);

      String lookup = "/v1/availability/" + sku;
      Api clerk = new Api(node.url(), company.secretOf("clerk"));
      Poll.until("the SKU", Duration.ofSeconds(30), () -> clerk.get(lookup).status() == 200);
      for (int i = 0; i < 5; i++) {
        assertThat(visitor.get(lookup).status()).isEqualTo(200);
      }
      assertSlowedDown(visitor.get(lookup), "too-many-requests");
      assertSlowedDown(visitor.get("/v1/skus/" + sku), "too-many-requests");
      assertSlowedDown(visitor.get("/v1/categories"), "too-many-requests");
      for (int i = 0; i < 20; i++) {
        assertThat(clerk.get(lookup).status()).isEqualTo(200);
        assertThat(clerk.post("/v1/reservations", body).status()).isEqualTo(201);
      }
    }
  }
}
