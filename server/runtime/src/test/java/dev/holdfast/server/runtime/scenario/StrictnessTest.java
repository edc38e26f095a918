package dev.holdfast.server.runtime.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.server.runtime.RunningServer;
import dev.holdfast.server.runtime.contract.Inspection;
import dev.holdfast.server.runtime.contract.Operation;
import dev.holdfast.server.runtime.contract.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The server reads bodies by hand, the contract describes them in a schema: they take and refuse
 * the same. A schema cannot know everything; what only the server can know is listed here.
 */
@ExtendWith(RunningServer.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrictnessTest {
  /** Parts of messages about what no schema says: what exists, and what fits it. */
  private static final Set<String> BEYOND_A_SCHEMA =
      Set.of(
          "there is no SKU",
          "there is no location",
          "is counted in whole units",
          "is counted with at most",
          "must be a name of the IANA time zone database",
          "wrong check digit",
          "codes never change",
          "must be another location",
          "must not be blank",
          "must have at most 6 decimals",
          "must be the code of a client",
          "smallest units in one line",
          "is no location of yours",
          "must be degrees north",
          "needs near, the point to measure from",
          "There is no SKU",
          "There is no location",
          "must begin with https://",
          "a lot has a last day of use",
          "is over already",
          "is not an address; write it like",
          "name both, or neither",
          "send one of them or both",
          "larger than the",
          "that the box weighs empty",
          "write hours such as",
          "must be weekdays with a time",
          "which is no weekday",
          "must be a time of handling such as",
          "must be an ISO 3166-1 code such as US",
          "lies outside: ",
          "Field walls[0]",
          "Field depot.aisle",
          "keep one slot per SKU",
          "names the two classes of",
          "has no SKU ",
          "is no facility: ",
          "decimals, and not too large",
          "must not be one that everybody uses",
          "must not be the e-mail address");

  /** What somebody is told whose request was understood, and answered from what is in the store. */
  private static final Set<String> UNDERSTOOD =
      Set.of(
          "is not parked",
          "problems/bad-rows",
          "problems/sign-in-failed",
          "problems/sign-in-throttled");

  /** An address that webhooks may lead to here, for the one of the examples. */
  private static final String ADDRESS = "127.0.0.2:1";

  private Api api;
  private String webhook;
  private String account;

  @BeforeAll
  void stock(RunningServer server) {
    api = Company.operator(server);
    for (String id : List.of("createSku", "createLocation")) {
      Operation operation = Api.CONTRACT.operation(id);
      for (JsonNode example : operation.exampleBodies()) {
        assertThat(api.post(operation.path(), example.toString()).status()).isEqualTo(201);
      }
    }
    String lot = "1000000000";
    assertThat(api.post("/v1/receipts", Bodies.lines("HB-00001", "SEA", lot)).status())
        .isEqualTo(200);
    Reply made = api.post("/v1/webhooks", "{\"url\":\"https://" + ADDRESS + "\"}");
    assertThat(made.status()).as("%s", made).isEqualTo(201);
    webhook = made.json().get("id").asText();
    for (String id : List.of("setTariffs", "setFacility")) {
      Operation operation = Api.CONTRACT.operation(id);
      String target = operation.path().replace("{location}", "SEA");
      String body = operation.exampleBodies().getFirst().toString();
      assertThat(api.put(target, body).status()).isEqualTo(200);
    }
    Reply person =
        api.post("/v1/accounts", Bodies.account("strict@example.com", "reader", "a long password"));
    assertThat(person.status()).as("%s", person).isEqualTo(201);
    account = person.json().get("id").asText();
  }

  @AfterAll
  void tellNobody() {
    for (JsonNode one : api.get("/v1/webhooks").json().get("items")) {
      api.delete("/v1/webhooks/" + one.get("id").asText());
    }
  }

  static Stream<Operation> operationsWithABody() {
    return Api.CONTRACT.operations().stream().filter(Operation::hasJsonBody);
  }

  @ParameterizedTest
  @MethodSource("operationsWithABody")
  void theServerTakesWhatTheContractTakes(Operation operation) {
    List<String> differences = new ArrayList<>();
    int taken = 0;
    int refused = 0;
    for (JsonNode example : operation.exampleBodies()) {
      List<JsonNode> bodies = new ArrayList<>(BodyMutations.of(example));
      bodies.add(example);
      for (JsonNode one : bodies) {
        String body = one.toString().replace("example.com", ADDRESS);
        boolean valid = Api.CONTRACT.bodyFaults(operation, body).isEmpty();
        Reply reply = send(operation, body);
        boolean accepted = wasUnderstood(operation, reply);
        taken += accepted ? 1 : 0;
        refused += valid ? 0 : 1;
        if (valid != accepted && !(valid && isBeyondASchema(reply))) {
          String shown = body.length() > 300 ? body.substring(0, 300) + "…" : body;
          differences.add((valid ? "refused: " : "taken: ") + shown + " " + reply.body());
        }
      }
    }

    assertThat(differences).isEmpty();
    assertThat(taken).as("bodies that were taken").isPositive();
    boolean takesNothing = operation.exampleBodies().getFirst().isEmpty();
    assertThat(refused).as("bodies that the contract refuses").isGreaterThan(takesNothing ? 0 : 20);
  }

  private static boolean wasUnderstood(Operation operation, Reply reply) {
    return Inspection.wasAccepted(operation, reply)
        || UNDERSTOOD.stream().anyMatch(reply.body()::contains);
  }

  private static boolean isBeyondASchema(Reply reply) {
    String answer = reply.body();
    return BEYOND_A_SCHEMA.stream().anyMatch(answer::contains);
  }

  private Reply send(Operation operation, String body) {
    String target =
        operation
            .path()
            .replace("/webhooks/{id}", "/webhooks/" + webhook)
            .replace("/accounts/{id}", "/accounts/" + account)
            .replace("{id}", UUID.randomUUID().toString())
            .replace("{sku}", "HB-00001")
            .replace("{location}", "SEA")
            .replace("{stop}", "0")
            .replace("{code}", operation.id().contains("Sku") ? "HB-00001" : "SEA");
    return switch (operation.method()) {
      case "PUT" -> api.put(target, body);
      case "PATCH" -> api.patch(target, body);
      default -> api.post(target, body);
    };
  }
}
