package dev.holdfast.server.runtime.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Every body that differs from an example in one place: a field gone, unknown, null, of another
 * type, or with a value at and beyond the edge of what could be meant.
 */
final class BodyMutations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<JsonNode> VALUES =
      List.of(
          JSON.nullNode(),
          JSON.booleanNode(true),
          JSON.objectNode(),
          JSON.arrayNode(),
          JSON.arrayNode().add(1),
          JSON.textNode(""),
          JSON.textNode("  "),
          JSON.textNode("text"),
          JSON.textNode("1"),
          JSON.textNode("a".repeat(65)),
          JSON.textNode("a".repeat(201)),
          JSON.textNode("a".repeat(301)),
          JSON.textNode("\ud83d\ude9a".repeat(200)),
          JSON.textNode("a\u0000b"),
          JSON.textNode("a\u2028b"),
          JSON.textNode("a/b"),
          number("0"),
          number("1"),
          number("-1"),
          number("0.5"),
          number("7"),
          number("90.000001"),
          number("-180.000001"),
          number("100001"),
          number("604800"),
          number("604801"),
          number("10000001"),
          number("1000000000000"),
          number("1000000000001"),
          number("-1000000000001"),
          number("9223372036854775808"),
          number("1e30"));

  private BodyMutations() {}

  private static JsonNode number(String decimal) {
    return JSON.numberNode(new BigDecimal(decimal));
  }

  static List<JsonNode> of(JsonNode example) {
    List<JsonNode> mutants = new ArrayList<>();
    everywhere(example, "", (place, node) -> mutate(example, place, node, mutants));
    return mutants;
  }

  /** Visits every value but the root, by its JSON pointer. */
  private static void everywhere(JsonNode node, String place, BiConsumer<String, JsonNode> visit) {
    visit.accept(place, node);
    for (var field : node.properties()) {
      everywhere(field.getValue(), place + "/" + field.getKey(), visit);
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      everywhere(node.get(i), place + "/" + i, visit);
    }
  }

  private static void mutate(
      JsonNode example, String place, JsonNode node, List<JsonNode> mutants) {
    if (node.isObject()) {
      JsonNode extended = example.deepCopy();
      ((ObjectNode) extended.at(place)).put("unheardOf", 1);
      mutants.add(extended);
    }
    if (node.isArray() && !node.isEmpty()) {
      JsonNode longer = example.deepCopy();
      ArrayNode list = (ArrayNode) longer.at(place);
      while (list.size() <= 500) {
        list.add(list.get(0).deepCopy());
      }
      mutants.add(longer);
    }
    if (place.isEmpty()) {
      return;
    }
    for (JsonNode value : VALUES) {
      mutants.add(changed(example, place, value));
    }
    mutants.add(changed(example, place, null));
  }

  /** The example with another value at a place, or with none for null. */
  private static JsonNode changed(JsonNode example, String place, JsonNode value) {
    JsonNode copy = example.deepCopy();
    int cut = place.lastIndexOf('/');
    String name = place.substring(cut + 1);
    switch (copy.at(place.substring(0, cut))) {
      case ObjectNode object when value == null -> object.remove(name);
      case ObjectNode object -> object.set(name, value);
      case ArrayNode array when value == null -> array.remove(Integer.parseInt(name));
      case ArrayNode array -> array.set(Integer.parseInt(name), value);
      default -> throw new IllegalStateException(place);
    }
    return copy;
  }
}
