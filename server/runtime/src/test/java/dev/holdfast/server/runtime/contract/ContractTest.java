package dev.holdfast.server.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract agrees with itself. */
class ContractTest {
  private static final Contract CONTRACT = Contract.read();

  @Test
  void everyOperationHasANameOfItsOwn() {
    List<String> ids = CONTRACT.operations().stream().map(Operation::id).toList();
    assertThat(ids).hasSizeGreaterThan(30).doesNotHaveDuplicates();
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    List<String> lost = new ArrayList<>();
    for (String reference : references(CONTRACT.document())) {
      if (CONTRACT.document().at(reference.substring(1)).isMissingNode()) {
        lost.add(reference);
      }
    }
    assertThat(lost).isEmpty();
  }

  @Test
  void everyComponentIsUsed() {
    Set<String> unused = new TreeSet<>();
    for (String kind : List.of("parameters", "headers", "responses", "schemas")) {
      CONTRACT
          .document()
          .at("/components/" + kind)
          .fieldNames()
          .forEachRemaining(name -> unused.add("#/components/" + kind + "/" + name));
    }
    unused.removeAll(references(CONTRACT.document()));
    assertThat(unused).isEmpty();
  }

  private static Set<String> references(JsonNode node) {
    Set<String> references = new TreeSet<>();
    for (JsonNode reference : node.findValues("$ref")) {
      references.add(reference.asText());
    }
    return references;
  }

  static Stream<Operation> operationsWithABody() {
    return CONTRACT.operations().stream().filter(Operation::hasJsonBody);
  }

  @ParameterizedTest
  @MethodSource("operationsWithABody")
  void examplesOfBodiesAreValid(Operation operation) {
    assertThat(operation.exampleBodies()).isNotEmpty();
    for (JsonNode example : operation.exampleBodies()) {
      assertThat(CONTRACT.bodyFaults(operation, example.toString())).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("operationsWithABody")
  void bodiesAreClosedToUnknownFields(Operation operation) {
    JsonNode schema = CONTRACT.document().at(operation.bodySchema().orElseThrow().substring(1));
    assertThat(schema.path("additionalProperties").asBoolean(true)).isFalse();
  }

  @Test
  void examplesOfAnswersAreValid() {
    int examples = 0;
    for (JsonNode response : CONTRACT.document().at("/components/responses")) {
      for (JsonNode content : response.path("content")) {
        if (content.has("example")) {
          examples++;
          String schema = content.at("/schema/$ref").asText();
          assertThat(CONTRACT.faults(schema, content.get("example"))).as("%s", content).isEmpty();
        }
      }
    }
    assertThat(examples).isGreaterThan(20);
  }

  @Test
  void everyStockCommandMayBeRepeatedAndMayNotBeKnown() {
    for (Operation operation : CONTRACT.operations()) {
      JsonNode unavailable = operation.node().at("/responses/503/$ref");
      assertThat(unavailable.asText().endsWith("/CommandUnavailable"))
          .as(operation.id())
          .isEqualTo(operation.isCommand());
    }
  }
}
