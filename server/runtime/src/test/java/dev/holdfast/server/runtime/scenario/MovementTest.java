package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Receiving, selling, counting, correcting and losing goods. */
@ExtendWith(RunningServer.Shared.class)
class MovementTest {
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

  private Reply move(String path, String quantity) {
    return company
        .admin()
        .post(path, Bodies.linesWith("because", Bodies.line(sku, shop, quantity)));
  }

  private void assertBalance(int onHand, int reserved, int shortfall, int available) {
    JsonNode position = company.position(sku, shop);
    assertThat(position.get("onHand").asInt()).as("on hand").isEqualTo(onHand);
    assertThat(position.get("reserved").asInt()).as("reserved").isEqualTo(reserved);
    assertThat(position.get("shortfall").asInt()).as("shortfall").isEqualTo(shortfall);
    assertThat(position.get("availableToPromise").asInt()).as("available").isEqualTo(available);
  }

  @Test
  void everyMovementAnswersWithThePositionAfterIt() {
    Reply received = move("/v1/receipts", "5");

    assertThat(received.status()).isEqualTo(200);
    JsonNode line = received.json().at("/lines/0");
    assertThat(line.get("quantity").asInt()).isEqualTo(5);
    assertThat(line.get("onHand").asInt()).isEqualTo(15);
    assertThat(line.get("version").asInt()).isEqualTo(2);
    assertBalance(15, 0, 0, 15);
  }

  @Test
  void aSaleAtTheTillTakesOnlyWhatNobodyReserved() {
    company.reserve(sku, shop, "4");

    Reply refused = move("/v1/sales", "7");
    assertThat(refused.problem()).isEqualTo("insufficient-stock");
    assertThat(refused.json().at("/lines/0/available").asInt()).isEqualTo(6);

    assertThat(move("/v1/sales", "6").status()).isEqualTo(200);
    assertBalance(4, 4, 0, 0);
  }

  @Test
  void whatComesBackCanBeSoldAgain() {
    move("/v1/sales", "10");
    assertThat(move("/v1/returns", "1").status()).isEqualTo(200);
    assertBalance(1, 0, 0, 1);
  }

  @Test
  void correctionsGoBothWays() {
    assertThat(move("/v1/adjustments", "3").status()).isEqualTo(200);
    assertThat(move("/v1/adjustments", "-5").status()).isEqualTo(200);
    assertBalance(8, 0, 0, 8);

    Reply refused = move("/v1/adjustments", "-9");
    assertThat(refused.problem()).isEqualTo("not-on-hand");
    assertThat(refused.json().at("/lines/0/available").asInt()).isEqualTo(8);
    assertBalance(8, 0, 0, 8);
  }

  @Test
  void aCountSetsWhatIsThere() {
    assertThat(move("/v1/counts", "7").status()).isEqualTo(200);
    assertBalance(7, 0, 0, 7);
    assertThat(move("/v1/counts", "0").status()).isEqualTo(200);
    assertBalance(0, 0, 0, 0);
  }

  @Test
  void aCountBelowWhatIsReservedIsAShortfall() {
    String reservation = company.reserve(sku, shop, "8");

    Reply counted = move("/v1/counts", "5");
    assertThat(counted.status()).isEqualTo(200);
    assertThat(counted.json().at("/lines/0/shortfall").asInt()).isEqualTo(3);
    assertBalance(5, 8, 3, 0);
    JsonNode tasks = company.admin().get("/v1/positions?shortfall=true").json().get("items");
    assertThat(tasks).hasSize(1);
    assertThat(tasks.at("/0/sku").asText()).isEqualTo(sku);

    Reply refused = company.admin().post("/v1/reservations/" + reservation + "/confirm", "");
    assertThat(refused.problem()).isEqualTo("not-on-hand");
    assertThat(refused.json().at("/lines/0/available").asInt()).isEqualTo(5);
  }

  @Test
  void goodsThatArriveMendAShortfall() {
    company.reserve(sku, shop, "8");
    move("/v1/counts", "5");

    move("/v1/receipts", "4");
    assertBalance(9, 8, 0, 1);
    assertThat(company.admin().get("/v1/positions?shortfall=true").json().get("items")).isEmpty();
  }

  @Test
  void spoiltGoodsAreGoneEvenWhenTheyWereReserved() {
    company.reserve(sku, shop, "8");

    assertThat(move("/v1/write-offs", "6").status()).isEqualTo(200);
    assertBalance(4, 8, 4, 0);
    assertThat(move("/v1/write-offs", "5").problem()).isEqualTo("not-on-hand");
  }

  @Test
  void safetyStockIsWithheldFromPromisingButNotFromTheTill() {
    assertThat(move("/v1/safety-stock", "8").status()).isEqualTo(200);
    assertBalance(10, 0, 0, 2);

    Reply refused = company.admin().post("/v1/reservations", Bodies.lines(sku, shop, "3"));
    assertThat(refused.json().at("/lines/0/available").asInt()).isEqualTo(2);
    assertThat(move("/v1/sales", "3").status()).isEqualTo(200);
    assertBalance(7, 0, 0, 0);
  }

  @Test
  void aPositionHoldsSoMuchAndNoMore() {
    String most = "1000000000000";
    for (int i = 0; i < 999; i += 333) {
      String[] lines = new String[333];
      Arrays.fill(lines, Bodies.line(sku, shop, most));
      assertThat(company.admin().post("/v1/receipts", Bodies.lines(lines)).status()).isEqualTo(200);
    }

    Reply refused = move("/v1/receipts", most);
    assertThat(refused.problem()).isEqualTo("position-full");
    assertThat(refused.json().at("/lines/0/available").asLong()).isEqualTo(999_999_999_990L);
  }

  @Test
  void allLinesOfAMovementSucceedOrNone() {
    String other = company.sku();
    company.receive(other, shop, "1");
    String lines = Bodies.lines(Bodies.line(sku, shop, "1"), Bodies.line(other, shop, "2"));

    assertThat(company.admin().post("/v1/sales", lines).status()).isEqualTo(409);
    assertBalance(10, 0, 0, 10);
  }
}
