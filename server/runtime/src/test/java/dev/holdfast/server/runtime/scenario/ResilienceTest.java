package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The database dies under load and comes back; the server stays, and tells the truth all along. */
class ResilienceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Set<String> HONEST = Set.of("store-unavailable", "outcome-unknown");

  @Test
  void aDatabaseThatDiesAndComesBackCostsAnswersButNeverStock() throws Exception {
    try (RunningServer server = RunningServer.start()) {
      Company company = Company.in(server);
      String sku = company.sku();
      String shop = company.location();
      company.receive(sku, shop, "1000000000");
      Buyers buyers = new Buyers(company.admin(), Bodies.lines(sku, shop, "1"));
      FragileDatabase database = new FragileDatabase(server);
      try (buyers) {
        buyers.start();
        Poll.until("reservations", PATIENCE, () -> buyers.count(201) > 200);

        database.kill();
        Poll.until("refusals", PATIENCE, () -> buyers.count(503) > 16);
        refusalsComeAtOnce(company, sku, shop);
        readsAreHonestToo(company, sku, shop);
        lookupsGoOnAndSayThatTheyAreStale(company, sku);
        theOperatorSeesIt(server);
        theNodeStaysAlive(server);

        database.startAgain();
        int before = buyers.count(201);
        Poll.until("reservations again", PATIENCE, () -> buyers.count(201) > before + 200);
      }
      everyAnswerWasHonest(buyers.answers());
      everyKeySettles(company, sku, shop, buyers);
      lookupsCatchUpWithTheStore(company, sku, shop);
    }
  }

  /** The median of a few: nobody at a till waits for a time-out to learn that the store is away. */
  private static void refusalsComeAtOnce(Company company, String sku, String shop) {
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      long start = System.nanoTime();
      Reply refused = company.admin().post("/v1/reservations", Bodies.lines(sku, shop, "1"));
      millis.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
      assertThat(refused.problem()).isEqualTo("store-unavailable");
    }
    Collections.sort(millis);
    assertThat(millis.get(millis.size() / 2)).as("%s ms", millis).isLessThan(100);
  }

  private static void readsAreHonestToo(Company company, String sku, String shop) {
    Reply read = company.admin().get("/v1/positions/" + sku + "/" + shop);
    assertThat(read.problem()).isEqualTo("store-unavailable");
    assertThat(read.status()).isEqualTo(503);
    assertThat(read.header("Retry-After")).isPresent();
  }

  private static void lookupsGoOnAndSayThatTheyAreStale(Company company, String sku) {
    Poll.until(
        "staleness",
        PATIENCE,
        () -> {
          Reply lookup = company.admin().get("/v1/availability/" + sku);
          assertThat(lookup.status()).isEqualTo(200);
          return lookup.json().get("stale").asBoolean();
        });
    JsonNode stale = company.admin().get("/v1/availability/" + sku).json();
    assertThat(stale.get("ageSeconds").asDouble()).isGreaterThan(1);
    assertThat(stale.get("locations").get(0).get("version").asLong()).isPositive();
  }

  private static void theOperatorSeesIt(RunningServer server) {
    Api operator = Company.operator(server);
    Poll.until(
        "a sample without the store",
        PATIENCE,
        () -> !operator.get("/v1/operations").json().at("/now/storeReachable").asBoolean(true));
  }

  private static void lookupsCatchUpWithTheStore(Company company, String sku, String shop) {
    JsonNode position = company.position(sku, shop);
    Poll.until(
        "the store's own balance",
        PATIENCE,
        () -> {
          JsonNode lookup = company.admin().get("/v1/availability/" + sku).json();
          JsonNode row = lookup.get("locations").get(0);
          return row.get("version").equals(position.get("version"))
              && row.get("onHand").equals(position.get("onHand"))
              && row.get("reserved").equals(position.get("reserved"))
              && !lookup.get("stale").asBoolean();
        });
  }

  /** A node whose database is down must not be restarted: it is the one that tells people so. */
  private static void theNodeStaysAlive(RunningServer server) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String probe : new String[] {"/livez", "/readyz"}) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(server.managementUrl() + probe)).build();
        assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
      }
    }
  }

  private static void everyAnswerWasHonest(Map<String, Reply> answers) {
    for (Reply reply : answers.values()) {
      if (reply.status() != 201) {
        assertThat(reply.status()).as("%s", reply).isEqualTo(503);
        assertThat(HONEST).contains(reply.problem());
        assertThat(reply.header("Retry-After")).isPresent();
      }
    }
  }

  /** Each key, sent again, is answered; and each counts once, whenever that was. */
  private static void everyKeySettles(Company company, String sku, String shop, Buyers buyers) {
    buyers
        .answers()
        .forEach((key, first) -> {
          if (first.status() != 201) {
            assertThat(buyers.buy(key).status()).isEqualTo(201);
          }
        });
    buyers.answers().entrySet().stream()
        .filter(answer -> answer.getValue().status() == 201)
        .limit(50)
        .forEach(answer -> {
          Reply again = buyers.buy(answer.getKey());
          assertThat(again.body()).isEqualTo(answer.getValue().body());
          assertThat(again.header("Idempotency-Replayed")).isPresent();
        });

    JsonNode position = company.position(sku, shop);
    assertThat(position.get("reserved").asInt()).isEqualTo(buyers.answers().size());
    assertThat(position.get("version").asInt()).isEqualTo(buyers.answers().size() + 1);
  }
}
