package dev.holdfast.server.runtime.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One operation of the contract.
 *
 * @param path with its variable parts in braces
 * @param permission the permission that a key's role must include; empty when no key is needed
 * @param node the operation as the contract has it, with references to components resolved one
 *     level deep
 */
public record Operation(
    String id, String method, String path, Optional<String> permission, JsonNode node) {
  boolean matches(String askedMethod, String askedPath) {
    return method.equals(askedMethod) && matchesPath(askedPath);
  }

  boolean matchesPath(String askedPath) {
    List<String> mine = List.of(path.split("/"));
    List<String> theirs = List.of(askedPath.split("/"));
    if (mine.size() != theirs.size()) {
      return false;
    }
    for (int i = 0; i < mine.size(); i++) {
      if (!mine.get(i).startsWith("{") && !mine.get(i).equals(theirs.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether it is a command on stock, with an outcome that its key is answered with again. */
  public boolean isCommand() {
    for (JsonNode parameter : node.path("parameters")) {
      if (parameter.path("$ref").asText().endsWith("/IdempotencyKey")) {
        return true;
      }
    }
    return false;
  }

  /** The schema of JSON bodies, by its place in the contract; empty when there is no such body. */
  Optional<String> bodySchema() {
    JsonNode schema = node.at("/requestBody/content/application~1json/schema/$ref");
    return schema.isMissingNode() ? Optional.empty() : Optional.of(schema.asText());
  }

  public boolean hasJsonBody() {
    return bodySchema().isPresent();
  }

  /** The bodies that the contract gives as examples. */
  public List<JsonNode> exampleBodies() {
    JsonNode examples = node.at("/requestBody/content/application~1json/examples");
    return examples.valueStream().map(example -> example.get("value")).toList();
  }

  @Override
  public String toString() {
    return id;
  }
}
