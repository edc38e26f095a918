package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Operation;
import dev.holdfast.server.runtime.contract.Reply;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A walk through every operation of the contract, with the contract's own examples. */
@ExtendWith(RunningServer.Shared.class)
class TourTest {
  private final Set<String> visited = new TreeSet<>();

  /** They need goods, settings and orders of their own: FloorTest. */
  private static final List<String> FLOOR =
      List.of(
          "proposeWaves",
          "listWaves",
          "startWave",
          "getWave",
          "cancelWave",
          "listPickLists",
          "getPickList",
          "startPickList",
          "confirmStop",
          "undoStop",
          "listShipments",
          "getShipment",
          "packShipment",
          "getLabel",
          "handOverShipment",
          "deliverShipment",
          "handOver",
          "track");

  /** They need settings of their own: OrderTest and FloorTest. */
  private static final List<String> ORDERS =
      List.of(
          "placeOrder",
          "promise",
          "listOrders",
          "getOrder",
          "changeOrder",
          "replanOrder",
          "releaseOrder",
          "cancelOrder",
          "returnOrder");

  /** Sends each example of an operation, or nothing where it takes no body; all must be done. */
  private Reply visit(Api api, String id, String... pathValues) {
    Operation operation = Api.CONTRACT.operation(id);
    visited.add(id);
    String target = operation.path();
    for (String value : pathValues) {
      target = target.replaceFirst("\\{[a-z]+}", value);
    }
    List<JsonNode> examples = operation.exampleBodies();
    Reply last = null;
    for (JsonNode example : examples) {
      last = send(api, operation, target, example.toString());
    }
    return last == null ? send(api, operation, target, "") : last;
  }

  private static Reply send(Api api, Operation operation, String target, String body) {
    Reply reply =
        switch (operation.method()) {
          case "GET" -> api.get(target);
          case "DELETE" -> api.delete(target);
          case "PUT" -> api.put(target, body);
          default -> api.post(target, body);
        };
    assertThat(reply.status()).as("%s %s: %s", operation, body, reply).isBetween(200, 204);
    return reply;
  }

  @Test
  void everyOperationAnswersAsTheContractSays(RunningServer server) {
    Company company = Company.in(server);
    Api api = company.admin();
    catalogue(api);
    stock(api);
    reservations(api);
    transfers(api);
    files(api);
    lookups(company);
    fulfilment(api);
    thresholds(api);
    webhooks(api);
    operations(server, api);
    access(server, api);
    people(server, api);
    visited.addAll(ORDERS);
    visited.addAll(FLOOR);
    for (String open : List.of("welcome", "contract", "health")) {
      visit(api, open);
    }

    assertThat(visited)
        .isEqualTo(
            Api.CONTRACT.operations().stream()
                .map(Operation::id)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  private void catalogue(Api api) {
    visit(api, "createSku");
    visit(api, "listSkus");
    visit(api, "getSku", "HB-00001");
    visit(api, "replaceSku", "HB-00001");
    visit(api, "createLocation");
    visit(api, "listLocations");
    visit(api, "getLocation", "SEA");
    visit(api, "replaceLocation", "SEA");
  }

  private void stock(Api api) {
    visit(api, "receive");
    api.post("/v1/receipts", Bodies.lines("HB-00001", "PDX", "5"));
    for (String movement :
        List.of("count", "adjust", "writeOff", "sell", "takeBack", "setSafetyStock")) {
      visit(api, movement);
    }
    visit(api, "listLots");
    assertThat(api.get("/v1/lots").json().get("items")).hasSize(1);
    visit(api, "writeOffLot");
    visit(api, "listPositions");
    visit(api, "getPosition", "HB-00001", "SEA");
    visit(api, "getHistory", "HB-00001", "SEA");
  }

  private void reservations(Api api) {
    String first = visit(api, "reserve").json().get("id").asText();
    String second = visit(api, "reserve").json().get("id").asText();
    visit(api, "extendReservation", first);
    visit(api, "confirmReservation", first);
    visit(api, "releaseReservation", second);
    visit(api, "getReservation", first);
    visit(api, "listReservations");
  }

  private void transfers(Api api) {
    String first = visit(api, "sendTransfer").json().get("id").asText();
    String second = visit(api, "sendTransfer").json().get("id").asText();
    visit(api, "receiveTransfer", first);
    visit(api, "cancelTransfer", second);
    visit(api, "getTransfer", first);
    visit(api, "listTransfers");
  }

  private void files(Api api) {
    for (String kind : List.of("skus", "locations", "stock", "ledger", "reservations")) {
      Reply exported = visit(api, "exportFile", kind);
      assertThat(exported.header("Content-Type")).contains("text/csv; charset=utf-8");
      if (kind.equals("ledger") || kind.equals("reservations")) {
        continue;
      }
      Map<String, String> headers =
          Map.of("Content-Type", "text/csv", "Idempotency-Key", "import-" + kind);
      Reply imported = api.send("POST", "/v1/imports/" + kind, exported.body(), headers);
      assertThat(imported.status()).as("%s", imported).isEqualTo(200);
      assertThat(imported.json().get("applied").asInt()).isPositive();
    }
    visited.add("importFile");
  }

  private void lookups(Company company) {
    Api api = company.admin();
    Poll.until(
        "lookups know the SKU",
        Duration.ofSeconds(20),
        () -> api.get("/v1/availability/HB-00001").status() == 200);
    visit(api, "getAvailability", "HB-00001");
    visit(api, "queryAvailability");
    assertThat(api.get("/v1/search?q=HB-00001").status()).isEqualTo(200);
    assertThat(api.get("/v1/categories").status()).isEqualTo(200);
    // A stream never ends: AvailabilityTest follows one.
    visited.addAll(List.of("search", "listCategories", "streamAvailability"));
  }

  private void fulfilment(Api api) {
    for (String once : List.of("ClassRules", "PlanTerms", "Tariffs")) {
      visit(api, "set" + once);
      visit(api, "get" + once);
    }
    visit(api, "getSheet", "bands");
    for (String one : List.of("Carton", "Wishes", "Facility", "Layout")) {
      String code = Map.of("Carton", "M1", "Wishes", "HB-00001").getOrDefault(one, "SEA");
      visit(api, "set" + one, code);
      visit(api, "get" + one, code);
    }
    for (String many : List.of("listCartons", "listWishes", "listFacilities", "quoteParcels")) {
      visit(api, many);
    }
    for (String one : List.of("Layout", "Facility", "Wishes", "Carton")) {
      String code = Map.of("Carton", "M1", "Wishes", "HB-00001").getOrDefault(one, "SEA");
      visit(api, "remove" + one, code);
    }
  }

  private void thresholds(Api api) {
    visit(api, "setThresholds", "HB-00001", "SEA");
    visit(api, "getThresholds", "HB-00001", "SEA");
    visit(api, "listThresholds");
    visit(api, "removeThresholds", "HB-00001", "SEA");
  }

  /** Under an address that needs no name server. It is paused before anything happens. */
  private void webhooks(Api api) {
    String url = "\"url\":\"https://93.184.216.34/holdfast\"";
    Reply made = api.post("/v1/webhooks", "{" + url + "}");
    assertThat(made.status()).as("%s", made).isEqualTo(201);
    String id = made.json().get("id").asText();
    String paused = "{" + url + ",\"eventTypes\":[],\"state\":\"paused\"}";
    visit(api, "listWebhooks");
    visit(api, "getWebhook", id);
    assertThat(api.put("/v1/webhooks/" + id, paused).status()).isEqualTo(200);
    visit(api, "rotateWebhookSecret", id);
    visit(api, "listParked", id);
    visit(api, "listAllParked");
    visit(api, "replayParked", id);
    visit(api, "deleteWebhook", id);
    // WebhookTest sends something and skips what was parked.
    visited.addAll(List.of("createWebhook", "replaceWebhook", "testWebhook", "skipParked"));
  }

  private void operations(RunningServer server, Api api) {
    visit(api, "listShortfalls");
    visit(api, "listReports");
    visit(api, "getReport", "overview");
    visit(Company.operator(server), "getOperations");
    visit(Company.operator(server), "listLabRuns");
    // LabRunsTest reads one.
    visited.add("getLabRun");
    visit(Company.operator(server), "rebuildReports");
    // OperationsTest follows one.
    visited.add("streamOperations");
  }

  private void access(RunningServer server, Api api) {
    String key = visit(api, "issueKey").json().get("id").asText();
    visit(api, "listKeys");
    visit(api, "revokeKey", key);
    visit(Company.operator(server), "createClient");
    visit(Company.operator(server), "listClients");
  }

  /** With people of its own: examples name the same ones everywhere. */
  private void people(RunningServer server, Api api) {
    String email = UUID.randomUUID() + "@example.com";
    String password = "correct horse battery";
    Reply made = api.post("/v1/accounts", Bodies.account(email, "clerk", password));
    assertThat(made.status()).isEqualTo(201);
    String account = "/v1/accounts/" + made.json().get("id").asText();
    visit(api, "listAccounts");
    Browser browser = new Browser(server.url());
    assertThat(browser.signIn(email, password).status()).isEqualTo(200);
    assertThat(browser.get("/v1/session").json().get("signedIn").asBoolean()).isTrue();
    for (JsonNode change : Api.CONTRACT.operation("changePassword").exampleBodies()) {
      assertThat(browser.post("/v1/session/password", change.toString()).status()).isEqualTo(204);
    }
    assertThat(browser.delete("/v1/session").status()).isEqualTo(204);
    for (JsonNode change : Api.CONTRACT.operation("changeAccount").exampleBodies()) {
      assertThat(api.patch(account, change.toString()).status()).isEqualTo(200);
    }
    visited.addAll(
        List.of(
            "createAccount", "changeAccount", "signIn", "session", "changePassword", "signOut"));
    // They need a provider: CompanyLoginTest.
    visited.addAll(List.of("leaveForCompanyLogin", "returnFromCompanyLogin"));
  }

  static Stream<String> paths() {
    return Api.CONTRACT.operations().stream().map(Operation::path).distinct();
  }

  @ParameterizedTest
  @MethodSource("paths")
  void everyPathOffersTheMethodsOfTheContract(String path, RunningServer server) {
    String target = path.replaceAll("\\{[a-z]+}", "X");
    boolean hasPatch = Api.CONTRACT.methods(target).anyMatch("PATCH"::equals);
    String other = hasPatch ? "PUT" : "PATCH";
    Reply reply = Company.operator(server).send(other, target, "", Map.of());

    assertThat(reply.status()).isEqualTo(405);
    assertThat(Arrays.asList(reply.header("Allow").orElse("").split(", ")))
        .containsExactlyInAnyOrderElementsOf(Api.CONTRACT.methods(target).distinct().toList());
  }
}
