package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports of what people do with the server, a moment later. */
@ExtendWith(RunningServer.Shared.class)
class ReportTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int ALL = 65;

  private Shipper shipper;
  private String sku;

  @BeforeEach
  void shipper(RunningServer server) throws Exception {
    shipper = new Shipper(server);
    sku = shipper.sku(ALL, 0);
    shipper.ready(shipper.setup().layout(shipper.west, sku), true);
  }

  private JsonNode post(String target, String body) {
    Reply reply = shipper.api().post(target, body);
    assertThat(reply.status()).as("%s: %s", target, reply).isBetween(200, 201);
    return reply.json();
  }

  private static JsonNode report(Api api, String query) {
    Reply reply = api.get("/v1/reports/" + query);
    assertThat(reply.status()).as("%s: %s", query, reply).isEqualTo(200);
    return reply.json();
  }

  /** The total of a column. */
  private static JsonNode total(JsonNode report, String column) {
    return report.get("totals").get(column(report, column));
  }

  private static int column(JsonNode report, String name) {
    for (int i = 0; i < report.get("columns").size(); i++) {
      if (report.at("/columns/" + i + "/name").asText().equals(name)) {
        return i;
      }
    }
    throw new AssertionError("no column " + name + " in " + report.get("columns"));
  }

  private void handOverOne() {
    JsonNode wave = post("/v1/waves", "{\"location\":\"" + shipper.west + "\"}");
    String list = "/v1/pick-lists/" + wave.at("/pickLists/0/id").asText();
    JsonNode taken = post(list + "/start", "{}");
    for (JsonNode stop : taken.get("stops")) {
      post(list + "/stops/" + stop.get("stop").asText(), "{\"picks\":[]}");
    }
    JsonNode packed = post("/v1/shipments/" + wave.at("/shipments/0/id").asText() + "/pack", "{}");
    post(
        "/v1/hand-overs",
        "{\"location\":\"%s\",\"carrier\":\"%s\"}"
            .formatted(shipper.west, packed.get("carrier").asText()));
  }

  @Test
  void whatHappensIsReportedToItsOwnClientOnly(RunningServer server) {
    String priced = "{\"sku\":\"%s\",\"quantity\":2,\"amountMinor\":2500}".formatted(sku);
    post(
        "/v1/orders",
        "{\"lines\":[" + priced + "],\"shipTo\":{\"postcode\":\"98101\",\"country\":\"US\"}}");
    handOverOne();
    shipper.placed(sku, "3");
    String tooMany = Bodies.lines(sku, shipper.west, "1000");
    assertThat(shipper.api().post("/v1/reservations", tooMany).status()).isEqualTo(409);

    Api reader = shipper.company().as("reader");
    Poll.until(
        "two orders, a refusal and a hand-over are reported",
        SOON,
        () -> {
          JsonNode overview = report(reader, "overview");
          return total(overview, "orders").asInt() == 2
              && total(overview, "refusals").asInt() == 1
              && !total(overview, "on_time_rate").isNull()
              // How fresh they are is known from the second look at the store on.
              && overview.get("fresh").asBoolean();
        });
    JsonNode overview = report(reader, "overview");
    assertThat(total(overview, "units").asInt()).isEqualTo(5);
    assertThat(total(overview, "revenue").asInt()).isEqualTo(2_500);
    assertThat(overview.get("currency").asText()).isEqualTo("USD");
    assertThat(overview.get("fresh").asBoolean()).isTrue();
    assertThat(overview.at("/timing/calls").asInt()).isLessThanOrEqualTo(4);
    JsonNode here = report(reader, "carriers?location=" + shipper.west);
    assertThat(total(here, "shipments").asInt()).isEqualTo(2);
    JsonNode floor = report(reader, "warehouse");
    assertThat(total(floor, "walk_per_line").asLong()).isPositive();
    assertThat(floor.at("/parts/0/rows/0/1").asInt()).as("waiting shipments").isEqualTo(1);
    JsonNode stock = report(reader, "stock");
    assertThat(total(stock, "on_hand").asInt()).isEqualTo(ALL - 2);
    assertThat(total(stock, "sold").asInt()).isEqualTo(2);

    Company other = Company.in(server);
    for (String name : List.of("overview", "stock", "locations", "warehouse")) {
      JsonNode empty = report(other.admin(), name);
      for (JsonNode cell : empty.get("totals")) {
        assertThat(cell.isNull() || cell.asLong() == 0).as("%s: %s", name, cell).isTrue();
      }
    }
    assertThat(reader.get("/v1/orders?backlog=true").json().get("items")).hasSize(1);
    assertThat(reader.get("/v1/orders?placed_to=2026-01-01").json().get("items")).isEmpty();
  }

  @Test
  void whatHasNotChangedIsNotSentAgain(RunningServer server) {
    Api api = shipper.api();
    Poll.until(
        "the mark rests between two questions",
        SOON,
        () -> {
          String tag = api.get("/v1/reports/hours").header("ETag").orElseThrow();
          Map<String, String> had = Map.of("If-None-Match", tag);
          Reply again = api.send("GET", "/v1/reports/hours", "", had);
          return again.status() == 304 && again.body().isEmpty();
        });
  }

  @Test
  void filesHaveTheColumnsOfTheTable() {
    Reply csv = shipper.api().get("/v1/reports/overview?from=2026-11-01&to=2026-11-02&format=csv");
    assertThat(csv.body().lines().toList())
        .hasSize(3)
        .first()
        .asString()
        .startsWith("time,orders,lines,units,revenue,fill_rate,");
    assertThat(csv.header("Content-Disposition").orElse(""))
        .isEqualTo("attachment; filename=\"overview-2026-11-01-2026-11-02.csv\"");
    Reply backlog = shipper.api().get("/v1/reports/warehouse?format=csv&part=backlog");
    assertThat(backlog.body()).startsWith("age,shipments,lines,late");
    Reply parquet = shipper.api().get("/v1/reports/carriers?format=parquet");
    assertThat(parquet.body()).startsWith("PAR1");
  }

  @ParameterizedTest
  @CsvSource({
    "overview?colour=red, colour",
    "overview?from=2026-11-31, from",
    "overview?from=2026-11-02&to=2026-11-01, from",
    "overview?from=2020-01-01, from",
    "overview?by=year, by",
    "overview?from=2026-01-01&to=2026-11-01&by=hour, by",
    "hours?by=day, by",
    "overview?location=NOWHERE, location",
    "overview?category=nothing, category",
    "carriers?category=test, category",
    "overview?currency=dollars, currency",
    "payday?payday=2026-11-13, payday",
    "payday?from=2026-11-08&to=2026-11-09, from",
    "overview?payday=2026-11-20, payday",
    "overview?format=xls, format",
    "overview?part=backlog, part",
    "overview?format=csv&part=backlog, part",
    "overview?to=2026-11-01&to=2026-11-02, to"
  })
  void whatMakesNoSenseIsRefusedByName(String query, String field) {
    Reply refused = shipper.api().get("/v1/reports/" + query);
    assertThat(refused.status()).as("%s: %s", query, refused).isEqualTo(422);
    assertThat(refused.field()).isEqualTo(field);
  }
}
