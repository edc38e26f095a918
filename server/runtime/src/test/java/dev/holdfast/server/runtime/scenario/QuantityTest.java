package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quantities with the decimals of their SKU: 1.250 kg is legal, 1.5 pieces are not. */
@ExtendWith(RunningServer.Shared.class)
class QuantityTest {
  private Company company;
  private String pieces;
  private String kilograms;
  private String shop;

  @BeforeEach
  void stock(RunningServer server) {
    company = Company.in(server);
    pieces = company.sku("each", 0);
    kilograms = company.sku("kg", 3);
    shop = company.location();
    company.receive(pieces, shop, "100");
    company.receive(kilograms, shop, "100");
  }

  private Reply reserve(String sku, String quantity) {
    return company.admin().post("/v1/reservations", Bodies.lines(sku, shop, quantity));
  }

  @Test
  void gramsOfAKilogramAreKeptAndShown() {
    Reply reserved = reserve(kilograms, "1.250");

    assertThat(reserved.status()).isEqualTo(201);
    assertThat(reserved.body()).contains("\"quantity\":1.250,\"availableToPromise\":98.750");
    String position = company.admin().get("/v1/positions/" + kilograms + "/" + shop).body();
    assertThat(position).contains("\"onHand\":100.000,\"reserved\":1.250");
    String history =
        company.admin().get("/v1/positions/" + kilograms + "/" + shop + "/history").body();
    assertThat(history).contains("\"reservedChange\":1.250");
    String listed = company.admin().get("/v1/reservations").body();
    assertThat(listed).contains("\"quantity\":1.250");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.0", "1.000", "1e0", "10e-1", "0.1e1", "1.2500000", "99.999"})
  void whatFitsTheScaleIsTakenHoweverItIsWritten(String quantity) {
    assertThat(reserve(kilograms, quantity).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.0", "1.000", "1e1", "100e-2"})
  void wholePiecesAreTakenHoweverTheyAreWritten(String quantity) {
    assertThat(reserve(pieces, quantity).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "0.1", "1e-1", "1.0000001"})
  void partsOfAPieceAreRefused(String quantity) {
    assertRefused(reserve(pieces, quantity), "whole number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2505", "0.0001", "1e-4"})
  void partsOfAGramAreRefused(String quantity) {
    assertRefused(reserve(kilograms, quantity), "at most 3 decimals");
  }

  private void assertRefused(Reply refused, String mend) {
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.field()).isEqualTo("lines[0].quantity");
    assertThat(refused.json().get("detail").asText()).contains(mend);
    assertThat(company.position(pieces, shop).get("version").asInt()).isEqualTo(1);
    assertThat(company.position(kilograms, shop).get("version").asInt()).isEqualTo(1);
  }
}
