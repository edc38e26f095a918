package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Goods that expire are known by lot and day, and leave before anybody is promised them. */
@ExtendWith(RunningServer.Shared.class)
class LotTest {
  /** That of every location of a test company. */
  private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

  private final LocalDate tomorrow = LocalDate.now(ZONE).plusDays(1);
  private Company company;
  private String shop;
  private String milk;

  @BeforeEach
  void company(RunningServer server) {
    company = Company.in(server);
    shop = company.location();
    milk = company.sku();
  }

  private static String line(String sku, String shop, String quantity, String mark) {
    return "{\"lines\":[{\"sku\":\"%s\",\"location\":\"%s\",\"quantity\":%s,%s}]}"
        .formatted(sku, shop, quantity, mark);
  }

  private void receive(String quantity, String lot, LocalDate expires) {
    String mark = "\"lot\":\"%s\",\"expires\":\"%s\"".formatted(lot, expires);
    Reply received = company.admin().post("/v1/receipts", line(milk, shop, quantity, mark));
    assertThat(received.status()).as("%s", received).isEqualTo(200);
  }

  private String writeOff(String lot, String more) {
    return "{\"sku\":\"%s\",\"location\":\"%s\",\"lot\":\"%s\",\"reason\":\"smells\"%s}"
        .formatted(milk, shop, lot, more);
  }

  private List<String> left() {
    JsonNode items = company.as("clerk").get("/v1/lots?location=" + shop).json().get("items");
    return items
        .valueStream()
        .map(lot -> lot.get("lot").asText() + " " + lot.get("left").asText())
        .toList();
  }

  private Instant midnightAfter(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZONE).toInstant();
  }

  @Test
  void theClerkSeesWhatExpiresFirstAndHowManyDaysAreLeft() {
    receive("5", "B", tomorrow.plusDays(1));
    receive("4", "A", tomorrow);
    company.admin().post("/v1/sales", Bodies.lines(milk, shop, "1"));

    JsonNode items =
        company.as("clerk").get("/v1/lots?expires_before=" + tomorrow.plusDays(1)).json();

    assertThat(items.get("items")).hasSize(1);
    JsonNode first = items.get("items").get(0);
    assertThat(first.get("name").asText()).isEqualTo("Thing " + milk);
    assertThat(first.get("received").asInt()).isEqualTo(4);
    assertThat(first.get("left").asInt()).isEqualTo(3);
    assertThat(first.get("daysLeft").asInt()).isEqualTo(1);
    assertThat(left()).containsExactly("A 3", "B 5");
  }

  @Test
  void aLotIsWrittenOffBeforeItsDayByWhoSeesIt() {
    receive("5", "B", tomorrow.plusDays(1));
    receive("4", "A", tomorrow);

    Reply tooMany = company.admin().post("/v1/lots/write-off", writeOff("A", ",\"quantity\":5"));
    assertThat(tooMany.problem()).isEqualTo("not-on-hand");
    assertThat(tooMany.json().at("/lines/0/available").asInt()).isEqualTo(4);

    Map<String, String> headers =
        Map.of("Content-Type", "application/json", "Idempotency-Key", "off-" + milk);
    Api clerk = company.as("clerk");
    Reply all = clerk.send("POST", "/v1/lots/write-off", writeOff("A", ""), headers);
    assertThat(all.json().at("/lines/0/onHand").asInt()).as("%s", all).isEqualTo(5);
    assertThat(left()).containsExactly("B 5");
    // Asked again the same way when nothing is left of it, it was done once.
    Reply again = clerk.send("POST", "/v1/lots/write-off", writeOff("A", ""), headers);
    assertThat(again.json()).isEqualTo(all.json());
    assertThat(company.position(milk, shop).get("onHand").asInt()).isEqualTo(5);
    assertThat(history().getFirst().get("reason").asText()).isEqualTo("lot A: smells");
  }

  private List<JsonNode> history() {
    return company
        .admin()
        .get("/v1/positions/" + milk + "/" + shop + "/history")
        .json()
        .get("items")
        .valueStream()
        .toList();
  }

  @Test
  void whatIsOverLeavesAtMidnightOfItsPlaceOnceAndWhatWasReservedFallsShort(RunningServer server)
      throws InterruptedException {
    receive("5", "A", tomorrow);
    receive("2", "B", tomorrow.plusDays(1));
    company.reserve(milk, shop, "4");
    Instant midnight = midnightAfter(tomorrow);

    server.writeOffOverLots(midnight.minusMillis(1));
    assertThat(left()).containsExactly("A 5", "B 2");

    server.writeOffOverLots(midnight);
    server.writeOffOverLots(midnight);

    assertThat(left()).containsExactly("B 2");
    JsonNode position = company.position(milk, shop);
    assertThat(position.get("onHand").asInt()).isEqualTo(2);
    assertThat(position.get("shortfall").asInt()).isEqualTo(2);
    assertThat(position.get("availableToPromise").asInt()).isZero();
    assertThat(history())
        .filteredOn(entry -> entry.get("kind").asText().equals("written-off"))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.get("onHandChange").asInt()).isEqualTo(-5);
          assertThat(entry.get("actor").asText()).isEqualTo("system");
          assertThat(entry.get("reason").asText()).contains("lot A").contains(tomorrow.toString());
        });
  }

  @Test
  void aLotWithoutADayOrWithADayThatIsOverIsNotReceived() {
    for (Map.Entry<String, String> wrong :
        Map.of(
                "\"lot\":\"A\"", "lines[0].expires",
                "\"lot\":\"two words\",\"expires\":\"2099-01-01\"", "lines[0].lot",
                "\"expires\":\"tomorrow\"", "lines[0].expires",
                "\"expires\":\"2020-01-01\"", "lines[0].expires")
            .entrySet()) {
      Reply reply = company.admin().post("/v1/receipts", line(milk, shop, "1", wrong.getKey()));
      assertThat(reply.status()).as("%s", reply).isEqualTo(422);
      assertThat(reply.field()).isEqualTo(wrong.getValue());
    }
    assertThat(company.admin().get("/v1/lots?expires_before=soon").field())
        .isEqualTo("expires_before");
    Reply dated =
        company.admin().post("/v1/receipts", line(milk, shop, "1", "\"expires\":\"2099-01-01\""));
    assertThat(dated.status()).isEqualTo(200);
    assertThat(left()).containsExactly("2099-01-01 1");
  }

  @Test
  void anotherCompanySeesNothingOfIt(RunningServer server) {
    receive("4", "A", tomorrow);
    Company other = Company.in(server);

    assertThat(other.admin().get("/v1/lots").json().get("items")).isEmpty();
    assertThat(other.admin().post("/v1/lots/write-off", writeOff("A", "")).field())
        .isEqualTo("sku");
    assertThat(company.as("partner").get("/v1/lots").status()).isEqualTo(403);
    assertThat(company.as("cashier").post("/v1/lots/write-off", writeOff("A", "")).status())
        .isEqualTo(403);
  }
}
