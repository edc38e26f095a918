package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Orders: what is promised to a door, and the stock that is held for it. */
@ExtendWith(RunningServer.Shared.class)
class OrderTest {
  private Shipper shipper;

  @BeforeEach
  void shipper(RunningServer server) throws Exception {
    shipper = new Shipper(server).ready();
  }

  @Test
  void anOrderHoldsExactlyWhatWasPlanned() {
    String sku = shipper.sku(5, 5);

    JsonNode order = shipper.placed(sku, "2");

    assertThat(order.get("state").asText()).isEqualTo("placed");
    assertThat(order.get("number").asText()).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
    assertThat(order.get("shipments")).hasSize(1);
    JsonNode shipment = order.at("/shipments/0");
    assertThat(shipment.get("location").asText()).isEqualTo(shipper.west);
    assertThat(shipment.at("/cartons/0/items")).hasSize(2);
    assertThat(order.at("/cost/totalMinor").asLong())
        .isEqualTo(
            order.at("/cost/postageMinor").asLong() + order.at("/cost/cartonsMinor").asLong());
    assertThat(order.at("/plan/services")).isNotEmpty();
    assertThat(shipper.available(sku, shipper.west)).isEqualTo(3);
    assertThat(shipper.order(order)).isEqualTo(order);
  }

  @Test
  void theSameRequestPlacesOneOrder() {
    String sku = shipper.sku(2, 0);
    String body = Shipper.order("", sku, "2");
    String key = UUID.randomUUID().toString();

    Reply first = shipper.api().post("/v1/orders", body, key);
    Reply again = shipper.api().post("/v1/orders", body, key);

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).as(again.body()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.headers()).containsKey("idempotency-replayed");
    Reply other = shipper.api().post("/v1/orders", Shipper.order("", sku, "1"), key);
    assertThat(other.status()).isIn(409, 422);
    assertThat(shipper.api().get("/v1/orders").json().get("items")).hasSize(1);
  }

  @Test
  void theLastUnitIsPromisedToOneOrder() throws Exception {
    String sku = shipper.sku(1, 0);
    Callable<Reply> buyer = () -> shipper.place(sku, "1");
    List<Reply> replies;
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      replies =
          crowd.invokeAll(IntStream.range(0, 12).mapToObj(one -> buyer).toList()).stream()
              .map(Future::resultNow)
              .toList();
    }

    assertThat(replies).filteredOn(reply -> reply.status() == 201).hasSize(1);
    assertThat(replies)
        .filteredOn(reply -> reply.status() == 409)
        .hasSize(11)
        .allSatisfy(reply -> assertThat(reply.body()).contains(sku));
    assertThat(shipper.available(sku, shipper.west)).isZero();
  }

  @Test
  void whoIsTooLateIsServedFromElsewhere() throws Exception {
    String sku = shipper.sku(3, 3);
    Callable<Reply> buyer = () -> shipper.place(sku, "1");
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      assertThat(crowd.invokeAll(IntStream.range(0, 6).mapToObj(one -> buyer).toList()))
          .allSatisfy(reply -> assertThat(reply.resultNow().status()).isEqualTo(201));
    }

    assertThat(shipper.available(sku, shipper.west)).isZero();
    assertThat(shipper.available(sku, shipper.east)).isZero();
  }

  @Test
  void aLineIsSplitOnlyWhereNoPlaceHasEnough() {
    String sku = shipper.sku(3, 2);

    JsonNode order = shipper.placed(sku, "5");

    assertThat(order.get("shipments")).hasSize(2);
    assertThat(order.at("/cost/splitMinor").asLong()).isPositive();
    assertThat(shipper.place(sku, "1").problem()).isEqualTo("cannot-be-shipped");
  }

  @Test
  void whatIsPaidForALineStaysItsPriceUntilSomebodySaysAnother() {
    String sku = shipper.sku(9, 0);
    String priced = "\"lines\":[{\"sku\":\"%s\",\"quantity\":%d,\"amountMinor\":%d}]";
    String door = ",\"shipTo\":{\"postcode\":\"98101\",\"country\":\"US\"}}";
    Reply placed = shipper.api().post("/v1/orders", "{" + priced.formatted(sku, 3, 1000) + door);
    assertThat(placed.json().at("/lines/0/amountMinor").asLong()).as(placed.body()).isEqualTo(1000);
    assertThat(placed.json().at("/lines/0/ordered").asLong()).isEqualTo(3);
    String path = "/v1/orders/" + placed.json().get("id").asText();

    Reply fewer = shipper.api().patch(path, "{" + Shipper.lines(sku, "2") + "}");
    assertThat(fewer.json().at("/lines/0/amountMinor").asLong()).isEqualTo(667);
    Reply cheaper = shipper.api().patch(path, "{" + priced.formatted(sku, 2, 500) + "}");
    assertThat(cheaper.json().at("/lines/0/amountMinor").asLong()).isEqualTo(500);
    Reply below = shipper.api().patch(path, "{" + priced.formatted(sku, 2, -1) + "}");
    assertThat(below.status()).isEqualTo(422);
    assertThat(below.body()).contains("lines[0].amountMinor");
  }

  @Test
  void anOrderIsChangedWithTheStockThatItHolds() {
    String sku = shipper.sku(3, 0);
    JsonNode order = shipper.placed(sku, "3");
    String path = "/v1/orders/" + order.get("id").asText();

    Reply fewer = shipper.api().patch(path, "{\"version\":1," + Shipper.lines(sku, "2") + "}");
    assertThat(fewer.status()).as(fewer.body()).isEqualTo(200);
    assertThat(fewer.json().get("version").asLong()).isEqualTo(2);
    assertThat(shipper.available(sku, shipper.west)).isEqualTo(1);
    assertThat(shipper.api().patch(path, "{\"version\":1}").problem()).isEqualTo("order-changed");
    Reply all = shipper.api().patch(path, "{" + Shipper.lines(sku, "3") + "}");
    assertThat(all.status()).as(all.body()).isEqualTo(200);
    assertThat(shipper.available(sku, shipper.west)).isZero();
    assertThat(shipper.change(order, "replan", "").json().get("version").asLong()).isEqualTo(4);
    Reply tooMany = shipper.api().patch(path, "{" + Shipper.lines(sku, "4") + "}");
    assertThat(tooMany.problem()).isEqualTo("cannot-be-shipped");

    JsonNode released = shipper.change(order, "release", "").json();
    assertThat(released.get("state").asText()).isEqualTo("released");
    assertThat(released.at("/shipments/0/releasedAt").asText())
        .isEqualTo(released.at("/steps").path(released.at("/steps").size() - 1).get("at").asText());
    assertThat(released.at("/shipments/0/shippedAt").isNull()).isTrue();
    Reply late = shipper.change(order, "replan", "");
    assertThat(late.problem()).isEqualTo("not-now");
    assertThat(late.json().get("possible").toString()).isEqualTo("[\"cancel\"]");
    Reply cancelled = shipper.change(order, "cancel", "{\"reason\":\"changed my mind\"}");
    assertThat(cancelled.json().get("state").asText()).isEqualTo("cancelled");
    assertThat(shipper.available(sku, shipper.west)).isEqualTo(3);
    assertThat(shipper.change(order, "cancel", "").problem()).isEqualTo("not-now");
  }

  @Test
  void aRepeatedChangeIsAnsweredThoughItIsDone() {
    JsonNode order = shipper.placed(shipper.sku(1, 0), "1");
    String path = "/v1/orders/" + order.get("id").asText() + "/cancel";
    String key = UUID.randomUUID().toString();

    Reply first = shipper.api().post(path, "", key);
    Reply again = shipper.api().post(path, "", key);

    assertThat(first.status()).isEqualTo(200);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
  }

  @Test
  void anOrderTakesOverWhatAShopperHolds() {
    String sku = shipper.sku(2, 0);
    String held = shipper.company().reserve(sku, shipper.west, "2");
    String body =
        "{\"reservation\":\"" + held + "\",\"shipTo\":{\"postcode\":\"98101\",\"country\":\"US\"}}";
    String key = UUID.randomUUID().toString();

    Reply placed = shipper.api().post("/v1/orders", body, key);

    assertThat(placed.status()).as(placed.body()).isEqualTo(201);
    assertThat(placed.json().at("/lines/0/quantity").asInt()).isEqualTo(2);
    assertThat(shipper.api().post("/v1/orders", body, key).json()).isEqualTo(placed.json());
    assertThat(shipper.api().post("/v1/orders", body).problem()).isEqualTo("reservation-ended");
    String own = placed.json().at("/shipments/0/id").asText();
    JsonNode reservation = shipper.api().get("/v1/reservations/" + own).json();
    assertThat(reservation.get("order").asText()).isEqualTo(placed.json().get("id").asText());
    assertThat(reservation.has("expiresAt")).isFalse();
    assertThat(shipper.api().post("/v1/reservations/" + own + "/release", "").problem())
        .isEqualTo("held-by-order");
    assertThat(shipper.api().get("/v1/reservations?state=active").json().get("items")).isEmpty();
    assertThat(shipper.api().get("/v1/reservations?orders=true&state=active").json().get("items"))
        .hasSize(1);
  }

  @Test
  void aPromiseHoldsItsStockWhereThatIsAsked() {
    String sku = shipper.sku(2, 0);
    Reply plain = shipper.api().post("/v1/promises", Shipper.order("", sku, "2"));
    assertThat(plain.json().get("possible").asBoolean()).isTrue();
    assertThat(plain.json().get("hold").isNull()).isTrue();
    assertThat(shipper.available(sku, shipper.west)).isEqualTo(2);

    Reply held =
        shipper
            .api()
            .post("/v1/promises", Shipper.order("\"hold\":{\"ttlSeconds\":600}", sku, "2"));
    assertThat(held.status()).as(held.body()).isEqualTo(200);
    assertThat(shipper.available(sku, shipper.west)).isZero();
    Reply none = shipper.api().post("/v1/promises", Shipper.order("", sku, "1"));
    assertThat(none.json().get("possible").asBoolean()).isFalse();
    assertThat(none.json().at("/obstacles/0/subject").asText()).isEqualTo(sku);

    String taking = "\"reservation\":" + held.json().get("hold");
    Reply placed = shipper.api().post("/v1/orders", Shipper.order(taking, sku, "2"));
    assertThat(placed.status()).as(placed.body()).isEqualTo(201);
    assertThat(placed.json().get("cost")).isEqualTo(held.json().get("cost"));
  }

  @Test
  void ordersAreListedByWhatPeopleAskFor() {
    String sku = shipper.sku(3, 0);
    JsonNode first = shipper.placed(sku, "1");
    JsonNode second = shipper.placed(sku, "1");
    shipper.change(first, "cancel", "");

    assertThat(listed("?state=cancelled")).containsExactly(first.get("id").asText());
    assertThat(listed("?location=" + shipper.west + "&state=placed"))
        .containsExactly(second.get("id").asText());
    assertThat(listed("?number=" + first.get("number").asText()))
        .containsExactly(first.get("id").asText());
    assertThat(listed("?number=NOBODY")).isEmpty();
    assertThat(listed("?ship_before=2001-01-01")).isEmpty();
    assertThat(listed("?ship_before=2099-01-01T00:00:00Z"))
        .containsExactly(second.get("id").asText());
    JsonNode page = shipper.api().get("/v1/orders?limit=1").json();
    assertThat(page.at("/items/0/id").asText()).isEqualTo(second.get("id").asText());
    assertThat(listed("?limit=1&cursor=" + page.get("next").asText()))
        .containsExactly(first.get("id").asText());
  }

  private List<String> listed(String query) {
    return shipper.api().get("/v1/orders" + query).json().get("items").findValuesAsText("id");
  }

  @Test
  void anotherClientSeesNoOrder(RunningServer server) {
    JsonNode order = shipper.placed(shipper.sku(1, 0), "1");
    Company stranger = Company.in(server);
    String path = "/v1/orders/" + order.get("id").asText();

    assertThat(stranger.admin().get(path).status()).isEqualTo(404);
    assertThat(stranger.admin().post(path + "/cancel", "").status()).isEqualTo(404);
    assertThat(stranger.admin().get("/v1/orders").json().get("items")).isEmpty();
    String number = order.get("number").asText();
    assertThat(stranger.admin().get("/v1/orders?number=" + number).json().get("items")).isEmpty();
  }
}
