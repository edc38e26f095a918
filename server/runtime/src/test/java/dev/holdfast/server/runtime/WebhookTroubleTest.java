package dev.holdfast.server.runtime;

import static dev.holdfast.server.runtime.WebhookStand.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.webhook.Courier;
import dev.holdfast.application.webhook.WebhookDispatcher;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.PositionKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks while receivers are slow, nodes stop, leadership moves and news gets lost. */
final class WebhookTroubleTest {
  private static final Duration SHORT = Duration.ofSeconds(1);

  private static WebhookStand stand;

  private ClientId client;
  private PositionKey position;
  private Receiver receiver;
  private int webhook;

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
    webhook = stand.webhook(client, receiver.url(), true);
  }

  @AfterEach
  void end() {
    receiver.close();
    stand.webhooks.delete(client, webhook);
  }

  @Test
  void aReceiverThatIsTooSlowIsToldAgain() {
    receiver.hold();
    stand.receive(client, position, 10);
    try (WebhookDispatcher dispatcher = stand.dispatcher(() -> true, stand.courier(SHORT))) {
      until("a second try", () -> receiver.requests() >= 2);
      receiver.release();
      until("it is taken", () -> dispatcher.delivered() == 1);
      stand.reserve(client, position, 1);
      dispatcher.positionChanged(client, position.packed(), 2);
      until("the next", () -> dispatcher.delivered() == 2);
      assertThat(dispatcher.failed()).isPositive();
    }
    assertThat(receiver.versions("A")).startsWith(1L, 1L).endsWith(2L).isSorted();
    var row = stand.webhooks.webhook(client, webhook).orElseThrow();
    assertThat(row.lastFailure()).contains("no answer within 1 s").contains("answer first");
    assertThat(row.parked()).isZero();
  }

  @Test
  void aDispatcherThatStopsRemembersWhatWasUnderWay() throws Exception {
    receiver.hold();
    stand.receive(client, position, 10);
    WebhookDispatcher first = stand.dispatcher();
    until("it is under way", () -> receiver.requests() == 1);
    stand.reserve(client, position, 1);
    Thread stopping = Thread.ofVirtual().start(first::close);
    receiver.release();
    stopping.join();

    assertThat(first.delivered()).isEqualTo(1);
    try (WebhookDispatcher second = stand.dispatcher()) {
      until("the other", () -> second.delivered() == 1);
    }
    assertThat(receiver.versions("A")).containsExactly(1L, 2L);
  }

  @Test
  void whatWasSentAndNotRememberedIsSentAgainInOrder() {
    receiver.hold();
    stand.receive(client, position, 10);
    WebhookDispatcher first = stand.dispatcher(() -> true, stand.courier(SHORT));
    until("it is under way", () -> receiver.requests() == 1);
    first.close();
    assertThat(first.delivered()).isZero();
    stand.reserve(client, position, 1);
    receiver.release();

    try (WebhookDispatcher second = stand.dispatcher()) {
      until("both", () -> second.delivered() == 2);
    }
    assertThat(receiver.versions("A")).containsExactly(1L, 1L, 2L);
  }

  @Test
  void whoeverLeadsGoesOn() {
    AtomicBoolean oneLeads = new AtomicBoolean(true);
    stand.receive(client, position, 10);
    Courier courier = stand.courier(Courier.TIMEOUT);
    try (WebhookDispatcher one = stand.dispatcher(oneLeads::get, courier);
        WebhookDispatcher other = stand.dispatcher(() -> !oneLeads.get(), courier)) {
      until("the first", () -> one.delivered() == 1);
      assertThat(other.pending()).isZero();

      stand.reserve(client, position, 1);
      oneLeads.set(false);
      until("the second", () -> other.delivered() == 1);

      stand.reserve(client, position, 1);
      oneLeads.set(true);
      until("the third", () -> one.delivered() == 2);
      assertThat(other.delivered()).isEqualTo(1);
    }
    assertThat(receiver.versions("A")).containsExactly(1L, 2L, 3L);
  }

  @Test
  void aWebhookThatIsDeletedInMidDeliveryIsForgotten() throws Exception {
    receiver.hold();
    stand.receive(client, position, 10);
    try (WebhookDispatcher dispatcher = stand.dispatcher();
        Connection owner = stand.owner();
        Statement statement = owner.createStatement()) {
      until("it is under way", () -> receiver.requests() == 1);
      owner.setAutoCommit(false);
      statement.executeUpdate("delete from holdfast.webhook where id = " + webhook);
      receiver.release();
      until("what was told waits to be remembered", () -> isSomebodyWaiting(statement));
      owner.commit();

      until("it counts as told", () -> dispatcher.delivered() == 1);
      until("nothing is left", () -> dispatcher.pending() == 0);
    }
    assertThat(receiver.requests()).isEqualTo(1);
  }

  private static boolean isSomebodyWaiting(Statement statement) {
    try (ResultSet row =
        statement.executeQuery("select exists (select from pg_locks where not granted)")) {
      return row.next() && row.getBoolean(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void whatIsAnnouncedBeforeItCanBeReadIsNotLost() {
    PositionKey fresh = stand.position(client, "B");
    stand.receive(client, position, 1);
    try (WebhookDispatcher dispatcher = stand.dispatcher()) {
      until("it listens", () -> dispatcher.delivered() == 1);
      dispatcher.positionChanged(client, fresh.packed(), 1);
      stand.receive(client, fresh, 1);
      until("the first change of a position", () -> dispatcher.delivered() == 2);
    }
    assertThat(receiver.versions("B")).containsExactly(1L);
  }

  @Test
  void aSweepOfSeveralPagesFindsEverythingThatNobodyAnnounced() {
    int count = 2_100;
    List<PositionKey> many = stand.positions(client, "M", count);
    try (WebhookDispatcher dispatcher = stand.dispatcher()) {
      stand.receive(client, position, 1);
      dispatcher.sweepAll();
      until("it is under way", () -> dispatcher.delivered() == 1);
      stand.receiveAll(client, many);

      dispatcher.sweepAll();

      until("all", () -> dispatcher.delivered() == count + 1);
      until("nothing is left", () -> dispatcher.pending() == 0);
    }
    assertThat(receiver.events())
        .extracting(event -> event.get("id").asText())
        .hasSize(count + 1)
        .doesNotHaveDuplicates();
  }
}
