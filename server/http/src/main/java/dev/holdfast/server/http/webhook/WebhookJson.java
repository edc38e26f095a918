package dev.holdfast.server.http.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.event.EventType;
import dev.holdfast.storage.api.WebhookStore.ParkedRow;
import dev.holdfast.storage.api.WebhookStore.WebhookRow;

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
