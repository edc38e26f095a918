package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An edge without a ledger: lookups from the stream in Redis, everything else passed on. */
class SplitRolesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void anEdgeFollowsThroughRedisAndPassesCommandsOn() throws Exception {
    try (RedisProcess redis = new RedisProcess();
        RunningServer ledger =
            RunningServer.start(Map.of("roles", "ledger,jobs", "redis-url", redis.url()));
        RunningNode node =
            ledger.addNode(
                Map.of("roles", "edge", "redis-url", redis.url(), "ledger-urls", ledger.url()))) {
      Company company = Company.in(ledger);
      Api edge = new Api(node.url(), company.admin().secret());
      String sku = company.sku();
      String shop = company.location();

      assertThat(edge.post("/v1/receipts", Bodies.lines(sku, shop, "10")).status()).isEqualTo(200);
      Poll.until("the receipt", PATIENCE, () -> available(edge, sku) == 10);
      Reply reserved = edge.post("/v1/reservations", Bodies.lines(sku, shop, "3"));
      assertThat(reserved.status()).isEqualTo(201);
      Poll.until("the reservation", PATIENCE, () -> available(edge, sku) == 7);
      assertThat(edge.get("/v1/reservations/" + reserved.json().get("id").asText()).status())
          .isEqualTo(200);
      assertThat(edge.get("/v1/nonsense").status()).isEqualTo(404);
      assertThat(edge.get("/v1/shortfalls").status()).isEqualTo(200);
      Reply operations = new Api(node.url(), ledger.operatorSecret()).get("/v1/operations");
      assertThat(operations.json().at("/node/roles").toString()).isEqualTo("[\"edge\"]");

      redis.kill();
      Poll.until(
          "staleness", PATIENCE, () -> edge.get(lookup(sku)).json().get("stale").asBoolean());
      assertThat(edge.post("/v1/sales", Bodies.lines(sku, shop, "2")).status()).isEqualTo(200);
      assertThat(available(edge, sku)).isEqualTo(7);

      redis.start();
      Poll.until("the sale", PATIENCE, () -> available(edge, sku) == 5);
      Poll.until(
          "freshness", PATIENCE, () -> !edge.get(lookup(sku)).json().get("stale").asBoolean());
      assertThat(edge.post("/v1/sales", Bodies.lines(sku, shop, "1")).status()).isEqualTo(200);
      Poll.until("the next sale", PATIENCE, () -> available(edge, sku) == 4);

      ledger.stopNode();
      Poll.until(
          "staleness", PATIENCE, () -> edge.get(lookup(sku)).json().get("stale").asBoolean());
      assertThat(available(edge, sku)).isEqualTo(4);
      commandsAreRefusedAtOnce(edge, Bodies.lines(sku, shop, "1"));
    }
  }

  @Test
  void severalNodesWithoutRedisEachFollowTheLog() throws Exception {
    try (RunningServer first = RunningServer.start();
        RunningNode second = first.addNode(Map.of())) {
      Company company = Company.in(first);
      Api other = new Api(second.url(), company.admin().secret());
      String sku = company.sku();
      String shop = company.location();
      company.receive(sku, shop, "10");
      Poll.until("the receipt", PATIENCE, () -> available(other, sku) == 10);
      assertThat(other.post("/v1/sales", Bodies.lines(sku, shop, "4")).status()).isEqualTo(200);
      Poll.until("the sale", PATIENCE, () -> available(company.admin(), sku) == 6);
      first.stopNode();
      assertThat(other.post("/v1/sales", Bodies.lines(sku, shop, "1")).status()).isEqualTo(200);
      Poll.until("the next sale", PATIENCE, () -> available(other, sku) == 5);
    }
  }

  private static void commandsAreRefusedAtOnce(Api edge, String body) {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      long start = System.nanoTime();
      Reply refused = edge.post("/v1/reservations", body);
      millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
      assertThat(refused.problem()).isEqualTo("store-unavailable");
      assertThat(refused.header("Retry-After")).isPresent();
    }
    millis.sort(null);
    assertThat(millis.get(millis.size() / 2)).as("%s ms", millis).isLessThan(100);
  }

  private static String lookup(String sku) {
    return "/v1/availability/" + sku;
  }

  /** What the edge says may be promised in all; -1 while it does not know the SKU. */
  private static long available(Api edge, String sku) {
    Reply found = edge.get(lookup(sku));
    if (found.status() == 404) {
      return -1;
    }
    assertThat(found.status()).as("%s", found).isEqualTo(200);
    long sum = 0;
    for (JsonNode row : found.json().get("locations")) {
      sum += row.get("availableToPromise").asLong();
    }
    return sum;
  }
}
