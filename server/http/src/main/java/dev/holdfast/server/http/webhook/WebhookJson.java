package dev.holdfast.server.http.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.event.EventType;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.WebhookStore.ParkedAt;
import dev.holdfast.storage.api.WebhookStore.ParkedRow;
import dev.holdfast.storage.api.WebhookStore.WebhookRow;
import java.util.function.Function;

/** Webhooks on the wire. */
final class WebhookJson {
  static final String ACTIVE = "active";
  static final String PAUSED = "paused";

  private WebhookJson() {}

  static ObjectNode webhook(WebhookRow row) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", row.id()).put("url", row.terms().url());
    ArrayNode types = json.putArray("eventTypes");
    row.terms().types().stream().map(EventType::label).forEach(types::add);
    json.put("state", row.active() ? ACTIVE : PAUSED)
        .put("seesBalances", row.terms().seesBalances())
        .put("createdAt", row.createdAt().toString())
        .put("pending", row.pending())
        .put("parked", row.parked());
    if (row.lastSuccessAt() != null) {
      json.put("lastSuccessAt", row.lastSuccessAt().toString());
    }
    if (row.lastFailureAt() != null) {
      json.put("lastFailureAt", row.lastFailureAt().toString());
      json.put("lastFailure", row.lastFailure());
    }
    return json;
  }

  static <T> ObjectNode page(Page<T> page, Function<T, ObjectNode> write) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    page.items().forEach(row -> items.add(write.apply(row)));
    if (page.next() != null) {
      json.put("next", page.next());
    }
    return json;
  }

  static ObjectNode parkedAt(ParkedAt row) {
    ObjectNode json = parked(row.parked());
    json.putObject("webhook").put("id", row.webhook()).put("url", row.url());
    return json;
  }

  static ObjectNode parked(ParkedRow row) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("sku", row.sku())
        .put("location", row.location())
        .put("waiting", row.waiting())
        .put("tries", row.tries())
        .put("reason", row.reason())
        .put("parkedAt", row.parkedAt().toString());
  }
}
