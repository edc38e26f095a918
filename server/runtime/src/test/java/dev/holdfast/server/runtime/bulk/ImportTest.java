package dev.holdfast.server.runtime.bulk;

import static dev.holdfast.server.runtime.bulk.FileClient.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningServer.Shared.class)
final class ImportTest {
  private static final String STOCK =
      "sku,location,quantity,safety_stock\nAPPLE,SEA,12.500,1\nBOX,OAK,40,\n";

  private FileClient client;

  @BeforeEach
  void newClient(RunningServer server) {
    client = FileClient.in(server).withCatalogue();
  }

  private JsonNode position(String sku, String location) {
    return json(client.get("/v1/positions/" + sku + "/" + location));
  }

  private void assertNoStock() {
    assertThat(client.takeOut("stock")).isEqualTo("sku,location,quantity,safety_stock\r\n");
  }

  @Test
  void aGoodFileIsAppliedWhole() {
    HttpResponse<byte[]> answer = client.bringIn("stock", STOCK);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("kind").asText()).isEqualTo("stock");
    assertThat(json(answer).get("rows").asLong()).isEqualTo(2);
    assertThat(json(answer).get("applied").asLong()).isEqualTo(2);
    assertThat(json(answer).get("rejected").asLong()).isZero();
    assertThat(json(answer).get("seconds").asDouble()).isPositive();
    assertThat(position("APPLE", "SEA").get("availableToPromise").decimalValue())
        .isEqualByComparingTo("11.5");
    assertThat(position("BOX", "OAK").get("onHand").asLong()).isEqualTo(40);
  }

  @Test
  void aFileOfAnotherProgramIsReadToo() {
    String file = "\uFEFF\"Quantity\",LOCATION,Sku\r\n7,SEA,BOX\r\n";

    assertThat(client.bringIn("stock", file).statusCode()).isEqualTo(200);
    assertThat(position("BOX", "SEA").get("onHand").asLong()).isEqualTo(7);
  }

  @Test
  void oneBadRowRefusesTheWholeFile() {
    HttpResponse<byte[]> answer =
        client.bringIn("stock", STOCK + "BOX,MOON,1,\nBOX,SEA,1.5,\nAPPLE,SEA,1,\n");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = json(answer);
    assertThat(problem.get("type").asText()).endsWith("/import-rejected");
    assertThat(problem.get("rows").asLong()).isEqualTo(5);
    assertThat(problem.get("applied").asLong()).isZero();
    assertThat(problem.get("rejected").asLong()).isEqualTo(3);
    assertThat(problem.get("rejects"))
        .extracting(r -> r.get("line") + " " + r.get("column") + " " + r.get("value"))
        .containsExactly("4 \"location\" \"MOON\"", "5 \"quantity\" \"1.5\"", "6 \"sku\" \"\"");
    assertNoStock();
  }

  @Test
  void badRowsAreLeftOutWhereThatIsWanted() {
    HttpResponse<byte[]> answer =
        client.bringIn("stock?skipBad=true", UUID.randomUUID().toString(), STOCK + "BOX,MOON,1,\n");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).get("applied").asLong()).isEqualTo(2);
    assertThat(json(answer).get("rejected").asLong()).isEqualTo(1);
    assertThat(json(answer).get("rejects").get(0).get("reason").asText()).contains("no location");
    assertThat(position("BOX", "OAK").get("onHand").asLong()).isEqualTo(40);
  }

  @Test
  void anUnknownColumnIsNamedAndSkippingDoesNotHelp() {
    HttpResponse<byte[]> answer =
        client.bringIn(
            "stock?skipBad=true", UUID.randomUUID().toString(), "sku,location,quantity,colour\n");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).get("detail").asText()).contains("colour", "remove it");
  }

  @Test
  void onlySoManyBadRowsAreNamedAndTheOthersCounted() {
    StringBuilder file = new StringBuilder("sku,location,quantity\n");
    for (int i = 0; i < 10_050; i++) {
      file.append("NONE,SEA,").append(i).append('\n');
    }

    JsonNode problem = json(client.bringIn("stock", file.toString()));

    assertThat(problem.get("rejected").asLong()).isEqualTo(10_050);
    assertThat(problem.get("rejects")).hasSize(10_000);
    assertThat(problem.get("moreRejects").asLong()).isEqualTo(50);
  }

  @Test
  void theSameKeyAgainAnswersTheSameAndDoesNothing() {
    String key = UUID.randomUUID().toString();
    HttpResponse<byte[]> first = client.bringIn("stock", key, STOCK);

    HttpResponse<byte[]> again = client.bringIn("stock", key, STOCK);

    assertThat(json(again)).isEqualTo(json(first));
    assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(position("BOX", "OAK").get("version").asLong()).isEqualTo(1);
  }

  @Test
  void theSameKeyWithAnotherFileOrAnotherWishIsRefused() {
    String key = UUID.randomUUID().toString();
    assertThat(client.bringIn("stock", key, STOCK).statusCode()).isEqualTo(200);

    for (HttpResponse<byte[]> answer :
        List.of(
            client.bringIn("stock", key, STOCK + "BOX,SEA,1,\n"),
            client.bringIn("stock?skipBad=true", key, STOCK))) {
      assertThat(answer.statusCode()).isEqualTo(422);
      assertThat(json(answer).get("type").asText()).endsWith("/idempotency-key-reused");
    }
  }

  @Test
  void aRefusedFileLeavesItsKeyForAMendedOne() {
    String key = UUID.randomUUID().toString();
    assertThat(client.bringIn("stock", key, STOCK + "BOX,MOON,1,\n").statusCode()).isEqualTo(422);

    assertThat(client.bringIn("stock", key, STOCK).statusCode()).isEqualTo(200);
  }

  @Test
  void skusThatCollideInTheStoreAreNamedToo() {
    HttpResponse<byte[]> answer =
        client.bringIn(
            "skus",
            """
            code,name,barcodes,unit,scale,category
            APPLE,Apples,,kg,2,produce
            PEAR,Pears,4006381333931,kg,3,produce
            PEAR,Pears again,,kg,3,produce
            ,Nothing,,kg,3,produce
            """);

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).get("rows").asLong()).isEqualTo(4);
    assertThat(json(answer).get("rejects"))
        .extracting(r -> r.get("line").asLong() + " " + r.get("column").asText())
        .containsExactly("2 scale", "3 barcodes", "4 code", "5 code");
  }

  @Test
  void onlyThoseWhoPlanMayBringFilesIn() {
    assertThat(client.as("clerk").bringIn("stock", STOCK).statusCode()).isEqualTo(403);
    assertThat(client.as("planner").bringIn("stock", STOCK).statusCode()).isEqualTo(200);
  }

  @Test
  void whoIsRefusedIsToldAlsoWhileStillSending() {
    String large = STOCK + "BOX,SEA,1,\n".repeat(2_000_000);

    assertThat(client.as("reader").bringIn("stock", large).statusCode()).isEqualTo(403);
    assertThat(client.bringIn("trees", large).statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsNotAnImportIsRefused() {
    assertThat(client.bringIn("trees", STOCK).statusCode()).isEqualTo(404);
    assertThat(
            client
                .bringIn("stock?skipBad=perhaps", UUID.randomUUID().toString(), STOCK)
                .statusCode())
        .isEqualTo(422);
    assertThat(client.bringIn("stock", "a b", STOCK).statusCode()).isEqualTo(400);
    assertThat(
            FileClient.send(
                    client
                        .request("/v1/imports/stock")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "k")
                        .POST(BodyPublishers.ofString(STOCK)))
                .statusCode())
        .isEqualTo(415);
    assertThat(
            FileClient.send(
                    client
                        .request("/v1/imports/stock")
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString(STOCK)))
                .statusCode())
        .isEqualTo(400);
    assertNoStock();
  }

  @Test
  void nothingIsNoFile() {
    HttpResponse<byte[]> answer = client.bringIn("stock", "");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).get("detail").asText()).contains("empty");
  }

  @Test
  void anotherClientsSkusAreUnknown(RunningServer server) {
    FileClient other = FileClient.in(server);

    assertThat(json(other.bringIn("stock", STOCK)).get("rejected").asLong()).isEqualTo(2);
  }
}
