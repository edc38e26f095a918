package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lists of what waits in one store, and of what is under way to it. */
@ExtendWith(RunningServer.Shared.class)
class ListFilterTest {
  private Company company;
  private String tea;
  private String coffee;
  private String shop;
  private String depot;

  @BeforeEach
  void stock(RunningServer server) {
    company = Company.in(server);
    tea = company.sku();
    coffee = company.sku();
    shop = company.location();
    depot = company.location();
    for (String place : List.of(shop, depot)) {
      company.receive(tea, place, "10");
      company.receive(coffee, place, "10");
    }
  }

  private List<String> listed(String target) {
    Reply reply = company.admin().get(target);
    assertThat(reply.status()).as("%s", reply).isEqualTo(200);
    return reply.json().get("items").valueStream().map(item -> item.get("id").asText()).toList();
  }

  @Test
  void aStoreSeesWhatWaitsInItAndNoMore() {
    String here = company.reserve(tea, shop, "1");
    String there = company.reserve(tea, depot, "1");
    String lines = Bodies.lines(Bodies.line(coffee, depot, "1"), Bodies.line(tea, shop, "1"));
    String both = company.admin().post("/v1/reservations", lines).json().get("id").asText();

    String active = "/v1/reservations?state=active&location=";
    assertThat(listed(active + shop)).containsExactly(both, here);
    assertThat(listed(active + depot)).containsExactly(both, there);
    assertThat(listed(active + depot + "&sku=" + tea)).containsExactly(there);
    assertThat(listed("/v1/reservations?sku=" + coffee)).containsExactly(both);
    company.admin().post("/v1/reservations/" + here + "/confirm", "");
    assertThat(listed(active + shop)).containsExactly(both);
  }

  @Test
  void aShoppersNumberFindsTheReservationInItsStore() {
    String id = company.reserve(tea, shop, "1");
    String number = id.substring(id.length() - 6).toUpperCase(Locale.ROOT);
    String waiting = "/v1/reservations?state=active&location=" + shop + "&pickup=";

    assertThat(listed(waiting + number)).contains(id);
    assertThat(listed(waiting + number.toLowerCase(Locale.ROOT))).contains(id);
    assertThat(listed(waiting + number.substring(0, 3) + "%20" + number.substring(3))).contains(id);
    assertThat(listed("/v1/reservations?location=" + depot + "&pickup=" + number)).isEmpty();
  }

  @Test
  void aNumberWithoutAStoreOrOfAnotherShapeIsRefusedWithItsMend() {
    for (String query : List.of("pickup=ABC123", "location=" + shop + "&pickup=ABC12")) {
      Reply refused = company.admin().get("/v1/reservations?" + query);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.field()).isEqualTo("pickup");
    }
    Reply letters = company.admin().get("/v1/reservations?location=" + shop + "&pickup=XYZ123");
    assertThat(letters.json().get("detail").asText()).contains("last 6 characters");
  }

  @Test
  void placesAndItemsThatNobodyKnowsAreNotFound() {
    for (String list : List.of("/v1/reservations", "/v1/transfers")) {
      assertThat(company.admin().get(list + "?location=NOWHERE").status()).isEqualTo(404);
      assertThat(company.admin().get(list + "?sku=NOTHING").status()).isEqualTo(404);
    }
  }

  @Test
  void aStoreSeesWhatComesAndWhatItSent() {
    String third = company.location();
    String sent = send(shop, depot, tea);
    String coming = send(depot, shop, coffee);
    String elsewhere = send(depot, third, tea);

    String open = "/v1/transfers?state=in-transit&location=";
    assertThat(listed(open + shop)).containsExactly(coming, sent);
    assertThat(listed(open + third)).containsExactly(elsewhere);
    assertThat(listed(open + shop + "&sku=" + tea)).containsExactly(sent);
  }

  private String send(String from, String to, String sku) {
    Reply sent = company.admin().post("/v1/transfers", Bodies.transfer(from, to, sku, "1"));
    assertThat(sent.status()).isEqualTo(201);
    return sent.json().get("id").asText();
  }

  @Test
  void bothEndsOfATransferNameEachOther() {
    company.admin().post("/v1/transfers/" + send(shop, depot, tea) + "/receive", "");

    assertThat(newest(shop).get("kind").asText()).isEqualTo("transferred-out");
    assertThat(newest(shop).get("otherLocation").asText()).isEqualTo(depot);
    assertThat(newest(depot).get("kind").asText()).isEqualTo("transferred-in");
    assertThat(newest(depot).get("otherLocation").asText()).isEqualTo(shop);
    company.reserve(tea, shop, "1");
    assertThat(newest(shop).has("otherLocation")).isFalse();
  }

  private JsonNode newest(String place) {
    String history = "/v1/positions/" + tea + "/" + place + "/history";
    return company.admin().get(history).json().at("/items/0");
  }
}
