package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.Receiver;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does about deliveries that were given up. */
class WebhookRepairTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final int COUNT = 3;

  private static final String ANYWHERE = "/v1/webhooks/parked";

  private static RunningServer server;

  private Company company;
  private Api api;
  private Receiver receiver;
  private List<String> skus;
  private String shop;
  private String webhook;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.start(Map.of("webhook-allowed-networks", "127.0.0.0/8"));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  /** A receiver that refuses three positions, until they are parked. */
  @BeforeEach
  void park() throws Exception {
    company = Company.in(server);
    api = company.as("partner");
    receiver = new Receiver();
    receiver.answer(410);
    shop = company.location();
    Reply made = api.post("/v1/webhooks", "{\"url\":\"" + receiver.url() + "\"}");
    webhook = "/v1/webhooks/" + made.json().get("id").asText();
    skus = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      skus.add(company.sku());
      company.receive(skus.get(i), shop, "10");
    }
    company.reserve(skus.getFirst(), shop, "1");
    Poll.until("each has failed", SOON, () -> receiver.requests() >= COUNT);
    Poll.until("each is parked", SOON, () -> lastTry() && parkedCount() == COUNT);
  }

  @AfterEach
  void leave() {
    api.delete(webhook);
    receiver.close();
  }

  /** Lets the tries of an hour be over: the next that fails is the last. */
  private static boolean lastTry() {
    try {
      server.execute(
          "update holdfast.webhook_cursor set tries = 7 where tries > 0 and parked_at is null");
      return true;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private int parkedCount() {
    return api.get(webhook).json().get("parked").asInt();
  }

  private String named(String sku) {
    return "{\"sku\":\"" + sku + "\",\"location\":\"" + shop + "\"}";
  }

  private List<JsonNode> parked(int limit) {
    return all(webhook + "/parked", limit);
  }

  private List<JsonNode> all(String list, int limit) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = api.get(list + "?limit=" + limit + cursor).json();
      assertThat(page.get("items").size()).isLessThanOrEqualTo(limit);
      page.get("items").forEach(items::add);
      cursor = page.has("next") ? "&cursor=" + page.get("next").asText() : "";
    } while (!cursor.isEmpty());
    return items;
  }

  @Test
  void whatIsParkedIsToldAboutAPageAtATime() {
    List<JsonNode> all = parked(500);

    assertThat(all).extracting(one -> one.get("sku").asText()).containsExactlyElementsOf(skus);
    assertThat(all).extracting(one -> one.get("waiting").asInt()).containsExactly(2, 1, 1);
    assertThat(all)
        .allSatisfy(one -> {
          assertThat(one.get("reason").asText()).isEqualTo("answered 410");
          assertThat(one.get("tries").asInt()).isEqualTo(8);
          assertThat(one.get("location").asText()).isEqualTo(shop);
        });
    assertThat(parked(1)).isEqualTo(all);
    assertThat(parked(2)).isEqualTo(all);
    assertThat(api.get(webhook + "/parked?cursor=nonsense").problem()).isEqualTo("bad-cursor");
    Poll.until("the failure is noted", SOON, () -> api.get(webhook).json().has("lastFailureAt"));
    assertThat(api.get(webhook).json().get("lastFailure").asText()).isEqualTo("answered 410");
  }

  @Test
  void whatIsParkedAnywhereIsOneList() throws Exception {
    String second = "/v1/webhooks/" + register().get("id").asText();
    server.execute(
        "insert into holdfast.webhook_cursor"
            + " select (select max(id) from holdfast.webhook), position_id, client_id,"
            + " delivered_version, tries, 'elsewhere', null, parked_at"
            + " from holdfast.webhook_cursor where webhook_id = "
            + number(webhook)
            + " on conflict (webhook_id, position_id) do update set tries = 8,"
            + " reason = 'elsewhere', parked_at = now()");
    List<JsonNode> all = all(ANYWHERE, 500);

    List<String> twice = new ArrayList<>(skus);
    twice.addAll(skus);
    assertThat(all).extracting(one -> one.get("sku").asText()).containsExactlyElementsOf(twice);
    assertThat(all)
        .extracting(one -> one.at("/webhook/id").asText())
        .containsExactlyElementsOf(
            Stream.of(webhook, second)
                .flatMap(one -> Collections.nCopies(COUNT, number(one)).stream())
                .toList());
    assertThat(all.getFirst().at("/webhook/url").asText()).isEqualTo(receiver.url());
    assertThat(all.getLast().get("reason").asText()).isEqualTo("elsewhere");
    for (int limit = 1; limit <= 2 * COUNT; limit++) {
      assertThat(all(ANYWHERE, limit)).as("pages of %d", limit).isEqualTo(all);
    }
    for (String wrong : List.of("nonsense", "MTI", "MTp4", "MToyOjM")) {
      Reply reply = api.get(ANYWHERE + "?cursor=" + wrong);
      assertThat(reply.problem()).as(wrong).isEqualTo("bad-cursor");
    }
    assertThat(company.as("clerk").get(ANYWHERE).problem()).isEqualTo("not-allowed");
    assertThat(Company.in(server).admin().get(ANYWHERE).json().get("items")).isEmpty();
    assertThat(api.delete(second).status()).isEqualTo(204);
  }

  /** Another webhook of the client, which is told nothing for now. */
  private JsonNode register() {
    String body = "{\"url\":\"" + receiver.url() + "\"}";
    JsonNode made = api.post("/v1/webhooks", body).json();
    String paused = "{\"url\":\"" + receiver.url() + "\",\"state\":\"paused\"}";
    api.put("/v1/webhooks/" + made.get("id").asText(), paused);
    return made;
  }

  private static String number(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Test
  void oneIsReplayedThenTheRest() {
    receiver.answer(200);

    Reply one = api.post(webhook + "/replay", named(skus.getFirst()));
    assertThat(one.json().get("replayed").asInt()).isEqualTo(1);
    Poll.until("both changes", SOON, () -> receiver.versions(skus.getFirst()).size() == 2);
    assertThat(parkedCount()).isEqualTo(2);
    assertThat(receiver.versions(skus.getLast())).isEmpty();

    assertThat(api.post(webhook + "/replay", "").json().get("replayed").asInt()).isEqualTo(2);
    Poll.until("the last", SOON, () -> receiver.versions(skus.getLast()).size() == 1);
    assertThat(receiver.versions(skus.getFirst())).containsExactly(1L, 2L);
    assertThat(api.post(webhook + "/replay", "{}").json().get("replayed").asInt()).isZero();
    assertThat(parked(500)).isEmpty();
  }

  @Test
  void whatIsSkippedIsNeverToldAndWhatFollowsIs() {
    receiver.answer(200);

    Reply skipped = api.post(webhook + "/skip", named(skus.getFirst()));
    assertThat(skipped.json().get("skipped").asInt()).isEqualTo(2);
    company.receive(skus.getFirst(), shop, "5");
    Poll.until("what follows", SOON, () -> !receiver.versions(skus.getFirst()).isEmpty());
    assertThat(receiver.versions(skus.getFirst())).containsExactly(3L);
    assertThat(parkedCount()).isEqualTo(2);

    Reply again = api.post(webhook + "/skip", named(skus.getFirst()));
    assertThat(again.status()).isEqualTo(404);
    assertThat(again.json().get("detail").asText()).contains("not parked").contains("/parked");
  }

  @Test
  void mistakesAreToldWithTheirMend() {
    Reply half = api.post(webhook + "/replay", "{\"sku\":\"" + skus.getFirst() + "\"}");
    assertThat(half.status()).isEqualTo(422);
    assertThat(half.field()).isEqualTo("location");
    assertThat(half.json().get("detail").asText()).contains("name both, or neither");
    Reply unknown = api.post(webhook + "/skip", named("NOTHING"));
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.json().get("detail").asText()).contains("There is no SKU NOTHING");
    Reply extra = api.post(webhook + "/replay", "{\"all\":true}");
    assertThat(extra.field()).isEqualTo("all");
    assertThat(parkedCount()).isEqualTo(COUNT);
  }

  @Test
  void anotherClientSeesAndMendsNothing() {
    Company other = Company.in(server);
    String sku = other.sku();
    String location = other.location();
    String body = "{\"sku\":\"" + sku + "\",\"location\":\"" + location + "\"}";
    String mine = "{\"url\":\"" + receiver.url() + "\"}";
    Api stranger = other.admin();

    assertThat(stranger.get("/v1/webhooks").json().get("items")).isEmpty();
    assertThat(stranger.get("/v1/webhooks/parked").json().get("items")).isEmpty();
    for (Reply reply :
        List.of(
            stranger.get(webhook),
            stranger.put(webhook, mine),
            stranger.delete(webhook),
            stranger.post(webhook + "/secret", ""),
            stranger.post(webhook + "/test", ""),
            stranger.get(webhook + "/parked"),
            stranger.post(webhook + "/replay", ""),
            stranger.post(webhook + "/skip", body))) {
      assertThat(reply.status()).as("%s", reply).isEqualTo(404);
      assertThat(reply.json().get("detail").asText()).contains("GET /v1/webhooks lists them");
    }
    assertThat(parkedCount()).isEqualTo(COUNT);

    receiver.answer(200);
    other.receive(sku, location, "7");
    api.post(webhook + "/replay", "");
    Poll.until("mine", SOON, () -> receiver.events().size() >= COUNT + 1);
    assertThat(receiver.events())
        .extracting(event -> event.get("source").asText())
        .allMatch(source -> source.startsWith("/clients/" + company.code() + "/"));
  }
}
