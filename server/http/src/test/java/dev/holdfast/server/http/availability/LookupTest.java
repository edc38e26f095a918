package dev.holdfast.server.http.availability;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.domain.access.Role;
import dev.holdfast.server.http.HttpStand.Answer;
import dev.holdfast.server.http.HttpStand.Caller;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LookupTest {
  private static final String MILK = "/v1/availability/MLK-1L";

  private final Shop shop = new Shop().open();
  private final Caller reader = shop.as(Role.READER);
  private final Caller clerk = shop.as(Role.CLERK);

  @AfterEach
  void close() {
    shop.close();
  }

  private static void assertProblem(Answer answer, int status, String type, String field)
      throws Exception {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    assertThat(answer.text("/type")).isEqualTo("https://holdfast.dev/problems/" + type);
    assertThat(answer.text("/detail")).isNotBlank();
    assertThat(answer.text("/field")).isEqualTo(field);
  }

  @Test
  void aReaderSeesWhatCanBePromisedAndNoMore() throws Exception {
    Answer answer = reader.get(MILK);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
    assertThat(answer.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(answer.header("Server-Timing"))
        .matches("app;dur=[0-9]+\\.[0-9]{2}, db;dur=[0-9]+\\.[0-9]{2}");
    assertThat(answer.response().body())
        .isEqualTo(
            "{\"sku\":\"MLK-1L\",\"unit\":\"each\",\"locations\":["
                + "{\"location\":\"SEA\",\"availableToPromise\":12,\"version\":7},"
                + "{\"location\":\"TAC\",\"availableToPromise\":4,\"version\":2},"
                + "{\"location\":\"PDX\",\"availableToPromise\":9,\"version\":1}],"
                + "\"asOf\":\"2026-11-20T08:00:00.123Z\",\"stale\":false}");
  }

  @Test
  void whoMaySeeBalancesSeesThem() throws Exception {
    reader.get("/v1/availability/APL-RED");

    assertThat(clerk.get("/v1/availability/APL-RED").response().body())
        .startsWith(
            "{\"sku\":\"APL-RED\",\"unit\":\"kg\",\"locations\":[{\"location\":\"SEA\","
                + "\"availableToPromise\":12.250,\"onHand\":12.500,\"reserved\":0.250,"
                + "\"safetyStock\":0.000,\"version\":3}]");
  }

  @Test
  void aCommittedChangeIsInTheNextAnswer() throws Exception {
    String before = reader.get(MILK).header("ETag");

    shop.commit(Shop.MILK, Shop.SEATTLE, 14, 14, 0, 8);

    Answer after = reader.get(MILK);
    assertThat(after.text("/locations/0/availableToPromise")).isEqualTo("0");
    assertThat(after.header("ETag")).isNotEqualTo(before);
  }

  @Test
  void aNewNameOrRegionIsInTheNextAnswer() throws Exception {
    assertThat(reader.get(MILK + "?region=south").json().at("/locations")).hasSize(1);

    shop.location(Shop.TACOMA, "TAC", "south", "47.2529", "-122.4443");
    shop.sku(Shop.MILK, shop.client, "MLK-1L", "bottle", 0);

    Answer answer = reader.get(MILK + "?region=south");
    assertThat(answer.json().at("/locations")).hasSize(2);
    assertThat(answer.text("/unit")).isEqualTo("bottle");
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() throws Exception {
    String etag = reader.get(MILK).header("ETag");
    shop.pass(Duration.ofSeconds(30));
    shop.mark();

    for (String known : new String[] {etag, "\"x\", " + etag, etag.substring(2), "*"}) {
      Answer answer = reader.getIf(MILK, "If-None-Match", known);
      assertThat(answer.status()).as(known).isEqualTo(304);
      assertThat(answer.response().body()).isEmpty();
      assertThat(answer.header("ETag")).isEqualTo(etag);
      assertThat(answer.header("Holdfast-Stale")).isEqualTo("false");
      assertThat(answer.header("Holdfast-As-Of")).isEqualTo("2026-11-20T08:00:30.123Z");
    }
    assertThat(reader.getIf(MILK, "If-None-Match", "\"x\"").status()).isEqualTo(200);
    assertThat(clerk.getIf(MILK, "If-None-Match", etag).status()).isEqualTo(200);
  }

  @Test
  void aSilentFeedMakesAnswersStaleAndConfirmsNothingFresh() throws Exception {
    String fresh = reader.get(MILK).header("ETag");

    shop.pass(Duration.ofMillis(1_500));

    Answer stale = reader.getIf(MILK, "If-None-Match", fresh);
    assertThat(stale.status()).isEqualTo(200);
    assertThat(stale.json().at("/stale").asBoolean()).isTrue();
    assertThat(stale.text("/ageSeconds")).isEqualTo("1.5");
    assertThat(stale.text("/asOf")).isEqualTo("2026-11-20T08:00:00.123Z");
    Answer again = reader.getIf(MILK, "If-None-Match", stale.header("ETag"));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.header("Holdfast-Stale")).isEqualTo("true");
    shop.mark();
    Shop.outliveTheMillisecond();
    assertThat(reader.get(MILK).json().at("/stale").asBoolean()).isFalse();
  }

  @Test
  void oneLocationIsAnsweredAlsoWhereTheSkuNeverWas() throws Exception {
    Answer never = clerk.get("/v1/availability/APL-RED?location=PDX");

    assertThat(never.json().at("/locations")).hasSize(1);
    assertThat(never.text("/locations/0/location")).isEqualTo("PDX");
    assertThat(never.text("/locations/0/version")).isEqualTo("0");
    assertThat(never.text("/locations/0/onHand")).isEqualTo("0.0");
    assertThat(reader.get(MILK + "?location=TAC").text("/locations/0/availableToPromise"))
        .isEqualTo("4");
  }

  @Test
  void nearestFirstWithinTheDistance() throws Exception {
    Answer near = reader.get(MILK + "?near=47.25,-122.44");
    JsonNode locations = near.json().at("/locations");

    assertThat(locations.findValuesAsText("location")).containsExactly("TAC", "SEA");
    assertThat(locations.at("/0/distanceKm").decimalValue()).isEqualByComparingTo("0.5");
    assertThat(locations.at("/1/distanceKm").asDouble()).isBetween(40.0, 41.0);
    assertThat(reader.get(MILK + "?near=47.25,-122.44&within_km=1000").json().at("/locations"))
        .hasSize(3);
    assertThat(
            reader
                .get(MILK + "?near=47.25,-122.44&within_km=1000&region=south")
                .json()
                .at("/locations")
                .findValuesAsText("location"))
        .containsExactly("PDX");
    assertThat(
            reader
                .get(MILK + "?near=47.25,-122.44&location=PDX")
                .json()
                .at("/locations/0/distanceKm")
                .asDouble())
        .isBetween(190.0, 200.0);
  }

  @Test
  void whatCannotBeAskedIsRefusedWithItsField() throws Exception {
    assertProblem(reader.get(MILK + "?location=XXX"), 422, "invalid-field", "location");
    assertProblem(reader.get(MILK + "?region=moon"), 422, "invalid-field", "region");
    assertProblem(reader.get(MILK + "?near=91,0"), 422, "invalid-field", "near");
    assertProblem(reader.get(MILK + "?near=here"), 422, "invalid-field", "near");
    assertProblem(reader.get(MILK + "?near=NaN,1"), 422, "invalid-field", "near");
    assertProblem(reader.get(MILK + "?near=1,1&within_km=0"), 422, "invalid-field", "within_km");
    assertProblem(
        reader.get(MILK + "?near=1,1&within_km=20001"), 422, "invalid-field", "within_km");
    assertProblem(reader.get(MILK + "?within_km=5"), 422, "invalid-field", "within_km");
  }

  @Test
  void nothingOfAnotherClientIsFound() throws Exception {
    assertProblem(reader.get("/v1/availability/SECRET"), 404, "not-found", "");
    assertProblem(reader.get("/v1/availability/NOTHING"), 404, "not-found", "");
    Caller stranger =
        shop.stand.as(shop.keys.issue(shop.other, "theirs", Role.ADMIN, false).secret());
    reader.get(MILK);
    assertProblem(stranger.get(MILK), 404, "not-found", "");
    assertThat(stranger.get("/v1/availability/SECRET").status()).isEqualTo(200);
  }

  @Test
  void anEncodedCodeIsTheSameCode() throws Exception {
    assertThat(reader.get("/v1/availability/MLK%2D1L").text("/sku")).isEqualTo("MLK-1L");
  }

  @Test
  void withoutAKeyNobodyLooks() throws Exception {
    assertProblem(shop.stand.as("hf_no").get(MILK), 401, "key-unknown", "Authorization");
  }

  @Test
  void aRevokedKeyIsRefusedAtOnceHere() throws Exception {
    var key = shop.keys.issue(shop.client, "gone", Role.READER, false);
    Caller gone = shop.stand.as(key.secret());
    assertThat(gone.get(MILK).status()).isEqualTo(200);
    assertThat(gone.get(MILK).status()).isEqualTo(200);

    shop.keys.revoke(shop.client, key.key().id());

    assertProblem(gone.get(MILK), 401, "key-unknown", "Authorization");
  }

  @Test
  void knownKeysLookOnWhileTheStoreIsAway() throws Exception {
    assertThat(reader.get(MILK).status()).isEqualTo(200);
    shop.access.cutOff(true);

    assertThat(reader.get(MILK).status()).isEqualTo(200);
    assertProblem(clerk.get(MILK), 503, "store-unavailable", "");
  }

  @Test
  void beforeTheFirstPictureItSaysSo() throws Exception {
    try (Shop empty = new Shop()) {
      Answer answer = empty.as(Role.READER).get(MILK);

      assertProblem(answer, 503, "view-loading", "");
      assertThat(answer.header("Retry-After")).isNotEmpty();
    }
  }

  @Test
  void nobodyIsTakenBackInTime() throws Exception {
    String seen = reader.get(MILK).header("Holdfast-Seen");
    try (Shop behind = new Shop().open()) {
      Caller there = behind.as(Role.READER);
      assertThat(there.getIf(MILK, "Holdfast-Seen", seen).status()).isEqualTo(200);
      shop.commit(Shop.MILK, Shop.SEATTLE, 20, 0, 0, 8);
      String later = reader.get(MILK).header("Holdfast-Seen");
      assertThat(later).isNotEqualTo(seen);

      Answer refused = there.getIf(MILK, "Holdfast-Seen", later);
      assertProblem(refused, 503, "view-behind", "Holdfast-Seen");
      assertThat(refused.header("Retry-After")).isNotEmpty();

      behind.commit(Shop.MILK, Shop.SEATTLE, 20, 0, 0, 8);
      assertThat(there.getIf(MILK, "Holdfast-Seen", later).status()).isEqualTo(200);
    }
  }

  @Test
  void whatIsSeenBeforeItsMarkCountsAsSeen() throws Exception {
    shop.position(Shop.MILK, Shop.SEATTLE, 20, 0, 0, 8);

    assertThat(reader.get(MILK).header("Holdfast-Seen")).endsWith("-100+");
    shop.mark();
    assertThat(reader.get(MILK).header("Holdfast-Seen")).endsWith("-101");
  }

  @Test
  void whatIsNoPlaceOfThisHistoryIsIgnored() throws Exception {
    for (String odd : new String[] {"x", "00000000-999999", "", "-", "00000000-9x", "+"}) {
      assertThat(reader.getIf(MILK, "Holdfast-Seen", odd).status()).as(odd).isEqualTo(200);
    }
  }
}
