package dev.holdfast.server.runtime.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningServer.Shared.class)
final class ExportTest {
  private FileClient client;
  private FileClient twin;

  @BeforeEach
  void newClients(RunningServer server) {
    client = FileClient.in(server);
    twin = FileClient.in(server);
  }

  private static String unix(String csv) {
    return csv.replace("\r\n", "\n");
  }

  @Test
  void whatIsExportedCanBeImportedAsItIs() {
    client.withCatalogue();
    client.bringIn("stock", "sku,location,quantity,safety_stock\nAPPLE,SEA,1.5,0.25\nBOX,OAK,3,\n");

    for (String kind : List.of("skus", "locations", "stock")) {
      assertThat(twin.bringIn(kind, client.takeOut(kind)).statusCode()).isEqualTo(200);
      assertThat(twin.takeOut(kind)).isEqualTo(client.takeOut(kind));
    }
    assertThat(unix(client.takeOut("skus"))).isEqualTo(FileClient.SKUS);
    assertThat(unix(client.takeOut("locations"))).isEqualTo(FileClient.LOCATIONS);
    assertThat(unix(client.takeOut("stock")))
        .isEqualTo("sku,location,quantity,safety_stock\nAPPLE,SEA,1.500,0.250\nBOX,OAK,3,0\n");
  }

  @Test
  void noCellRunsInASpreadsheetAndEveryNameComesBack() {
    List<String> names =
        List.of(
            "=HYPERLINK(\"http://x\")",
            "+49 40 1234",
            "-1+1",
            "@sum",
            "'=already",
            "'s-Hertogenbosch",
            "-12.5",
            " blank ");
    for (int i = 0; i < names.size(); i++) {
      client.post(
          "/v1/skus",
          "{\"code\":\"S"
              + i
              + "\",\"name\":\""
              + names.get(i).replace("\"", "\\\"")
              + "\",\"unit\":\"each\",\"scale\":0,\"category\":\"x\"}");
    }
    String exported = unix(client.takeOut("skus"));
    assertThat(twin.bringIn("skus", exported).statusCode()).isEqualTo(200);

    assertThat(exported)
        .contains("S0,\"'=HYPERLINK(\"\"http://x\"\")\",", "S1,'+49 40 1234,", "S2,'-1+1,")
        .contains("S3,'@sum,", "S4,''=already,", "S5,'s-Hertogenbosch,", "S6,-12.5,");
    for (int i = 0; i < names.size(); i++) {
      JsonNode sku = FileClient.json(twin.get("/v1/skus/S" + i));
      assertThat(sku.get("name").asText()).isEqualTo(names.get(i));
    }
  }

  @Test
  void theLedgerAndReservationsComeOutWithTheirReasons() {
    client.withCatalogue();
    client.bringIn("stock", "sku,location,quantity,safety_stock\nAPPLE,SEA,10,2\n");
    client.post(
        "/v1/write-offs",
        "{\"lines\":[{\"sku\":\"APPLE\",\"location\":\"SEA\",\"quantity\":0.5}],"
            + "\"reason\":\"=rotten, sadly\"}");
    String id =
        client
            .post(
                "/v1/reservations",
                "{\"lines\":[{\"sku\":\"APPLE\",\"location\":\"SEA\",\"quantity\":1}]}")
            .get("id")
            .asText();

    List<String> ledger = client.takeOut("ledger").lines().toList();
    assertThat(ledger.getFirst())
        .isEqualTo(
            "sku,location,version,kind,at,actor,on_hand_change,reserved_change,on_hand,reserved,"
                + "safety_stock,reason,subject");
    assertThat(ledger.subList(1, 5))
        .satisfiesExactly(
            row ->
                assertThat(row)
                    .matches(
                        "APPLE,SEA,1,counted,[^,]*Z,k,10.000,0.000,10.000,0.000,0.000,import,"),
            row -> assertThat(row).contains(",2,safety-stock-set,", ",10.000,0.000,2.000,"),
            row -> assertThat(row).contains(",3,written-off,", ",-0.500,", "\"'=rotten, sadly\","),
            row -> assertThat(row).contains(",4,reserved,", ",1.000,", id));
    assertThat(client.takeOut("reservations").lines().toList().get(1))
        .startsWith(id + ",active,APPLE,SEA,1.000,");
  }

  @Test
  void aLongFileComesWhole() {
    client.bringIn("locations", FileClient.LOCATIONS);
    StringBuilder skus = new StringBuilder("code,name,unit,scale,category\n");
    StringBuilder stock = new StringBuilder("sku,location,quantity,safety_stock\r\n");
    for (int i = 0; i < 12_000; i++) {
      String code = String.format("S%05d", i);
      skus.append(code).append(",Thing,each,0,x\n");
      stock.append(code).append(",OAK,").append(i).append(",0\r\n");
    }
    assertThat(client.bringIn("skus", skus.toString()).statusCode()).isEqualTo(200);
    assertThat(client.bringIn("stock", stock.toString()).statusCode()).isEqualTo(200);

    assertThat(client.takeOut("stock")).isEqualTo(stock.toString());
    assertThat(client.takeOut("skus").lines()).hasSize(12_001);
    assertThat(client.takeOut("ledger").lines()).hasSize(12_001);
  }

  @Test
  void aFileIsNamedAndDeclared() {
    HttpResponse<byte[]> answer = client.as("reader").get("/v1/exports/skus");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"skus.csv\"");
    assertThat(client.get("/v1/exports/trees").statusCode()).isEqualTo(404);
  }
}
