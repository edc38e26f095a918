package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Reply;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files over HTTP: taken wholly or not at all, and answered as the contract says. */
@ExtendWith(RunningServer.Shared.class)
class FilesTest {
  private Company company;
  private String sku;
  private String shop;

  @BeforeEach
  void stock(RunningServer server) {
    company = Company.in(server);
    sku = company.sku("kg", 3);
    shop = company.location();
  }

  private Reply bringIn(String target, String csv, Map<String, String> headers) {
    return company.admin().send("POST", "/v1/imports/" + target, csv, headers);
  }

  private static Map<String, String> csv(String key) {
    return Map.of("Content-Type", "text/csv; charset=utf-8", "Idempotency-Key", key);
  }

  private static Map<String, String> csv() {
    return csv(UUID.randomUUID().toString());
  }

  @Test
  void aStockFileSaysWhatIsThere() {
    company.receive(sku, shop, "7");
    String file = "location,quantity,sku\n" + shop + ",1.250," + sku + "\n";

    Reply imported = bringIn("stock", file, csv("one"));
    assertThat(imported.status()).isEqualTo(200);
    assertThat(imported.json().get("applied").asInt()).isEqualTo(1);
    assertThat(company.available(sku, shop)).isEqualByComparingTo("1.25");

    Reply again = bringIn("stock", file, csv("one"));
    assertThat(again.header("Idempotency-Replayed")).isPresent();
    assertThat(company.position(sku, shop).get("version").asInt()).isEqualTo(2);
    assertThat(bringIn("stock", file.replace("1.250", "2"), csv("one")).problem())
        .isEqualTo("idempotency-key-reused");
  }

  @Test
  void oneBadRowRefusesTheFileUnlessBadRowsMayBeSkipped() {
    String file = "sku,location,quantity\n" + sku + "," + shop + ",5\nNOPE," + shop + ",1\n";
    String before = company.everything();

    Reply refused = bringIn("stock", file, csv());
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.problem()).isEqualTo("import-rejected");
    JsonNode reject = refused.json().at("/rejects/0");
    assertThat(reject.get("line").asInt()).isEqualTo(3);
    assertThat(reject.get("column").asText()).isEqualTo("sku");
    assertThat(company.everything()).isEqualTo(before);

    Reply skipped = bringIn("stock?skipBad=true", file, csv());
    assertThat(skipped.status()).isEqualTo(200);
    assertThat(skipped.json().get("rejected").asInt()).isEqualTo(1);
    assertThat(company.available(sku, shop)).isEqualByComparingTo("5");
  }

  @Test
  void whatIsNoImportIsRefusedAndChangesNothing() {
    String file = "sku,location,quantity\n" + sku + "," + shop + ",5\n";
    String before = company.everything();

    assertThat(bringIn("gold", file, csv()).status()).isEqualTo(404);
    assertThat(bringIn("stock?skipBad=perhaps", file, csv()).field()).isEqualTo("skipBad");
    assertThat(bringIn("stock", file, Map.of("Content-Type", "text/csv")).problem())
        .isEqualTo("idempotency-key-missing");
    assertThat(
            bringIn("stock", file, Map.of("Content-Type", "text/csvx", "Idempotency-Key", "k"))
                .problem())
        .isEqualTo("wrong-content-type");
    assertThat(bringIn("stock", "sku;location;quantity\n", csv()).problem())
        .isEqualTo("import-rejected");
    assertThat(bringIn("stock", "\u0000\u0001\u0002", csv()).problem())
        .isEqualTo("import-rejected");
    assertThat(company.admin().get("/v1/exports/gold").status()).isEqualTo(404);
    assertThat(company.everything()).isEqualTo(before);
  }

  @Test
  void anExportHoldsTheOwnClientOnly(RunningServer server) {
    Company other = Company.in(server);
    String theirs = other.location();
    other.receive(other.sku(), theirs, "3");
    company.receive(sku, shop, "1.5");

    String stock = company.admin().get("/v1/exports/stock").body();
    assertThat(stock.lines()).hasSize(2);
    assertThat(stock).contains(sku + "," + shop + ",1.500");
    assertThat(other.admin().get("/v1/exports/ledger").body().lines()).hasSize(2);
  }

  @Test
  void aRefusedUploadLeavesTheConnectionInOrder(RunningServer server) {
    String large = "sku,location,quantity\n" + (sku + "," + shop + ",5\n").repeat(200_000);
    Api stranger = new Api(server.url(), "hf_" + "x".repeat(43));
    Api reader = company.as("reader");

    assertThat(stranger.send("POST", "/v1/imports/stock", large, csv()).status()).isEqualTo(401);
    assertThat(reader.send("POST", "/v1/imports/stock", large, csv()).status()).isEqualTo(403);
    assertThat(bringIn("gold", large, csv()).status()).isEqualTo(404);
    assertThat(reader.get("/v1/skus").status()).isEqualTo(200);
  }
}
