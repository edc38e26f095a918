package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** One key, one effect: repeating a command is harmless. */
@ExtendWith(RunningServer.Shared.class)
class IdempotencyTest {
  private static final String RESERVATIONS = "/v1/reservations";

  private Company company;
  private String sku;
  private String shop;

  @BeforeEach
  void stock(RunningServer server) {
    company = Company.in(server);
    sku = company.sku();
    shop = company.location();
    company.receive(sku, shop, "10");
  }

  private static boolean isReplayed(Reply reply) {
    return reply.header("Idempotency-Replayed").isPresent();
  }

  @Test
  void theSameKeyGivesTheSameBytesAndOneEffect() {
    String body = Bodies.lines(sku, shop, "3");
    Reply first = company.admin().post(RESERVATIONS, body, "one");
    Reply again = company.admin().post(RESERVATIONS, body, "one");

    assertThat(first.status()).isEqualTo(201);
    assertThat(isReplayed(first)).isFalse();
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(isReplayed(again)).isTrue();
    assertThat(company.position(sku, shop).get("reserved").asInt()).isEqualTo(3);
  }

  @Test
  void anAnswerStaysTheSameWhenTheWorldMovesOn() {
    String body = Bodies.lines(sku, shop, "3");
    Reply first = company.admin().post(RESERVATIONS, body, "one");
    String id = first.json().get("id").asText();
    company.admin().post(RESERVATIONS + "/" + id + "/release", "");
    company.receive(sku, shop, "90");

    assertThat(company.admin().post(RESERVATIONS, body, "one").body()).isEqualTo(first.body());
  }

  @Test
  void aRefusalIsRememberedToo() {
    String body = Bodies.lines(sku, shop, "11");
    Reply refused = company.admin().post(RESERVATIONS, body, "one");
    company.receive(sku, shop, "90");
    Reply again = company.admin().post(RESERVATIONS, body, "one");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(again.body()).isEqualTo(refused.body());
    assertThat(isReplayed(again)).isTrue();
    assertThat(company.admin().post(RESERVATIONS, body, "two").status()).isEqualTo(201);
  }

  @Test
  void everyKindOfCommandIsRememberedByItsKey() {
    String transfer = Bodies.transfer(shop, company.location(), sku, "1");
    String id = company.reserve(sku, shop, "1");
    assertReplayed("/v1/receipts", Bodies.lines(sku, shop, "1"));
    assertReplayed("/v1/counts", Bodies.lines(sku, shop, "9"));
    assertReplayed("/v1/safety-stock", Bodies.lines(sku, shop, "1"));
    assertReplayed("/v1/sales", Bodies.lines(sku, shop, "1"));
    assertReplayed("/v1/transfers", transfer);
    assertReplayed(RESERVATIONS + "/" + id + "/extend", "{\"ttlSeconds\":3600}");
    assertReplayed(RESERVATIONS + "/" + id + "/confirm", "");
    assertReplayed(RESERVATIONS + "/" + id + "/release", "");
  }

  private void assertReplayed(String path, String body) {
    String key = "once" + path.replace('/', '.');
    Reply first = company.admin().post(path, body, key);
    Reply again = company.admin().post(path, body, key);
    assertThat(isReplayed(first)).as(path).isFalse();
    assertThat(isReplayed(again)).as(path).isTrue();
    assertThat(again.status()).as(path).isEqualTo(first.status());
    assertThat(again.body()).as(path).isEqualTo(first.body());
  }

  @Test
  void aKeyBelongsToOneRequest() {
    company.admin().post(RESERVATIONS, Bodies.lines(sku, shop, "3"), "one");
    String before = company.everything();

    assertReused(company.admin().post(RESERVATIONS, Bodies.lines(sku, shop, "4"), "one"));
    assertReused(company.admin().post("/v1/receipts", Bodies.lines(sku, shop, "3"), "one"));
    assertReused(company.admin().post(RESERVATIONS, Bodies.lines(sku, shop, "3") + " ", "one"));
    assertThat(company.everything()).isEqualTo(before);
  }

  private static void assertReused(Reply reply) {
    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.problem()).isEqualTo("idempotency-key-reused");
    assertThat(reply.field()).isEqualTo("Idempotency-Key");
  }

  @Test
  void aRequestThatWasNeverUnderstoodLeavesItsKeyFree() {
    Reply misspelt = company.admin().post(RESERVATIONS, "{\"liness\":[]}", "one");
    Reply mended = company.admin().post(RESERVATIONS, Bodies.lines(sku, shop, "3"), "one");

    assertThat(misspelt.status()).isEqualTo(422);
    assertThat(mended.status()).isEqualTo(201);
    assertThat(isReplayed(mended)).isFalse();
  }

  @Test
  void keysOfDifferentClientsNeverMeet(RunningServer server) {
    Company other = Company.in(server);
    String otherSku = other.sku();
    String otherShop = other.location();
    other.receive(otherSku, otherShop, "5");

    Reply mine = company.admin().post(RESERVATIONS, Bodies.lines(sku, shop, "1"), "one");
    Reply theirs = other.admin().post(RESERVATIONS, Bodies.lines(otherSku, otherShop, "1"), "one");
    assertThat(mine.status()).isEqualTo(201);
    assertThat(theirs.status()).isEqualTo(201);
    assertThat(isReplayed(theirs)).isFalse();
  }

  @Test
  void aCrowdThatRepeatsOneCommandHasOneEffect() throws Exception {
    String body = Bodies.lines(sku, shop, "1");
    Callable<Reply> impatient = () -> company.admin().post(RESERVATIONS, body, "one");
    List<Reply> replies;
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      replies =
          crowd.invokeAll(IntStream.range(0, 40).mapToObj(one -> impatient).toList()).stream()
              .map(Future::resultNow)
              .toList();
    }

    assertThat(replies).allMatch(reply -> reply.status() == 201);
    assertThat(replies.stream().map(Reply::body).distinct()).hasSize(1);
    assertThat(replies).filteredOn(reply -> !isReplayed(reply)).hasSize(1);
    assertThat(company.position(sku, shop).get("reserved").asInt()).isEqualTo(1);
  }

  @Test
  void theLongestKeyIsTaken() {
    String key = "~".repeat(128);
    assertThat(company.admin().post(RESERVATIONS, Bodies.lines(sku, shop, "1"), key).status())
        .isEqualTo(201);
  }
}
