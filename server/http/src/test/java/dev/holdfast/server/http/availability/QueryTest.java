package dev.holdfast.server.http.availability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.access.Role;
import dev.holdfast.server.http.HttpStand.Answer;
import dev.holdfast.server.http.HttpStand.Caller;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QueryTest {
  private static final String QUERY = "/v1/availability/query";

  private final Shop shop = new Shop().open();
  private final Caller reader = shop.as(Role.READER);

  @AfterEach
  void close() {
    shop.close();
  }

  private void assertInvalid(String body, String field) throws Exception {
    Answer answer = reader.post(QUERY, body);
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(422);
    assertThat(answer.text("/field")).isEqualTo(field);
  }

  @Test
  void manySkusAreAnsweredInTheOrderAskedAsOneByOne() throws Exception {
    Answer answer =
        reader.post(QUERY, "{\"skus\":[\"APL-RED\",\"NOTHING\",\"MLK-1L\",\"SECRET\",\"MLK-1L\"]}");

    assertThat(answer.status()).isEqualTo(200);
    JsonNode items = answer.json().at("/items");
    assertThat(items.findValuesAsText("sku")).containsExactly("APL-RED", "MLK-1L", "MLK-1L");
    assertThat(items.get(1)).isEqualTo(reader.get("/v1/availability/MLK-1L").json());
    assertThat(answer.json().at("/unknown").toString()).isEqualTo("[\"NOTHING\",\"SECRET\"]");
    assertThat(answer.header("Holdfast-Seen")).isNotEmpty();
  }

  @Test
  void aCommittedChangeIsInTheNextAnswer() throws Exception {
    String body = "{\"skus\":[\"MLK-1L\"],\"location\":\"SEA\"}";
    assertThat(reader.post(QUERY, body).text("/items/0/locations/0/version")).isEqualTo("7");

    shop.commit(Shop.MILK, Shop.SEATTLE, 3, 0, 0, 8);

    assertThat(reader.post(QUERY, body).text("/items/0/locations/0/version")).isEqualTo("8");
  }

  @Test
  void filtersHoldForEverySku() throws Exception {
    Answer one =
        reader.post(QUERY, " { \"skus\" : [ \"MLK-1L\" , \"APL-RED\" ] , \"location\":\"PDX\" } ");
    assertThat(one.json().at("/items").findValuesAsText("location")).containsExactly("PDX", "PDX");

    Answer near =
        reader.post(
            QUERY,
            "{\"skus\":[\"MLK-1L\",\"APL-RED\"],\"near\":\"47.6,-122.3\",\"withinKm\":20,"
                + "\"region\":\"north\"}");
    assertThat(near.json().at("/items").findValuesAsText("location")).containsExactly("SEA", "SEA");
    assertThat(near.json().at("/items").findValuesAsText("distanceKm")).hasSize(2);
    Answer farther =
        reader.post(QUERY, "{\"skus\":[\"MLK-1L\"],\"near\":\"47.6,-122.3\",\"withinKm\":500.5}");
    assertThat(farther.json().at("/items").findValuesAsText("location")).hasSize(3);
  }

  @Test
  void whatIsNoQueryIsRefusedWithItsField() throws Exception {
    assertInvalid("{}", "skus");
    assertInvalid("{\"skus\":[]}", "skus");
    assertInvalid("{\"skus\":[1]}", "skus[0]");
    assertInvalid("{\"skus\":[\"MLK-1L\"],\"location\":\"XXX\"}", "location");
    assertInvalid("{\"skus\":[\"MLK-1L\"],\"region\":\"moon\"}", "region");
    assertInvalid("{\"skus\":[\"MLK-1L\"],\"withinKm\":5}", "withinKm");
    assertInvalid("{\"skus\":[\"MLK-1L\"],\"near\":\"1,1\",\"withinKm\":1e999}", "withinKm");
    assertInvalid("{\"skus\":[\"MLK-1L\"],\"sku\":\"x\"}", "sku");
    assertThat(reader.post(QUERY, "{\"skus\":[\"MLK-1L\"],").status()).isEqualTo(400);
    assertThat(reader.post(QUERY, "{\"skus\":[\"A\"],\"skus\":[\"A\"]}").status()).isEqualTo(400);
  }

  @Test
  void fiveHundredAndNoMore() throws Exception {
    String most =
        IntStream.range(0, 500).mapToObj(i -> "\"MLK-1L\"").collect(Collectors.joining(","));

    assertThat(reader.post(QUERY, "{\"skus\":[" + most + "]}").json().at("/items")).hasSize(500);
    assertInvalid("{\"skus\":[" + most + ",\"MLK-1L\"]}", "skus");
  }

  @Test
  void whatCanBeNoCodeIsUnknownWhateverItLooksLike() throws Exception {
    reader.get("/v1/availability/MLK-1L");

    Answer answer =
        reader.post(QUERY, "{\"skus\":[\"/v1/availability/MLK-1L\",\"a\\\"b\",\"\",\"ü\"]}");

    assertThat(answer.json().at("/items")).isEmpty();
    assertThat(answer.json().at("/unknown").toString())
        .isEqualTo("[\"/v1/availability/MLK-1L\",\"a\\\"b\",\"\",\"ü\"]");
  }

  @Test
  void aTextThatContinuesARowIsNotItsCode() throws Exception {
    reader.post(QUERY, "{\"skus\":[\"MLK-1L\"]}");

    Answer answer = reader.post(QUERY, "{\"skus\":[\"MLK-1L\\\",\\\"unit\\\":\\\"each\"]}");

    assertThat(answer.json().at("/items")).isEmpty();
    assertThat(answer.json().at("/unknown/0").asText()).isEqualTo("MLK-1L\",\"unit\":\"each");
  }

  @Test
  void whoMaySeeBalancesAndWhoMayNotAreToldTheirOwn() throws Exception {
    String body = "{\"skus\":[\"MLK-1L\"],\"location\":\"SEA\"}";
    Caller clerk = shop.as(Role.CLERK);
    for (int turn = 0; turn < 2; turn++) {
      assertThat(clerk.post(QUERY, body).text("/items/0/locations/0/onHand")).isEqualTo("14");
      assertThat(reader.post(QUERY, body).json().at("/items/0/locations/0").has("onHand"))
          .isFalse();
    }
  }

  @Test
  void anAnswerLongerThanASheetIsWhole() throws Exception {
    String many = "\"MLK-1L\",".repeat(499) + "\"" + "N".repeat(64) + "\"";

    for (int turn = 0; turn < 3; turn++) {
      Answer answer = reader.post(QUERY, "{\"skus\":[" + many + "]}");
      assertThat(answer.response().body().length()).isGreaterThan(2 * Sheets.BYTES);
      assertThat(answer.json().at("/items")).hasSize(499);
      assertThat(answer.json().at("/unknown")).hasSize(1);
      Answer few = reader.post(QUERY, "{\"skus\":[\"APL-RED\"]}");
      assertThat(few.json().at("/items").findValuesAsText("sku")).containsExactly("APL-RED");
    }
  }

  @Test
  void aPlainBodyAndAStrictOneAreReadAlike() {
    String plain = "{\"skus\":[\"A\",\"B-1\"],\"location\":\"L\"}";
    AskedCodes codes = new AskedCodes();
    QueryBody read = PlainQuery.read(JsonBytes.of(plain), codes);

    assertThat(read).isEqualTo(QueryBody.at("L"));
    assertThat(codes.size()).isEqualTo(2);
    assertThat(codes.text(1)).isEqualTo("B-1");
    AskedCodes strict = new AskedCodes();
    strict.take(List.of("A", "B-1"));
    assertThat(strict.hashOf(1)).isEqualTo(codes.hashOf(1));
    assertThat(strict.isAt(1, JsonBytes.of("xB-1"), 1)).isTrue();
    assertThat(codes.isAt(1, JsonBytes.of("xB-1"), 1)).isTrue();
    for (int cut = 0; cut < plain.length(); cut++) {
      assertThat(PlainQuery.read(JsonBytes.of(plain.substring(0, cut)), codes)).isNull();
    }
    for (String odd : new String[] {plain + "x", plain.replace("A", "A\\n"), "{\"skus\":[]}"}) {
      assertThat(PlainQuery.read(JsonBytes.of(odd), codes)).as(odd).isNull();
    }
  }
}
