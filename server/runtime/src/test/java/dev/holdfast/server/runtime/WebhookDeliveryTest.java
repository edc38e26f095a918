package dev.holdfast.server.runtime;

import static dev.holdfast.server.runtime.WebhookStand.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.application.webhook.WebhookDispatcher;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.event.EventType;
import dev.holdfast.domain.event.Thresholds;
import dev.holdfast.domain.stock.PositionKey;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks from the real ledger to a real receiver. */
final class WebhookDeliveryTest {
  private static WebhookStand stand;

  private ClientId client;
  private PositionKey position;
  private Receiver receiver;

  @BeforeAll
  static void open() throws Exception {
    stand = new WebhookStand();
  }

  @AfterAll
  static void close() throws Exception {
    stand.close();
  }

  @BeforeEach
  void begin() throws Exception {
    client = stand.newClient();
    position = stand.position(client, "A");
    receiver = new Receiver();
  }

  @AfterEach
  void end() {
    receiver.close();
    stand.webhooks.webhooks(client).forEach(row -> stand.webhooks.delete(client, row.id()));
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  @Test
  void everyChangeArrivesInOrderAndSigned() throws Exception {
    stand.webhook(client, receiver.url(), true);
    try (WebhookDispatcher dispatcher = stand.dispatcher()) {
      stand.receive(client, position, 10);
      for (int i = 0; i < 9; i++) {
        stand.reserve(client, position, 1);
        dispatcher.positionChanged(client, position.packed(), i + 2);
      }

      until("all ten", () -> receiver.versions("A").size() >= 10);
      until("counted", () -> dispatcher.delivered() >= 10 && dispatcher.pending() == 0);
    }
    assertThat(receiver.versions("A")).isEqualTo(upTo(10));
    JsonNode first = receiver.events().getFirst();
    assertThat(first.get("type").asText()).isEqualTo("dev.holdfast.stock.received");
    assertThat(first.get("id").asText()).isEqualTo(position.packed() + "-1");
    assertThat(first.at("/data/onHand").asLong()).isEqualTo(10);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String signature = receiver.header("Holdfast-signature");
    String time = signature.substring(2, signature.indexOf(','));
    mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
    assertThat(signature)
        .endsWith(",v1=" + HexFormat.of().formatHex(mac.doFinal(receiver.lastBody())));
  }

  @Test
  void nothingFromBeforeTheWebhookIsTold() {
    stand.receive(client, position, 10);
    stand.webhook(client, receiver.url(), true);
    stand.reserve(client, position, 1);
    try (WebhookDispatcher dispatcher = stand.dispatcher()) {
      until("the second", () -> !receiver.events().isEmpty());
      until("nothing is left", () -> dispatcher.pending() == 0);
    }
    assertThat(receiver.versions("A")).containsExactly(2L);
  }

  @Test
  void whatHappenedWithoutADispatcherIsToldByTheNextOne() {
    int id = stand.webhook(client, receiver.url(), true);
    stand.receive(client, position, 10);
    try (WebhookDispatcher dispatcher = stand.dispatcher()) {
      until("the first", () -> receiver.versions("A").size() == 1 && dispatcher.delivered() == 1);
    }
    stand.reserve(client, position, 1);
    stand.reserve(client, position, 1);
    try (WebhookDispatcher dispatcher = stand.dispatcher()) {
      until("the others", () -> receiver.versions("A").size() >= 3);
      until("told", () -> dispatcher.delivered() >= 2);
    }
    assertThat(receiver.versions("A")).isEqualTo(upTo(3));
    assertThat(stand.webhooks.webhook(client, id).orElseThrow().lastSuccessAt()).isNotNull();
  }

  @Test
  void aReceiverThatIsDownGetsEverythingOnceItIsBack() throws Exception {
    int port = receiver.port();
    stand.webhook(client, receiver.url(), true);
    receiver.close();
    stand.receive(client, position, 10);
    stand.reserve(client, position, 1);
    try (WebhookDispatcher dispatcher = stand.dispatcher()) {
      until("a failure", () -> dispatcher.failed() > 0);
      receiver = new Receiver(port);
      until(
          "a delivery or a parked position",
          () -> dispatcher.parked() > 0 || receiver.versions("A").size() >= 2);
      stand.webhooks.replay(client, stand.webhooks.webhooks(client).getFirst().id(), null);
      until("both", () -> receiver.versions("A").size() >= 2);
    }
    assertThat(receiver.versions("A")).isEqualTo(upTo(2));
  }

  @Test
  void afterTheLastTryAPositionIsParkedAndCanBeReplayedOrSkipped() {
    int id = stand.webhook(client, receiver.url(), true);
    receiver.answer(500);
    stand.receive(client, position, 10);
    try (WebhookDispatcher dispatcher = stand.dispatcher()) {
      until("parked", () -> stand.webhooks.webhook(client, id).orElseThrow().parked() == 1);
      var parked = stand.webhooks.parked(client, id, null, 10).items().getFirst();
      assertThat(parked.sku()).isEqualTo("A");
      assertThat(parked.tries()).isEqualTo(4);
      assertThat(parked.waiting()).isEqualTo(1);
      assertThat(parked.reason()).isEqualTo("answered 500");
      assertThat(receiver.requests()).isEqualTo(4);

      stand.reserve(client, position, 1);
      dispatcher.positionChanged(client, position.packed(), 2);
      receiver.answer(200);
      assertThat(stand.webhooks.replay(client, id, null)).isEqualTo(1);
      until("both", () -> receiver.versions("A").size() >= 2);
      assertThat(receiver.versions("A")).isEqualTo(upTo(2));

      receiver.answer(500);
      stand.reserve(client, position, 1);
      dispatcher.positionChanged(client, position.packed(), 3);
      until("parked", () -> stand.webhooks.webhook(client, id).orElseThrow().parked() == 1);
      receiver.answer(200);
      assertThat(stand.webhooks.skip(client, id, position)).contains(1L);
      stand.reserve(client, position, 1);
      until("the fourth", () -> receiver.versions("A").contains(4L));
    }
    assertThat(receiver.versions("A")).containsExactly(1L, 2L, 4L);
  }

  @Test
  void aPositionThatIsRefusedDoesNotHoldUpOthers() {
    stand.webhook(client, receiver.url(), true);
    receiver.answer(400);
    stand.receive(client, position, 10);
    try (WebhookDispatcher dispatcher = stand.dispatcher()) {
      until("the refusal", () -> dispatcher.parked() == 1);
      receiver.answer(200);
      PositionKey other = stand.position(client, "B");
      stand.receive(client, other, 1);
      dispatcher.positionChanged(client, other.packed(), 1);
      until("the other", () -> receiver.versions("B").size() == 1);
    }
    assertThat(receiver.versions("A")).isEmpty();
  }

  @Test
  void thresholdsAreToldWhenTheyAreCrossedAndFiltersHold() {
    stand.thresholds.set(client, position, new Thresholds(5L, 8L));
    stand.webhook(client, receiver.url(), false, EventType.LOW, EventType.BACK);
    stand.receive(client, position, 10);
    stand.reserve(client, position, 5);
    stand.reserve(client, position, 1);
    stand.receive(client, position, 6);
    try (WebhookDispatcher dispatcher = stand.dispatcher()) {
      until("three", () -> receiver.events().size() >= 3);
      until("nothing is left", () -> dispatcher.pending() == 0);
    }
    assertThat(receiver.events())
        .extracting(event -> event.get("type").asText())
        .containsExactly(
            "dev.holdfast.stock.back", "dev.holdfast.stock.low", "dev.holdfast.stock.back");
    assertThat(receiver.events().getFirst().get("data").has("onHand")).isFalse();
    assertThat(receiver.events().get(1).at("/data/threshold").asLong()).isEqualTo(5);
  }

  @Test
  void aRedirectToAPrivateAddressIsNotFollowed() {
    int id = stand.webhook(client, receiver.url(), true);
    receiver.redirectTo("http://10.0.0.1/");
    stand.receive(client, position, 1);
    try (WebhookDispatcher dispatcher = stand.dispatcher()) {
      until("parked", () -> dispatcher.parked() == 1);
    }
    assertThat(stand.webhooks.parked(client, id, null, 10).items().getFirst().reason())
        .contains("redirects to")
        .contains("not public");
  }
}
