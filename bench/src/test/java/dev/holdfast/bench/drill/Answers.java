package dev.holdfast.bench.drill;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

  /** An order of one shipment. */
  static Reply placed(String shipment, String sku, String location, long quantity) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("id", "o-" + shipment);
    ObjectNode sent = body.putArray("shipments").addObject();
    sent.put("id", shipment).put("location", location);
    sent.putArray("lines").addObject().put("sku", sku).put("quantity", quantity);
    return new Reply(201, body, false);
  }
}
