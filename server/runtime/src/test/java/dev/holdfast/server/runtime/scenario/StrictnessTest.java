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
          "smallest units in one line");

  private Api api;

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
      for (JsonNode mutant : BodyMutations.of(example)) {
        String body = mutant.toString();
        boolean valid = Api.CONTRACT.bodyFaults(operation, body).isEmpty();
        Reply reply = send(operation, body);
        boolean accepted = Inspection.wasAccepted(operation, reply);
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
    assertThat(refused).as("bodies that the contract refuses").isGreaterThan(20);
  }

  private static boolean isBeyondASchema(Reply reply) {
    String answer = reply.body();
    return BEYOND_A_SCHEMA.stream().anyMatch(answer::contains);
  }

  private Reply send(Operation operation, String body) {
    String target =
        operation
            .path()
            .replace("{id}", UUID.randomUUID().toString())
            .replace("{code}", operation.id().contains("Sku") ? "HB-00001" : "SEA");
    return operation.method().equals("PUT") ? api.put(target, body) : api.post(target, body);
  }
}
