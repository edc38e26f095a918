package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is counted follows what happens, exactly, whoever folds and whatever breaks meanwhile. */
@ExtendWith(RunningServer.Shared.class)
class ReportsFollowTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  private RunningServer server;
  private Shipper shipper;
  private String sku;
  private String other;

  private JsonNode post(String target, String body) {
    Reply reply = shipper.api().post(target, body);
    assertThat(reply.status()).as("%s: %s", target, reply).isBetween(200, 201);
    return reply.json();
  }

  @Test
  void sumsAreThoseOfTheTablesAlsoWithARivalAndLostConnections(RunningServer running)
      throws Exception {
    server = running;
    shipper = new Shipper(server);
    sku = shipper.sku(40, 10);
    other = shipper.sku(40, 10);
    shipper.ready(shipper.setup().layout(shipper.west, sku, other), true);
    SlowReports slow = new SlowReports(server, shipper.company().code());
    long walkMm;
    try (AutoCloseable rival = server.rivalFold()) {
      assertThat(rival).isNotNull();
      JsonNode given = placed(sku, 3, other, 1);
      JsonNode returned = placed(sku, 2, other, 2);
      placed(sku, 42, other, 1);
      walkMm = shipped();
      loseConnections();
      refusedAndMoved();
      shipper.change(placed(other, 1, sku, 1), "cancel", "{\"reason\":\"changed my mind\"}");
      comesBack(returned);
      assertThat(given.get("id")).isNotEqualTo(returned.get("id"));
    }
    awaitCounted();

    Map<String, Long> expected = slow.expected();
    assertThat(expected).hasSizeGreaterThan(40);
    assertThat(slow.counted()).isEqualTo(expected);
    asForTheRest(slow, walkMm);
    assertThat(Company.operator(server).post("/v1/reports/rebuild", "").status()).isEqualTo(202);
    Poll.until("everything is counted again", SOON, () -> asOf() > 0);
    awaitCounted();
    assertThat(slow.counted()).isEqualTo(expected);
    asForTheRest(slow, walkMm);
  }

  /** What the tables do not say in a line of SQL, but the test knows. */
  private static void asForTheRest(SlowReports slow, long walkMm) throws SQLException {
    for (int grain = 0; grain < 3; grain++) {
      assertThat(slow.total("refusals", grain)).isEqualTo(3);
      assertThat(slow.total("refused_units", grain)).isEqualTo((99 + 98 + 97) * 1_000);
      assertThat(slow.total("walk_mm", grain)).isEqualTo(walkMm);
      assertThat(slow.total("orders", grain)).isEqualTo(4);
    }
  }

  private JsonNode placed(String one, int quantity, String two, int more) {
    String body =
        Shipper.order(
            "",
            one,
            "%d,\"amountMinor\":%d".formatted(quantity, quantity * 199),
            two,
            Integer.toString(more));
    Reply reply = shipper.api().post("/v1/orders", body);
    assertThat(reply.status()).as(reply.body()).isEqualTo(201);
    return reply.json();
  }

  /** What leaves the west now; how far somebody walked for it. */
  private long shipped() {
    JsonNode wave = post("/v1/waves", "{\"location\":\"" + shipper.west + "\"}");
    for (JsonNode list : wave.get("pickLists")) {
      String target = "/v1/pick-lists/" + list.get("id").asText();
      for (JsonNode stop : post(target + "/start", "{}").get("stops")) {
        post(target + "/stops/" + stop.get("stop").asText(), "{\"picks\":[]}");
      }
    }
    for (JsonNode shipment : wave.get("shipments")) {
      String target = "/v1/shipments/" + shipment.get("id").asText();
      post(target + "/pack", "{}");
      post(target + "/hand-over", "{}");
    }
    return wave.get("walkMm").asLong();
  }

  /** Three refusals that count, one that does not, and every way in which stock shrinks. */
  private void refusedAndMoved() {
    Api api = shipper.api();
    assertThat(shipper.place(sku, "99", other, "1").status()).isEqualTo(409);
    String many = Bodies.lines(sku, shipper.west, "98");
    assertThat(api.post("/v1/reservations", many).status()).isEqualTo(409);
    String sold = Bodies.lines(other, shipper.west, "97");
    assertThat(api.post("/v1/sales", sold).status()).isEqualTo(409);
    assertThat(
            api.post("/v1/write-offs", Bodies.linesWith("x", Bodies.line(sku, shipper.west, "96")))
                .status())
        .isEqualTo(409);
    post("/v1/sales", Bodies.lines(other, shipper.west, "2"));
    post("/v1/counts", Bodies.lines(other, shipper.west, "30"));
    String one = Bodies.line(other, shipper.west, "1");
    post("/v1/write-offs", Bodies.linesWith("spoiled", one));
    post("/v1/write-offs", Bodies.linesWith("dropped", one));
    post("/v1/returns", Bodies.lines(other, shipper.west, "1"));
  }

  private void comesBack(JsonNode order) {
    JsonNode shipment = shipper.order(order).at("/shipments/0");
    String goods =
        "{\"shipment\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":1,\"condition\":\"sellable\"}]}"
            .formatted(shipment.get("id").asText(), sku);
    post("/v1/orders/" + order.get("id").asText() + "/return", goods);
  }

  /** Folding, and leading, lose their connections in the middle of whatever they do. */
  private void loseConnections() throws SQLException {
    server.ask(
        "select 'ended', count(pg_terminate_backend(pid)) from pg_stat_activity"
            + " where usename like '%_jobs'");
  }

  private void awaitCounted() throws SQLException {
    long now = server.ask("select 'now', extract(epoch from clock_timestamp()) * 1000").get("now");
    // What was refused waits half a second before it is written.
    long counted = now + 1_500;
    Poll.until("everything is counted", SOON, () -> asOf() > counted);
  }

  private long asOf() {
    try {
      Map<String, Long> mark =
          server.ask("select 'mark', extract(epoch from as_of) * 1000 from holdfast.roll_up_mark");
      return mark.getOrDefault("mark", 0L);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
