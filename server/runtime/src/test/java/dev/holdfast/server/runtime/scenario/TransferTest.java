package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Goods that travel from one location to another. */
@ExtendWith(RunningServer.Shared.class)
class TransferTest {
  private Company company;
  private String sku;
  private String from;
  private String to;

  @BeforeEach
  void stock(RunningServer server) {
    company = Company.in(server);
    sku = company.sku("kg", 3);
    from = company.location();
    to = company.location();
    company.receive(sku, from, "10.5");
  }

  private Reply send(String quantity) {
    return company.admin().post("/v1/transfers", Bodies.transfer(from, to, sku, quantity));
  }

  private Reply end(String transfer, String how) {
    return company.admin().post("/v1/transfers/" + transfer + "/" + how, "");
  }

  private String sent(String quantity) {
    Reply sent = send(quantity);
    assertThat(sent.status()).isEqualTo(201);
    return sent.json().get("id").asText();
  }

  private JsonNode transfer(String id) {
    return company.admin().get("/v1/transfers/" + id).json();
  }

  @Test
  void goodsAreInTransitUntilTheyAreReceived() {
    String id = sent("4.250");
    assertThat(company.position(sku, from).get("onHand").decimalValue())
        .isEqualByComparingTo("6.25");
    assertThat(company.admin().get("/v1/positions/" + sku + "/" + to).status()).isEqualTo(404);
    assertThat(transfer(id).get("state").asText()).isEqualTo("in-transit");
    assertThat(transfer(id).get("to").asText()).isEqualTo(to);

    Reply received = end(id, "receive");
    assertThat(received.status()).isEqualTo(200);
    assertThat(received.json().at("/lines/0/location").asText()).isEqualTo(to);
    assertThat(received.json().at("/lines/0/quantity").decimalValue()).isEqualByComparingTo("4.25");
    assertThat(company.available(sku, to)).isEqualByComparingTo("4.25");
    assertThat(transfer(id).get("state").asText()).isEqualTo("received");
  }

  @Test
  void cancelledGoodsAreBackWhereTheyCameFrom() {
    String id = sent("4");

    assertThat(end(id, "cancel").json().at("/lines/0/location").asText()).isEqualTo(from);
    assertThat(company.available(sku, from)).isEqualByComparingTo("10.5");
    assertThat(transfer(id).get("state").asText()).isEqualTo("cancelled");
  }

  @Test
  void aTransferEndsOnce() {
    String id = sent("4");
    end(id, "receive");

    assertThat(end(id, "receive").problem()).isEqualTo("transfer-ended");
    assertThat(end(id, "cancel").problem()).isEqualTo("transfer-ended");
    assertThat(company.available(sku, to)).isEqualByComparingTo("4");
  }

  @Test
  void reservedGoodsDoNotTravel() {
    company.reserve(sku, from, "8");

    Reply refused = send("3");
    assertThat(refused.problem()).isEqualTo("insufficient-stock");
    assertThat(refused.json().at("/lines/0/available").decimalValue()).isEqualByComparingTo("2.5");
  }

  @Test
  void goodsGoToAnotherPlace() {
    Reply refused = company.admin().post("/v1/transfers", Bodies.transfer(from, from, sku, "1"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.field()).isEqualTo("to");
  }

  @Test
  void placesThatDoNotExistAreNamed() {
    Reply nowhere = company.admin().post("/v1/transfers", Bodies.transfer(from, "MARS", sku, "1"));
    assertThat(nowhere.status()).isEqualTo(422);
    assertThat(nowhere.field()).isEqualTo("to");

    Reply fromNowhere =
        company.admin().post("/v1/transfers", Bodies.transfer("MARS", to, sku, "1"));
    assertThat(fromNowhere.status()).isEqualTo(422);
    assertThat(fromNowhere.json().get("detail").asText()).contains("no location MARS");
  }

  @Test
  void transfersOfAStateAreListed() {
    String first = sent("1");
    String second = sent("2");
    end(first, "receive");

    JsonNode underWay = company.admin().get("/v1/transfers?state=in-transit").json().get("items");
    assertThat(underWay).hasSize(1);
    assertThat(underWay.at("/0/id").asText()).isEqualTo(second);
  }
}
