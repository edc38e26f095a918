package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Claims that expire: what shoppers and shops do with them. */
@ExtendWith(RunningServer.Shared.class)
class ReservationTest {
  /** Expiry may be so late, and the machine of the tests is slow. */
  private static final Duration LATEST_EXPIRY = Duration.ofSeconds(31);

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

  private Reply reserve(String... lines) {
    return company.admin().post("/v1/reservations", Bodies.lines(lines));
  }

  private Reply end(String reservation, String how) {
    return company.admin().post("/v1/reservations/" + reservation + "/" + how, "");
  }

  private JsonNode reservation(String id) {
    Reply found = company.admin().get("/v1/reservations/" + id);
    assertThat(found.status()).isEqualTo(200);
    return found.json();
  }

  @Test
  void reservedUnitsCannotBePromisedAgain() {
    Reply reserved = reserve(Bodies.line(sku, shop, "3"));

    assertThat(reserved.status()).isEqualTo(201);
    assertThat(reserved.json().get("state").asText()).isEqualTo("active");
    JsonNode line = reserved.json().at("/lines/0");
    assertThat(line.get("availableToPromise").asInt()).isEqualTo(7);
    assertThat(line.get("version").asInt()).isEqualTo(2);
    assertThat(company.position(sku, shop).get("onHand").asInt()).isEqualTo(10);
    assertThat(company.position(sku, shop).get("reserved").asInt()).isEqualTo(3);
  }

  @Test
  void aReservationLivesAQuarterOfAnHourUnlessToldOtherwise() {
    JsonNode usual = reserve(Bodies.line(sku, shop, "1")).json();
    JsonNode brief =
        company
            .admin()
            .post("/v1/reservations", Bodies.linesFor(60, Bodies.line(sku, shop, "1")))
            .json();

    assertThat(lifetime(usual)).isEqualTo(Duration.ofMinutes(15));
    assertThat(lifetime(brief)).isEqualTo(Duration.ofMinutes(1));
  }

  private static Duration lifetime(JsonNode reservation) {
    return Duration.between(
        Instant.parse(reservation.get("at").asText()),
        Instant.parse(reservation.get("expiresAt").asText()));
  }

  @Test
  void aRefusalSaysHonestlyWhatIsAvailable() {
    Reply refused = reserve(Bodies.line(sku, shop, "11"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.problem()).isEqualTo("insufficient-stock");
    JsonNode line = refused.json().at("/lines/0");
    assertThat(line.get("requested").asInt()).isEqualTo(11);
    assertThat(line.get("available").asInt()).isEqualTo(10);
    assertThat(line.get("version").asInt()).isEqualTo(1);
    assertThat(company.position(sku, shop).get("version").asInt()).isEqualTo(1);
  }

  @Test
  void whereNothingEverWasNothingIsAvailable() {
    Reply refused = reserve(Bodies.line(company.sku(), shop, "1"));

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().at("/lines/0/available").asInt()).isZero();
  }

  @Test
  void lastUnitIsSoldOnce() throws Exception {
    assertThat(reserve(Bodies.line(sku, shop, "9")).status()).isEqualTo(201);
    Callable<Reply> buyer = () -> reserve(Bodies.line(sku, shop, "1"));
    List<Reply> replies;
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      replies =
          crowd.invokeAll(IntStream.range(0, 50).mapToObj(one -> buyer).toList()).stream()
              .map(Future::resultNow)
              .toList();
    }

    assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
    assertThat(replies).filteredOn(reply -> reply.status() == 409).hasSize(49);
    assertThat(company.position(sku, shop).get("reserved").asInt()).isEqualTo(10);
  }

  @Test
  void aCartIsReservedWhollyOrNotAtAll() {
    String other = company.sku();
    company.receive(other, shop, "1");

    Reply refused = reserve(Bodies.line(sku, shop, "2"), Bodies.line(other, shop, "2"));
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().get("lines")).hasSize(1);
    assertThat(refused.json().at("/lines/0/line").asInt()).isEqualTo(1);
    assertThat(company.available(sku, shop)).isEqualTo(BigDecimal.TEN);

    Reply taken = reserve(Bodies.line(sku, shop, "2"), Bodies.line(other, shop, "1"));
    assertThat(taken.status()).isEqualTo(201);
    assertThat(taken.json().get("lines")).hasSize(2);
  }

  @Test
  void theSameSkuTwiceInACartCountsTwice() {
    assertThat(reserve(Bodies.line(sku, shop, "6"), Bodies.line(sku, shop, "5")).status())
        .isEqualTo(409);

    Reply both = reserve(Bodies.line(sku, shop, "6"), Bodies.line(sku, shop, "4"));
    assertThat(both.status()).isEqualTo(201);
    assertThat(both.json().at("/lines/1/availableToPromise").asInt()).isZero();
  }

  @Test
  void confirmedGoodsLeave() {
    String id = company.reserve(sku, shop, "4");

    Reply confirmed = end(id, "confirm");
    assertThat(confirmed.status()).isEqualTo(200);
    assertThat(confirmed.json().get("state").asText()).isEqualTo("confirmed");
    assertThat(company.position(sku, shop).get("onHand").asInt()).isEqualTo(6);
    assertThat(company.position(sku, shop).get("reserved").asInt()).isZero();
    assertThat(reservation(id).get("state").asText()).isEqualTo("confirmed");
  }

  @Test
  void releasedGoodsCanBePromisedAtOnce() {
    String id = company.reserve(sku, shop, "10");

    assertThat(end(id, "release").status()).isEqualTo(200);
    assertThat(company.available(sku, shop)).isEqualTo(BigDecimal.TEN);
    assertThat(reservation(id).get("state").asText()).isEqualTo("released");
  }

  @Test
  void aReservationEndsOnce() {
    String confirmed = company.reserve(sku, shop, "1");
    end(confirmed, "confirm");
    String released = company.reserve(sku, shop, "1");
    end(released, "release");

    for (String id : List.of(confirmed, released)) {
      for (String how : List.of("confirm", "release", "extend")) {
        Reply again = end(id, how);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.problem()).isEqualTo("reservation-ended");
      }
    }
    assertThat(company.position(sku, shop).get("onHand").asInt()).isEqualTo(9);
    assertThat(company.position(sku, shop).get("reserved").asInt()).isZero();
  }

  @Test
  void extendingGivesMoreTimeButNeverLess() {
    String id = company.reserve(sku, shop, "1");
    Instant before = Instant.parse(reservation(id).get("expiresAt").asText());

    String path = "/v1/reservations/" + id + "/extend";
    Reply shorter = company.admin().post(path, "{\"ttlSeconds\":1}");
    assertThat(Instant.parse(shorter.json().get("expiresAt").asText())).isEqualTo(before);

    Reply longer = company.admin().post(path, "{\"ttlSeconds\":3600}");
    assertThat(longer.status()).isEqualTo(200);
    Instant after = Instant.parse(longer.json().get("expiresAt").asText());
    assertThat(after).isAfter(before.plusSeconds(2_000));
    assertThat(reservation(id).get("expiresAt").asText())
        .isEqualTo(longer.json().get("expiresAt").asText());
  }

  @Test
  void stockComesBackOnceWhenTheTimeIsOver() {
    Reply reserved =
        company.admin().post("/v1/reservations", Bodies.linesFor(1, Bodies.line(sku, shop, "4")));
    String id = reserved.json().get("id").asText();
    Poll.until(
        "the reservation expires",
        LATEST_EXPIRY,
        () -> reservation(id).get("state").asText().equals("expired"));

    JsonNode position = company.position(sku, shop);
    assertThat(position.get("availableToPromise").asInt()).isEqualTo(10);
    assertThat(position.get("version").asInt()).isEqualTo(3);
    JsonNode entry =
        company.admin().get("/v1/positions/" + sku + "/" + shop + "/history").json().at("/items/0");
    assertThat(entry.get("kind").asText()).isEqualTo("expired");
    assertThat(entry.get("actor").asText()).isEqualTo("system");
    assertThat(entry.get("subject").asText()).isEqualTo(id);
    assertThat(Instant.parse(entry.get("at").asText()))
        .isAfterOrEqualTo(Instant.parse(reserved.json().get("expiresAt").asText()));
    for (String how : List.of("confirm", "release", "extend")) {
      assertThat(end(id, how).problem()).isEqualTo("reservation-expired");
    }
  }

  @Test
  void whatDoesNotExistCannotBeEnded() {
    Reply missing = end("0197d4b2-3c1e-7a55-9d0e-4b8f1c2d3e4f", "confirm");

    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.problem()).isEqualTo("not-found");
  }
}
