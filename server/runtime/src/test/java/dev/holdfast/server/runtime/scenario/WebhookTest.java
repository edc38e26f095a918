package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.Receiver;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner is told of every change: from the API to the partner's server. */
class WebhookTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  private static RunningServer server;

  private Company company;
  private Api admin;
  private Receiver receiver;
  private String sku;
  private String shop;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.start(Map.of("webhook-allowed-networks", "127.0.0.0/8"));
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void company() throws Exception {
    company = Company.in(server);
    admin = company.admin();
    receiver = new Receiver();
    sku = company.sku();
    shop = company.location();
  }

  @AfterEach
  void leave() {
    for (JsonNode one : admin.get("/v1/webhooks").json().get("items")) {
      admin.delete("/v1/webhooks/" + one.get("id").asText());
    }
    receiver.close();
  }

  private static String body(Receiver receiver, String more) {
    return "{\"url\":\"" + receiver.url() + "\"" + more + "}";
  }

  private JsonNode register(Api api) {
    Reply made = api.post("/v1/webhooks", body(receiver, ""));
    assertThat(made.status()).as("%s", made).isEqualTo(201);
    return made.json();
  }

  private static String path(JsonNode webhook) {
    return "/v1/webhooks/" + webhook.get("id").asText();
  }

  private void await(String what, int versions) {
    Poll.until(what, SOON, () -> receiver.versions(sku).size() >= versions);
  }

  private boolean isSignedWith(JsonNode holder) {
    String secret = holder.get("secret").asText();
    String header = receiver.header("Holdfast-signature");
    String time = header.substring(2, header.indexOf(','));
    assertThat(Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), Instant.now()).abs())
        .isLessThan(Duration.ofMinutes(5));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
      String expected = HexFormat.of().formatHex(mac.doFinal(receiver.lastBody()));
      return List.of(header.split(",")).contains("v1=" + expected);
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  @Test
  void changesArriveInOrderAndSigned() {
    JsonNode webhook = register(admin);
    assertThat(webhook.get("secret").asText()).startsWith("whsec_").hasSizeGreaterThan(40);
    company.receive(sku, shop, "10");
    String reservation = company.reserve(sku, shop, "2");
    admin.post("/v1/reservations/" + reservation + "/release", "");
    await("three changes", 3);

    assertThat(isSignedWith(webhook)).isTrue();
    assertThat(receiver.header("Content-type")).isEqualTo("application/cloudevents-batch+json");
    assertThat(receiver.versions(sku)).containsExactly(1L, 2L, 3L);
    assertThat(receiver.events())
        .extracting(event -> event.get("type").asText())
        .containsExactly(
            "dev.holdfast.stock.received",
            "dev.holdfast.reservation.reserved",
            "dev.holdfast.reservation.released");
    JsonNode second = receiver.events().get(1);
    assertThat(second.get("subject").asText()).isEqualTo(sku + "/" + shop);
    assertThat(second.get("source").asText())
        .isEqualTo("/clients/" + company.code() + "/positions/" + sku + "/" + shop);
    assertThat(second.get("data").toString())
        .contains("\"reservation\":\"" + reservation + "\"")
        .contains("\"reservedChange\":2,\"availableToPromise\":8,\"onHand\":10,\"reserved\":2");
    Poll.until("it is noted", SOON, () -> admin.get(path(webhook)).json().has("lastSuccessAt"));
    String shown = admin.get(path(webhook)).body() + admin.get("/v1/webhooks").body();
    assertThat(shown).contains(receiver.url()).doesNotContain("whsec_");
  }

  @Test
  void aPausedWebhookIsToldLaterWhatItMissed() throws Exception {
    JsonNode webhook = register(admin);
    company.receive(sku, shop, "1");
    await("the first", 1);
    try (Receiver other = new Receiver()) {
      admin.post("/v1/webhooks", body(other, ""));
      company.receive(sku, shop, "1");
      Reply paused = admin.put(path(webhook), body(receiver, ",\"state\":\"paused\""));
      assertThat(paused.json().get("state").asText()).isEqualTo("paused");
      Poll.until("only the other is told", SOON, () -> isToldAlone(other));
    }
    long version = company.position(sku, shop).get("version").asLong();

    Reply active = admin.put(path(webhook), body(receiver, ""));

    assertThat(active.json().get("state").asText()).isEqualTo("active");
    await("everything", (int) version);
    assertThat(receiver.versions(sku))
        .isEqualTo(LongStream.rangeClosed(1, version).boxed().toList());
  }

  /** Whether another knows the newest version and this receiver not even the one before it. */
  private boolean isToldAlone(Receiver other) {
    long newest = company.position(sku, shop).get("version").asLong();
    if (!other.versions(sku).contains(newest)) {
      return false;
    }
    if (newest > 2 && !receiver.versions(sku).contains(newest - 1)) {
      return true;
    }
    company.receive(sku, shop, "1");
    return false;
  }

  @Test
  void aTestTellsWhatTheReceiverAnswered() {
    JsonNode webhook = register(admin);

    JsonNode taken = admin.post(path(webhook) + "/test", "").json();
    assertThat(taken.toString()).isEqualTo("{\"taken\":true,\"status\":200}");
    assertThat(isSignedWith(webhook)).isTrue();
    JsonNode ping = receiver.events().getFirst();
    assertThat(ping.get("type").asText()).isEqualTo("dev.holdfast.ping");
    assertThat(ping.at("/data/webhook")).isEqualTo(webhook.get("id"));

    receiver.answer(500);
    assertThat(admin.post(path(webhook) + "/test", "{}").json().toString())
        .isEqualTo("{\"taken\":false,\"reason\":\"answered 500\"}");
    receiver.redirectTo("http://10.0.0.1/");
    assertThat(admin.post(path(webhook) + "/test", "").json().get("reason").asText())
        .contains("redirects to")
        .contains("not public");
  }

  @Test
  void aSlowReceiverKeepsOneTestWaitingAndNotMore() throws Exception {
    JsonNode webhook = register(admin);
    receiver.hold();
    Thread first = Thread.ofVirtual().start(() -> admin.post(path(webhook) + "/test", ""));
    Poll.until("it is under way", SOON, () -> receiver.requests() == 1);

    JsonNode second = admin.post(path(webhook) + "/test", "").json();

    assertThat(second.get("taken").asBoolean()).isFalse();
    assertThat(second.get("reason").asText()).contains("wait for its answer");
    receiver.release();
    first.join();
    assertThat(admin.post(path(webhook) + "/test", "").json().get("taken").asBoolean()).isTrue();
    assertThat(receiver.requests()).isEqualTo(2);
  }

  @Test
  void anOldSecretSignsUntilTheNextOneIsReplaced() {
    JsonNode webhook = register(admin);

    JsonNode second = admin.post(path(webhook) + "/secret", "").json();

    Instant until = Instant.parse(second.get("previousValidUntil").asText());
    assertThat(Duration.between(Instant.now(), until))
        .isBetween(Duration.ofHours(23), Duration.ofHours(25));
    admin.post(path(webhook) + "/test", "");
    assertThat(isSignedWith(webhook)).isTrue();
    assertThat(isSignedWith(second)).isTrue();

    JsonNode third = admin.post(path(webhook) + "/secret", "{}").json();
    admin.post(path(webhook) + "/test", "");
    assertThat(isSignedWith(webhook)).isFalse();
    assertThat(isSignedWith(second)).isTrue();
    assertThat(isSignedWith(third)).isTrue();
  }

  @Test
  void thresholdsAreToldWhenTheyAreCrossed() {
    String path = "/v1/thresholds/" + sku + "/" + shop;
    assertThat(admin.put(path, "{\"lowStock\":3,\"backInStock\":5}").status()).isEqualTo(200);
    String types = ",\"eventTypes\":[\"dev.holdfast.stock.low\",\"dev.holdfast.stock.back\"]";
    admin.post("/v1/webhooks", body(receiver, types));

    company.receive(sku, shop, "5");
    company.reserve(sku, shop, "2");
    company.reserve(sku, shop, "1");
    company.receive(sku, shop, "9");

    await("three crossings", 3);
    assertThat(receiver.events())
        .extracting(event -> event.get("type").asText() + " " + event.at("/data/threshold"))
        .containsExactly(
            "dev.holdfast.stock.back 5", "dev.holdfast.stock.low 3", "dev.holdfast.stock.back 5");
    assertThat(receiver.versions(sku)).containsExactly(1L, 2L, 4L);
  }

  @Test
  void aPartnerIsNotToldOfBalances() {
    JsonNode webhook = register(company.as("partner"));
    assertThat(webhook.get("seesBalances").asBoolean()).isFalse();
    company.receive(sku, shop, "10");
    String because = Bodies.linesWith("stolen", Bodies.line(sku, shop, "1"));
    assertThat(admin.post("/v1/write-offs", because).status()).isEqualTo(200);
    await("both", 2);

    // An admin does not open by a mere change what a partner made.
    Reply replaced = admin.put(path(webhook), body(receiver, ""));
    assertThat(replaced.json().get("seesBalances").asBoolean()).isFalse();
    company.receive(sku, shop, "1");
    await("the third", 3);
    for (JsonNode event : receiver.events()) {
      assertThat(event.get("data").properties().stream().map(Map.Entry::getKey))
          .contains("availableToPromise", "onHandChange")
          .doesNotContain("onHand", "reserved", "safetyStock", "shortfall", "reason");
    }
  }
}
