package dev.holdfast.server.http.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.access.KeyRing;
import dev.holdfast.application.access.Keys;
import dev.holdfast.application.search.IndexPlace;
import dev.holdfast.application.search.SkuSearch;
import dev.holdfast.application.view.StockView;
import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.server.http.Blocking;
import dev.holdfast.server.http.HttpStand;
import dev.holdfast.server.http.HttpStand.Answer;
import dev.holdfast.storage.api.FeedListener;
import dev.holdfast.storage.api.FeedListener.FeedLocation;
import dev.holdfast.storage.api.FeedListener.FeedMark;
import dev.holdfast.storage.api.FeedListener.FeedPosition;
import dev.holdfast.storage.api.FeedListener.FeedSku;
import dev.holdfast.storage.contract.access.ReferenceAccessStore;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchRoutesTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00.123Z");
  private static final String EAN = "4006381333931";
  private static final ClientId HARBOR = new ClientId(1);
  private static final ClientId PIER = new ClientId(2);

  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final StockView view = new StockView(clock);
  private final SkuSearch search = new SkuSearch(IndexPlace.memory());
  private final FeedListener feed = FeedListener.all(List.of(view, search));
  private final ReferenceAccessStore access = new ReferenceAccessStore(InstantSource.system());
  private final KeyRing ring = new KeyRing(access);
  private final Keys keys = new Keys(access, ring);
  private final Blocking blocking = new Blocking();
  private HttpStand stand;

  @BeforeEach
  void open() {
    stand = new HttpStand(ring, routes -> new SearchRoutes(view, search, blocking).addTo(routes));
  }

  @AfterEach
  void close() {
    stand.close();
    blocking.close();
    search.close();
  }

  private Answer ask(ClientId client, Role role, String query) throws Exception {
    String secret = keys.issue(client, role.label(), role, false).secret();
    return stand.as(secret).get("/v1/search" + query);
  }

  private void tellSkus() {
    feed.snapshotBegins("first");
    sku(HARBOR, 1, "MLK", "Milk 1 L", 0, EAN);
    sku(HARBOR, 2, "APL", "Red apples", 3);
    sku(PIER, 3, "GROG", "Grog 1 L", 0, EAN);
    for (int id = 1; id <= 2; id++) {
      feed.location(new FeedLocation(id, HARBOR, location(id == 1 ? "SEA" : "TAC")));
    }
    feed.location(new FeedLocation(3, PIER, location("PIER")));
  }

  private void tellAll() {
    tellSkus();
    position(HARBOR, 1, 1, 14, 2, 0, 7);
    position(HARBOR, 1, 2, 5, 0, 1, 2);
    position(HARBOR, 2, 1, 12_500, 250, 0, 3);
    position(PIER, 3, 3, 99, 0, 0, 1);
    feed.snapshotEnds(new FeedMark(1, NOW));
    settle();
  }

  private void sku(
      ClientId client, long id, String code, String name, int scale, String... barcodes) {
    Sku.Size size = new Sku.Size(0, 0, 0, 0);
    String unit = scale == 0 ? "each" : "kg";
    feed.sku(
        new FeedSku(
            id,
            client,
            new Sku(code, name, List.of(barcodes), unit, new Scale(scale), size, "food")));
  }

  private void categorised(long id, String category) {
    Sku.Size size = new Sku.Size(0, 0, 0, 0);
    String code = "C-" + id;
    Sku sku = new Sku(code, code, List.of(), "each", new Scale(0), size, category);
    feed.sku(new FeedSku(id, HARBOR, sku));
  }

  private String categories(ClientId client) throws Exception {
    String secret = keys.issue(client, "shop", Role.SHOPPER, false).secret();
    return stand.as(secret).get("/v1/categories").json().get("items").toString();
  }

  @Test
  void categoriesAreCountedBiggestFirstForTheirClientAlone() throws Exception {
    tellAll();
    categorised(11, "garden");
    categorised(12, "drinks");
    categorised(13, "drinks");
    categorised(14, "drinks");

    assertThat(categories(HARBOR))
        .isEqualTo(
            """
            [{"category":"drinks","skus":3},{"category":"food","skus":2},\
            {"category":"garden","skus":1}]\
            """);
    assertThat(categories(PIER)).isEqualTo("[{\"category\":\"food\",\"skus\":1}]");
  }

  @Test
  void aSkuThatMovesIsCountedOnceAndNoCategoryIsEmpty() throws Exception {
    tellAll();
    categorised(11, "garden");
    categorised(11, "drinks");
    tellAll();

    assertThat(categories(HARBOR))
        .isEqualTo("[{\"category\":\"food\",\"skus\":2},{\"category\":\"drinks\",\"skus\":1}]");
  }

  @Test
  void categoriesAreToldOnceTheNodeKnowsThemAll() throws Exception {
    tellSkus();

    String secret = keys.issue(HARBOR, "shop", Role.SHOPPER, false).secret();
    assertProblem(stand.as(secret).get("/v1/categories"), 503, "view-loading", "");
  }

  private static Location location(String code) {
    return new Location(
        code,
        code,
        Location.Kind.STORE,
        "west",
        new BigDecimal("47.6"),
        new BigDecimal("-122.3"),
        ZoneId.of("America/Los_Angeles"),
        "");
  }

  private void position(
      ClientId client, long sku, int at, long onHand, long reserved, long safety, long version) {
    long packed = PositionKey.of(sku, at).packed();
    feed.position(new FeedPosition(packed, client, onHand, reserved, safety, version));
  }

  private void settle() {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (search.waiting() > 0) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static void assertProblem(Answer answer, int status, String type, String field)
      throws Exception {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    assertThat(answer.text("/type")).isEqualTo("https://holdfast.dev/problems/" + type);
    assertThat(answer.text("/detail")).isNotBlank();
    assertThat(answer.text("/field")).isEqualTo(field);
  }

  @Test
  void aScanIsAnsweredWithWhatIsAvailableEverywhere() throws Exception {
    tellAll();

    assertThat(ask(HARBOR, Role.READER, "?q=" + EAN).response().body())
        .isEqualTo(
            "{\"items\":[{\"sku\":\"MLK\",\"name\":\"Milk 1 L\",\"category\":\"food\","
                + "\"barcodes\":[\"4006381333931\"],\"unit\":\"each\",\"matched\":\"barcode\","
                + "\"availability\":{\"availableToPromise\":16,\"locations\":2}}],"
                + "\"asOf\":\"2026-11-20T08:00:00.123Z\",\"stale\":false}");
  }

  @Test
  void aLocationIsShownWithBalancesToThoseWhoMaySeeThem() throws Exception {
    tellAll();

    assertThat(ask(HARBOR, Role.CASHIER, "?q=apples&location=SEA").response().body())
        .contains(
            "\"availability\":{\"location\":\"SEA\",\"availableToPromise\":12.250,\"onHand\":12.500,"
                + "\"reserved\":0.250,\"version\":3}");
    assertThat(ask(HARBOR, Role.PARTNER, "?q=apples&location=SEA").response().body())
        .contains(
            "\"availability\":{\"location\":\"SEA\",\"availableToPromise\":12.250,\"version\":3}");
    assertThat(ask(HARBOR, Role.CLERK, "?q=apples&location=TAC").response().body())
        .contains(
            "\"availability\":{\"location\":\"TAC\",\"availableToPromise\":0.000,\"onHand\":0.000,"
                + "\"reserved\":0.000,\"version\":0}");
  }

  @Test
  void aMistakeIsForgivenAndNamed() throws Exception {
    tellAll();

    Answer answer = ask(HARBOR, Role.READER, "?q=rde%20aples");

    assertThat(answer.text("/items/0/sku")).isEqualTo("APL");
    assertThat(answer.text("/items/0/matched")).isEqualTo("name");
    assertThat(answer.text("/didYouMean")).isEqualTo("rde apples");
    assertThat(ask(HARBOR, Role.READER, "?q=apples").json().has("didYouMean")).isFalse();
  }

  @Test
  void nothingOfAnotherClientIsFound() throws Exception {
    tellAll();

    for (String text : List.of(EAN, "GROG", "grog", "1l", "400638")) {
      assertThat(ask(HARBOR, Role.ADMIN, "?q=" + text).response().body()).doesNotContain("GROG");
      assertThat(ask(PIER, Role.ADMIN, "?q=" + text).response().body()).doesNotContain("MLK");
    }
    assertThat(ask(PIER, Role.READER, "?q=" + EAN).text("/items/0/sku")).isEqualTo("GROG");
    assertProblem(ask(HARBOR, Role.ADMIN, "?q=milk&location=PIER"), 404, "not-found", "");
  }

  @Test
  void theCategoryAndTheLimitNarrowTheAnswer() throws Exception {
    tellAll();

    assertThat(ask(HARBOR, Role.READER, "?q=milk&category=food").json().at("/items")).hasSize(1);
    assertThat(ask(HARBOR, Role.READER, "?q=milk&category=tools").json().at("/items")).isEmpty();
    assertThat(ask(HARBOR, Role.READER, "?q=r&limit=1").json().at("/items")).hasSize(1);
  }

  @Test
  void nobodyIsTakenBackInTime() throws Exception {
    tellAll();
    String seen = ask(HARBOR, Role.READER, "?q=milk").header("Holdfast-Seen");
    String later = seen.replaceAll("-1$", "-2");
    assertThat(later).isNotEqualTo(seen);
    HttpStand.Caller reader = stand.as(keys.issue(HARBOR, "reader", Role.READER, false).secret());

    assertThat(reader.getIf("/v1/search?q=milk", "Holdfast-Seen", seen).status()).isEqualTo(200);
    Answer refused = reader.getIf("/v1/search?q=milk", "Holdfast-Seen", later);
    assertProblem(refused, 503, "view-behind", "Holdfast-Seen");
    feed.reached(new FeedMark(2, NOW));
    Answer answer = reader.getIf("/v1/search?q=milk", "Holdfast-Seen", later);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Holdfast-Seen")).isEqualTo(later);
  }

  @Test
  void nothingFoundIsAnEmptyAnswer() throws Exception {
    tellAll();

    Answer answer = ask(HARBOR, Role.READER, "?q=xylophone");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/items")).isEmpty();
  }

  @Test
  void brokenQuestionsAreNamed() throws Exception {
    tellAll();

    assertProblem(ask(HARBOR, Role.READER, ""), 422, "invalid-field", "q");
    assertProblem(ask(HARBOR, Role.READER, "?q="), 422, "invalid-field", "q");
    assertProblem(ask(HARBOR, Role.READER, "?q=%20%20"), 422, "invalid-field", "q");
    assertProblem(ask(HARBOR, Role.READER, "?q=a%00b"), 422, "invalid-field", "q");
    assertProblem(ask(HARBOR, Role.READER, "?q=" + "a".repeat(101)), 422, "invalid-field", "q");
    assertThat(ask(HARBOR, Role.READER, "?q=" + "%C3%BC".repeat(100)).status()).isEqualTo(200);
    for (String limit : List.of("0", "101", "-1", "1.5", "many", "99999999999")) {
      Answer answer = ask(HARBOR, Role.READER, "?q=milk&limit=" + limit);
      assertProblem(answer, 422, "invalid-field", "limit");
    }
    assertProblem(ask(HARBOR, Role.READER, "?q=milk&location=MARS"), 404, "not-found", "");
  }

  @Test
  void aNodeThatHasJustStartedAnswersWithWhatItHas() throws Exception {
    tellSkus();
    settle();

    Answer answer = ask(HARBOR, Role.CLERK, "?q=milk&location=SEA");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("/items/0/sku")).isEqualTo("MLK");
    assertThat(answer.json().at("/items/0").has("availability")).isFalse();
    assertThat(answer.json().at("/indexing").asBoolean()).isTrue();
    assertThat(answer.json().at("/stale").asBoolean()).isTrue();
    assertThat(answer.json().has("asOf")).isFalse();
  }

  @Test
  void aChangedNameIsFound() throws Exception {
    tellAll();
    sku(HARBOR, 1, "MLK", "Oat drink 1 L", 0);
    settle();

    assertThat(ask(HARBOR, Role.READER, "?q=oat").text("/items/0/name")).isEqualTo("Oat drink 1 L");
    assertThat(ask(HARBOR, Role.READER, "?q=milk").json().at("/items")).isEmpty();
  }
}
