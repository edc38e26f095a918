package dev.holdfast.bench.drill;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.holdfast.bench.instance.Reply;

/** Answers as the API gives them. */
final class Answers {
  private Answers() {}

  static Reply made(String id) {
    return new Reply(201, JsonNodeFactory.instance.objectNode().put("id", id), false);
  }

  static Reply done() {
    return new Reply(200, JsonNodeFactory.instance.objectNode(), false);
  }

  static Reply again(Reply first) {
    return new Reply(first.status(), first.body(), true);
  }

  static Reply problem(int status, String slug) {
    String type = "https://holdfast.dev/problems/" + slug;
    return new Reply(status, JsonNodeFactory.instance.objectNode().put("type", type), false);
  }
}
