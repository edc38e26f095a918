package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.holdfast.server.runtime.RunningNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An operator sees how the node fares; nobody else does. */
@ExtendWith(RunningServer.Shared.class)
class OperationsTest {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void whatHappensShowsInTheSamplesAndAmongTheHotPositions(RunningServer server) {
    Api operator = Company.operator(server);
    Company company = Company.in(server);
    String sku = company.sku();
    String shop = company.location();
    Instant before = Instant.parse(operator.get("/v1/operations").json().get("asOf").asText());

    Poll.until(
        "the traffic shows",
        SOON,
        () -> {
          company.receive(sku, shop, "1");
          company.admin().post("/v1/sales", Bodies.lines(sku, shop, "1000"));
          company.admin().get("/v1/availability/" + sku);
          return traffic(operator.get("/v1/operations").json().get("now"))
              && isHot(operator, company.code(), sku, shop);
        });

    JsonNode shown = operator.get("/v1/operations").json();
    assertThat(Instant.parse(shown.get("asOf").asText())).isAfter(before);
    assertThat(shown.get("asOf")).isEqualTo(shown.at("/now/at"));
    assertThat(shown.at("/node/roles").toString()).isEqualTo("[\"edge\",\"ledger\",\"jobs\"]");
    assertThat(Instant.parse(shown.at("/node/startedAt").asText())).isBefore(Instant.now());
    JsonNode now = shown.get("now");
    assertThat(now.get("batchSizeMean").asDouble()).isGreaterThanOrEqualTo(1);
    assertThat(now.get("commandP99Millis").decimalValue())
        .isGreaterThanOrEqualTo(now.get("commandP50Millis").decimalValue());
    assertThat(now.get("storeReachable").asBoolean()).isTrue();
    assertThat(now.has("feedAgeMillis")).isTrue();
    List<String> times =
        shown.get("history").valueStream().map(one -> one.get("at").asText()).toList();
    assertThat(times).isSorted().doesNotHaveDuplicates().contains(now.get("at").asText());
  }

  private static boolean traffic(JsonNode now) {
    return now.get("commandsPerSecond").asDouble() > 0
        && now.get("refusalsPerSecond").asDouble() > 0
        && now.get("lookupsPerSecond").asDouble() > 0
        && now.path("lookupP99Millis").asDouble() > 0;
  }

  private static boolean isHot(Api operator, String client, String sku, String shop) {
    return operator
        .get("/v1/operations")
        .json()
        .get("hot")
        .valueStream()
        .anyMatch(hot ->
            hot.get("client").asText().equals(client)
                && hot.get("sku").asText().equals(sku)
                && hot.get("location").asText().equals(shop)
                && hot.get("commandsPerSecond").asDouble() > 0);
  }

  @Test
  void onlyOperatorsSeeIt(RunningServer server) {
    Company company = Company.in(server);
    for (String target : List.of("/v1/operations", "/v1/operations/stream")) {
      Reply admin = company.admin().get(target);
      assertThat(admin.status()).isEqualTo(403);
      assertThat(admin.problem()).isEqualTo("operators-only");
      Reply clerk = company.as("clerk").get(target);
      assertThat(clerk.status()).isEqualTo(403);
      assertThat(clerk.problem()).isEqualTo("not-allowed");
      Reply nobody = new Api(server.url(), "hf_" + UUID.randomUUID()).get(target);
      assertThat(nobody.status()).isEqualTo(401);
    }
  }

  @Test
  void aStreamTellsTheLatestSampleAndThenEachNext(RunningServer server) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<InputStream> stream = open(http, server, server.operatorSecret());
      assertThat(stream.statusCode()).isEqualTo(200);
      assertThat(stream.headers().firstValue("Content-Type")).contains("text/event-stream");
      try (Scanner events = new Scanner(stream.body(), StandardCharsets.UTF_8)) {
        JsonNode first = next(events);
        JsonNode second = next(events);
        assertThat(first.properties().stream().map(one -> one.getKey()))
            .contains("at", "lookupsPerSecond", "waiting", "storeReachable");
        assertThat(Instant.parse(second.get("at").asText()))
            .isAfter(Instant.parse(first.get("at").asText()));
      }
      http.shutdownNow();
    }
  }

  @Test
  void aStreamEndsWithItsKey(RunningServer server) throws Exception {
    Api operator = Company.operator(server);
    Reply made = operator.post("/v1/keys", Bodies.key("admin"));
    String id = made.json().get("id").asText();
    server.execute("update holdfast.api_key set operator = true where id = " + id);
    try (HttpClient http = HttpClient.newHttpClient()) {
      var stream = open(http, server, made.json().get("secret").asText());
      try (Scanner events = new Scanner(stream.body(), StandardCharsets.UTF_8)) {
        next(events);
        assertThat(operator.delete("/v1/keys/" + id).status()).isEqualTo(204);
        while (events.hasNextLine()) {
          events.nextLine();
        }
        assertThat(events.ioException()).isNull();
      }
    }
  }

  @Test
  void aHundredMayWatchAndOneWhoGoesMakesRoom(RunningServer server) throws Exception {
    try (RunningNode node = server.addNode(Map.of());
        HttpClient http = HttpClient.newHttpClient()) {
      String key = server.operatorSecret();
      List<InputStream> watching = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        HttpResponse<InputStream> stream = open(http, node.url(), key);
        assertThat(stream.statusCode()).as("stream %d", i).isEqualTo(200);
        watching.add(stream.body());
      }
      Reply refused = new Api(node.url(), key).get("/v1/operations/stream");
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.problem()).isEqualTo("too-many-streams");
      assertThat(refused.header("Retry-After")).isPresent();
      assertThat(refused.json().get("detail").asText()).contains("Close those");

      watching.removeFirst().close();
      Poll.until(
          "room for another",
          SOON,
          () -> {
            HttpRequest again = stream(node.url(), key);
            var answer = http.sendAsync(again, BodyHandlers.ofInputStream()).join();
            watching.add(answer.body());
            return answer.statusCode() == 200;
          });
      for (InputStream stream : watching) {
        stream.close();
      }
      http.shutdownNow();
    }
  }

  private static HttpResponse<InputStream> open(HttpClient http, RunningServer server, String key)
      throws Exception {
    return open(http, server.url(), key);
  }

  private static HttpResponse<InputStream> open(HttpClient http, String url, String key)
      throws Exception {
    return http.send(stream(url, key), BodyHandlers.ofInputStream());
  }

  private static HttpRequest stream(String url, String key) {
    return HttpRequest.newBuilder(URI.create(url + "/v1/operations/stream"))
        .header("Authorization", "Bearer " + key)
        .build();
  }

  private static JsonNode next(Scanner events) throws Exception {
    assertThat(events.nextLine()).isEqualTo("event: sample");
    String line = events.nextLine();
    assertThat(line).startsWith("data: ");
    assertThat(events.nextLine()).isEmpty();
    return JSON.readTree(line.substring("data: ".length()));
  }
}
