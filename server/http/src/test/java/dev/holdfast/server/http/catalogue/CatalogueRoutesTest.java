package dev.holdfast.server.http.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.access.KeyRing;
import dev.holdfast.application.access.Keys;
import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.server.http.HttpStand;
import dev.holdfast.server.http.HttpStand.Answer;
import dev.holdfast.server.http.HttpStand.Caller;
import dev.holdfast.storage.contract.access.ReferenceAccessStore;
import dev.holdfast.storage.contract.catalogue.ReferenceCatalogueStore;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogueRoutesTest {
  private static final String TEA =
      """
      {"code": "TEA", "name": "Green tea", "barcodes": ["96385074"], "unit": "kg", "scale": 3,
       "lengthMm": 120, "widthMm": 80, "heightMm": 40, "weightG": 500, "category": "tea"}\
      """;

  private static final String ROPE =
      """
      {"code": "ROPE", "name": "Rope", "unit": "m", "category": "ship"}\
      """;

  private static final String SEATTLE =
      """
      {"code": "SEA", "name": "Seattle Pier", "kind": "store", "region": "west",
       "latitude": 47.60620, "longitude": -122, "timeZone": "America/Los_Angeles",
       "address": "1 Alaskan Way"}\
      """;

  private final ReferenceAccessStore access = new ReferenceAccessStore(InstantSource.system());
  private final ReferenceCatalogueStore store = new ReferenceCatalogueStore();
  private final KeyRing ring = new KeyRing(access);
  private final Keys keys = new Keys(access, ring);
  private HttpStand stand;
  private Caller planner;

  @BeforeEach
  void open() {
    stand = new HttpStand(ring, routes -> new CatalogueRoutes(store).addTo(routes));
    planner = caller(1, Role.PLANNER);
  }

  @AfterEach
  void close() {
    stand.close();
  }

  private Caller caller(int client, Role role) {
    return stand.as(keys.issue(new ClientId(client), role.label(), role, false).secret());
  }

  private static void assertProblem(Answer answer, int status, String type, String field)
      throws Exception {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text("/type")).isEqualTo("https://holdfast.dev/problems/" + type);
    assertThat(answer.text("/field")).isEqualTo(field);
    assertThat(answer.text("/detail")).isNotBlank();
  }

  @Test
  void aSkuThatWasMadeIsFoundByCodeAndByBarcode() throws Exception {
    Answer made = planner.post("/v1/skus", TEA);

    assertThat(made.status()).isEqualTo(201);
    assertThat(planner.get("/v1/skus/TEA").json()).isEqualTo(made.json());
    assertThat(planner.get("/v1/skus?barcode=96385074").json().at("/items/0"))
        .isEqualTo(made.json());
    assertThat(planner.get("/v1/skus?barcode=4006381333931").json().at("/items")).isEmpty();
  }

  @Test
  void whatIsLeftOutIsNothing() throws Exception {
    Answer made = planner.post("/v1/skus", ROPE);

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().at("/scale").asInt()).isZero();
    assertThat(made.json().at("/weightG").asInt()).isZero();
    assertThat(made.json().at("/barcodes")).isEmpty();
  }

  @Test
  void aListIsReadPageByPage() throws Exception {
    planner.post("/v1/skus", TEA);
    planner.post("/v1/skus", ROPE);

    Answer first = planner.get("/v1/skus?limit=1");
    Answer second = planner.get("/v1/skus?limit=1&cursor=" + first.text("/next"));

    assertThat(first.text("/items/0/code")).isEqualTo("ROPE");
    assertThat(second.text("/items/0/code")).isEqualTo("TEA");
    assertThat(second.json().has("next")).isFalse();
    assertThat(planner.get("/v1/skus?category=tea").json().at("/items")).hasSize(1);
  }

  @Test
  void brokenListParametersAreNamed() throws Exception {
    assertProblem(planner.get("/v1/skus?limit=0"), 422, "invalid-field", "limit");
    assertProblem(planner.get("/v1/skus?limit=501"), 422, "invalid-field", "limit");
    assertProblem(planner.get("/v1/skus?cursor=nonsense"), 400, "bad-cursor", "cursor");
    assertProblem(planner.get("/v1/locations?cursor=nonsense"), 400, "bad-cursor", "cursor");
  }

  @Test
  void aSkuIsReplacedByItsAddress() throws Exception {
    planner.post("/v1/skus", TEA);

    Answer replaced =
        planner.put(
            "/v1/skus/TEA",
            """
            {"name": "Black tea", "unit": "kg", "scale": 3, "category": "tea"}\
            """);

    assertThat(replaced.status()).isEqualTo(200);
    assertThat(planner.get("/v1/skus/TEA").json()).isEqualTo(replaced.json());
    assertThat(planner.get("/v1/skus?barcode=96385074").json().at("/items")).isEmpty();
  }

  @Test
  void conflictsSayWhatIsInTheWay() throws Exception {
    planner.post("/v1/skus", TEA);
    planner.post("/v1/locations", SEATTLE);

    assertProblem(planner.post("/v1/skus", TEA), 409, "code-taken", "code");
    assertProblem(planner.post("/v1/locations", SEATTLE), 409, "code-taken", "code");
    Answer barcode = planner.post("/v1/skus", TEA.replace("\"TEA\"", "\"TEA-2\""));
    assertProblem(barcode, 409, "barcode-taken", "barcodes");
    assertThat(barcode.text("/detail")).contains("TEA", "96385074");
    Answer scale = planner.put("/v1/skus/TEA", TEA.replace("\"scale\": 3", "\"scale\": 0"));
    assertProblem(scale, 409, "scale-fixed", "scale");
    assertProblem(planner.put("/v1/skus/TEA", ROPE), 422, "invalid-field", "code");
  }

  @Test
  void whatDoesNotExistIsNotFound() throws Exception {
    assertProblem(planner.get("/v1/skus/TEA"), 404, "not-found", "");
    assertProblem(planner.put("/v1/skus/TEA", TEA), 404, "not-found", "");
    assertProblem(planner.get("/v1/locations/SEA"), 404, "not-found", "");
    assertProblem(planner.put("/v1/locations/SEA", SEATTLE), 404, "not-found", "");
    assertProblem(planner.get("/v1/skus/%00"), 404, "not-found", "");
  }

  @Test
  void everyBrokenFieldIsNamed() throws Exception {
    Answer sku =
        planner.post(
            "/v1/skus",
            """
            {"code": "a b", "name": "", "barcodes": ["96385075"], "unit": "kg", "scale": 7,
             "weightG": -1, "category": "\\u0000"}\
            """);
    assertProblem(sku, 422, "invalid-field", "code");
    assertThat(sku.json().at("/errors").findValuesAsText("field"))
        .containsExactly("code", "name", "barcodes[0]", "scale", "weightG", "category");

    Answer location =
        planner.post(
            "/v1/locations",
            """
            {"code": "SEA", "name": "x", "kind": "shop", "region": "west", "latitude": 91,
             "longitude": 0.0000001, "timeZone": "+02:00"}\
            """);
    assertThat(location.json().at("/errors").findValuesAsText("field"))
        .containsExactly("kind", "latitude", "longitude", "timeZone");
  }

  @Test
  void unknownFieldsAndWrongTypesAreRefused() throws Exception {
    Answer answer =
        planner.post(
            "/v1/skus",
            """
            {"code": "A", "name": 5, "unit": "kg", "category": "x", "scale": 1.5, "colour": "red"}\
            """);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors").findValuesAsText("field"))
        .containsExactly("name", "scale", "colour");
    assertThat(planner.get("/v1/skus").json().at("/items")).isEmpty();
  }

  @Test
  void aLocationIsKeptAsItWasWritten() throws Exception {
    Answer made = planner.post("/v1/locations", SEATTLE);

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.response().body()).contains("\"latitude\":47.6062,\"longitude\":-122,");
    assertThat(planner.get("/v1/locations/SEA").json()).isEqualTo(made.json());
    assertThat(planner.get("/v1/locations?region=west").json().at("/items")).hasSize(1);
    assertThat(planner.get("/v1/locations?region=east").json().at("/items")).isEmpty();
  }

  @Test
  void aLocationIsReplacedByItsAddress() throws Exception {
    planner.post("/v1/locations", SEATTLE);

    Answer replaced =
        planner.put("/v1/locations/SEA", SEATTLE.replace("\"store\"", "\"fulfilment_centre\""));

    assertThat(replaced.text("/kind")).isEqualTo("fulfilment_centre");
    assertThat(planner.get("/v1/locations/SEA").json()).isEqualTo(replaced.json());
  }

  @Test
  void anotherClientSeesNothing() throws Exception {
    planner.post("/v1/skus", TEA);
    planner.post("/v1/locations", SEATTLE);
    Caller stranger = caller(2, Role.ADMIN);

    assertProblem(stranger.get("/v1/skus/TEA"), 404, "not-found", "");
    assertProblem(stranger.put("/v1/locations/SEA", SEATTLE), 404, "not-found", "");
    assertThat(stranger.get("/v1/skus").json().at("/items")).isEmpty();
    assertThat(stranger.post("/v1/skus", TEA).status()).isEqualTo(201);
  }

  @Test
  void onlyWhoPlansMayEdit() throws Exception {
    for (Role role : Role.values()) {
      Caller caller = caller(1, role);
      int expected = role.may(Role.Permission.EDIT_CATALOGUE) ? 404 : 403;

      assertThat(caller.put("/v1/skus/NONE", ROPE.replace("ROPE", "NONE")).status())
          .as(role.label())
          .isEqualTo(expected);
      assertThat(caller.get("/v1/skus").status())
          .isEqualTo(role.may(Role.Permission.READ) ? 200 : 403);
      assertThat(caller.get("/v1/skus/NONE").status()).isEqualTo(404);
    }
  }

  @Test
  void aStoreThatCannotBeReachedIsSaidSo() throws Exception {
    planner.get("/v1/skus");
    store.cutOff(true);

    Answer answer = planner.get("/v1/skus");

    assertProblem(answer, 503, "store-unavailable", "");
    assertThat(answer.header("Retry-After")).isNotEmpty();
  }
}
