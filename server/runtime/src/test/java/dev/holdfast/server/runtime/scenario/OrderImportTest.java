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

/** Files of orders: each is placed or left out by itself, and the same one is placed once. */
@ExtendWith(RunningServer.Shared.class)
class OrderImportTest {
  private static final String HEADER =
      "number,sku,quantity,name,address,postcode,country,residential,promised\n";
  private static final String CSV = "text/csv";
  private static final String JSON_LINES = "application/x-ndjson";

  private Shipper shipper;
  private String sku;
  private String other;

  @BeforeEach
  void shipper(RunningServer server) throws Exception {
    shipper = new Shipper(server).ready();
    sku = shipper.sku(40, 0);
    other = shipper.sku(10, 0);
  }

  private Reply bringIn(Api api, String type, String file) {
    Map<String, String> headers =
        Map.of("Content-Type", type, "Idempotency-Key", UUID.randomUUID().toString());
    return api.send("POST", "/v1/imports/orders", file, headers);
  }

  private JsonNode imported(String type, String file) {
    Reply reply = bringIn(shipper.api(), type, file);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  private static void assertCounts(
      JsonNode answer, int rows, int applied, int already, int rejected) {
    assertThat(answer.get("rows").asInt()).as(answer.toString()).isEqualTo(rows);
    assertThat(answer.get("applied").asInt()).as(answer.toString()).isEqualTo(applied);
    assertThat(answer.get("already").asInt()).as(answer.toString()).isEqualTo(already);
    assertThat(answer.get("rejected").asInt()).as(answer.toString()).isEqualTo(rejected);
  }

  @Test
  void aSheetPlacesWhatIsGoodAndSaysWhatIsNot() {
    String file =
        HEADER
            + "A,%1$s,10,Ann,12 Pine St,98101,US,true,\n"
            + "B,%1$s,1,,,98101,US,,\n"
            + "A,%2$s,2,,,,,,\n"
            + "C,NOPE,1,,,98101,US,,\n"
            + "D,%1$s,9999,,,98101,US,,\n"
            + "E,%1$s,1,,,98101,US,,2001-01-01\n"
            + "F,%1$s,1,,,98101,USA,,\n"
            + "G,%1$s,1,Ann,,98101,US,,\n"
            + "G,%2$s,1,Bob,,98101,US,,\n";
    JsonNode answer = imported(CSV, file.formatted(sku, other));

    assertCounts(answer, 7, 2, 0, 5);
    assertThat(answer.get("rejects"))
        .extracting(no -> no.get("line").asText() + " " + no.get("column").asText())
        .containsExactly("5 sku", "6 ", "7 ", "8 country", "10 name");
    assertThat(answer.at("/rejects/0/reason").asText()).contains("no SKU NOPE", "GET /v1/skus");
    assertThat(answer.at("/rejects/1/reason").asText())
        .startsWith("cannot be shipped")
        .contains(sku);
    assertThat(answer.at("/rejects/2/reason").asText()).startsWith("cannot be shipped");
    assertThat(answer.at("/rejects/4/reason").asText()).contains("contradicts line 9");
    JsonNode listed = shipper.api().get("/v1/orders?number=A").json().at("/items/0");
    assertThat(listed.get("lines").asInt()).isEqualTo(2);
    assertThat(listed.get("customer").asText()).isEqualTo("Ann");
    assertThat(shipper.available(sku, shipper.west)).isEqualTo(29);
    assertThat(shipper.available(other, shipper.west)).isEqualTo(8);

    assertCounts(imported(CSV, file.formatted(sku, other)), 7, 2, 2, 5);
    assertThat(shipper.available(sku, shipper.west)).isEqualTo(29);
  }

  @Test
  void aSheetMaySayWhatIsPaidForALine() {
    String file =
        """
        number,sku,quantity,postcode,country,amount_minor
        M,%1$s,1,98101,US,1250
        M,%1$s,1,,,750
        M,%2$s,1,,,
        N,%1$s,1,98101,US,12.50
        O,%1$s,1,98101,US,-1
        """;
    JsonNode answer = imported(CSV, file.formatted(sku, other));

    assertCounts(answer, 3, 1, 0, 2);
    assertThat(answer.get("rejects"))
        .extracting(no -> no.get("line").asText() + " " + no.get("column").asText())
        .containsExactly("5 amount_minor", "6 amount_minor");
    String id = shipper.api().get("/v1/orders?number=M").json().at("/items/0/id").asText();
    assertThat(shipper.api().get("/v1/orders/" + id).json().get("lines"))
        .extracting(line -> line.get("amountMinor").asLong())
        .containsExactly(2000L, 0L);
    assertCounts(imported(CSV, file.formatted(sku, other)), 3, 1, 1, 2);
  }

  @Test
  void theSameOrderIsPlacedOnceInWhateverFileItComes() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      lines.append(Shipper.order("\"number\":\"N-" + i + "\"", sku, "1")).append("\n\n");
    }
    assertCounts(imported(JSON_LINES, lines.toString()), 20, 20, 0, 0);
    assertThat(shipper.available(sku, shipper.west)).isEqualTo(20);

    assertCounts(imported(JSON_LINES, lines.toString()), 20, 20, 20, 0);
    String posted = Shipper.order("\"number\":\"P\"", other, "1");
    assertThat(shipper.api().post("/v1/orders", posted).status()).isEqualTo(201);
    JsonNode mixed =
        imported(
            JSON_LINES,
            posted
                + "\n"
                + Shipper.order("\"number\":\"N-0\"", sku, "2")
                + "\n"
                + Shipper.order("", sku, "1")
                + "\n{\"number\":\n"
                + Shipper.order("\"number\":\"X\",\"colour\":\"red\"", sku, "1")
                + "\n");
    assertCounts(mixed, 5, 1, 1, 4);
    assertThat(mixed.get("rejects"))
        .extracting(no -> no.get("line").asText() + " " + no.get("column").asText())
        .containsExactly("2 number", "3 number", "4 ", "5 colour");
    assertThat(mixed.at("/rejects/0/reason").asText()).contains("other content");
    assertThat(mixed.at("/rejects/1/reason").asText()).contains("is missing");

    assertCounts(imported(CSV, HEADER + "N-1," + sku + ",1,,,98101,US,,\n"), 1, 1, 1, 0);
    assertThat(shipper.available(sku, shipper.west)).isEqualTo(20);
    assertThat(shipper.available(other, shipper.west)).isEqualTo(9);
  }

  @Test
  void aRowOfNoOrderRefusesTheFileAndOnlyPlannersBringFilesIn() {
    String file = HEADER + "A," + sku + ",1,,,98101,US,,\n," + other + ",1,,,,,,\n";

    Reply refused = bringIn(shipper.api(), CSV, file);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.problem()).isEqualTo("import-rejected");
    assertThat(refused.json().get("detail").asText()).contains("Line 3, column number");
    assertThat(shipper.api().get("/v1/orders").json().get("items")).isEmpty();

    assertThat(bringIn(shipper.company().as("clerk"), CSV, file).status()).isEqualTo(403);
    assertThat(bringIn(shipper.api(), "application/json", file).status()).isEqualTo(415);
  }
}
