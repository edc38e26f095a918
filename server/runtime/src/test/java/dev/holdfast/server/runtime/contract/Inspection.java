package dev.holdfast.server.runtime.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares one request and its answer with the contract. */
public final class Inspection {
  /** What any path may answer, and so is not listed with each operation. */
  private static final Set<String> ANYWHERE =
      Set.of(
          "method-not-allowed",
          "no-such-route",
          "target-too-long",
          "headers-too-large",
          "malformed-request",
          "bad-target");

  private static final String PROBLEM = "#/components/schemas/Problem";

  private final Contract contract;

  public Inspection(Contract contract) {
    this.contract = contract;
  }

  /**
   * What is wrong with an exchange; empty when it is as the contract says.
   *
   * @param target the path and query as they were sent
   * @param body of the request as text; "" for none
   */
  public List<String> faults(String method, String target, String body, Reply reply) {
    List<String> faults = new ArrayList<>();
    if (reply.status() >= 500 && reply.status() != 503) {
      faults.add("no input may end in " + reply.status());
    }
    if (ANYWHERE.contains(reply.problem())) {
      checkGeneral(reply, faults);
      return faults;
    }
    Optional<Operation> found = contract.find(method, target);
    if (found.isEmpty()) {
      faults.add("the contract has no " + method + " " + target);
      return faults;
    }
    Operation operation = found.get();
    JsonNode described =
        contract.resolve(operation.node().path("responses").path(reply.status() + ""));
    if (described.isMissingNode()) {
      faults.add(operation + " may not answer " + reply.status());
      return faults;
    }
    checkHeaders(described, reply, faults);
    checkBody(described, reply, faults);
    if (wasAccepted(operation, reply)) {
      for (String fault : contract.bodyFaults(operation, body)) {
        faults.add("the server took a body that the contract refuses: " + fault);
      }
    }
    return faults;
  }

  /** Whether the body was understood: done, or refused by what is in the store. */
  public static boolean wasAccepted(Operation operation, Reply reply) {
    boolean decided = reply.status() == 404 && operation.isCommand();
    return reply.status() < 300 || reply.status() == 409 || decided;
  }

  private void checkGeneral(Reply reply, List<String> faults) {
    faults.addAll(contract.faults(PROBLEM, reply.json()));
    checkStatus(reply, faults);
    JsonNode timing = contract.document().at("/components/headers/Server-Timing");
    checkHeader("Server-Timing", timing, reply, faults);
    if (reply.status() == 405 && reply.header("Allow").isEmpty()) {
      faults.add("405 without Allow");
    }
  }

  private void checkHeaders(JsonNode described, Reply reply, List<String> faults) {
    for (var header : described.path("headers").properties()) {
      checkHeader(header.getKey(), contract.resolve(header.getValue()), reply, faults);
    }
  }

  private void checkHeader(String name, JsonNode header, Reply reply, List<String> faults) {
    Optional<String> value = reply.header(name);
    if (value.isEmpty()) {
      if (header.path("required").asBoolean()) {
        faults.add("the header " + name + " is missing");
      }
      return;
    }
    JsonNode schema = header.get("schema");
    boolean fits =
        schema.path("type").asText().equals("integer")
            ? value.get().matches("[1-9][0-9]*")
            : value.get().matches(schema.path("pattern").asText(".*"))
                && value.get().equals(schema.path("const").asText(value.get()));
    if (!fits) {
      faults.add("the header " + name + " is " + value.get());
    }
  }

  private void checkBody(JsonNode described, Reply reply, List<String> faults) {
    JsonNode content = described.path("content");
    String type = reply.header("Content-Type").orElse("").split(";", 2)[0];
    if (content.isMissingNode()) {
      if (!reply.body().isEmpty()) {
        faults.add("a body where the contract has none");
      }
      return;
    }
    JsonNode schema = content.path(type).path("schema");
    if (schema.isMissingNode()) {
      faults.add("the contract does not say " + type + " here");
    } else if (schema.has("$ref")) {
      faults.addAll(contract.faults(schema.get("$ref").asText(), reply.json()));
    }
    if (type.endsWith("problem+json")) {
      checkStatus(reply, faults);
    }
  }

  private static void checkStatus(Reply reply, List<String> faults) {
    if (reply.json().path("status").asInt() != reply.status()) {
      faults.add("the problem says another status than the answer");
    }
  }
}
