package dev.holdfast.server.http.webhook;

import dev.holdfast.application.webhook.AddressGuard;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.event.EventType;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.JsonFields;
import dev.holdfast.storage.api.WebhookStore.WebhookTerms;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The body that makes or replaces a webhook. Looks its address up, so it blocks. */
record WebhookBody(AddressGuard guard) {
  /** What is wanted of a webhook. */
  record Wanted(WebhookTerms terms, boolean active) {}

  Wanted read(Exchange exchange, boolean withState) {
    JsonFields fields = exchange.fields();
    String url = url(fields);
    Set<EventType> types = types(fields);
    boolean active = !withState || isActive(fields);
    fields.finish();
    boolean sees = exchange.principal().role().may(Permission.SEE_BALANCES);
    return new Wanted(new WebhookTerms(url, types, sees), active);
  }

  private String url(JsonFields fields) {
    String url = fields.text("url", null);
    if (url == null) {
      fields.violate("url", "is missing");
      return "";
    }
    if (guard.judge(url) instanceof AddressGuard.Verdict.Refused refused) {
      fields.violate("url", refused.why());
    }
    return url;
  }

  private static Set<EventType> types(JsonFields fields) {
    Set<EventType> types = EnumSet.noneOf(EventType.class);
    List<String> labels = fields.texts("eventTypes", EventType.values().length);
    for (int i = 0; i < labels.size(); i++) {
      Optional<EventType> type = EventType.ofLabel(labels.get(i));
      if (type.isPresent()) {
        types.add(type.get());
      } else {
        fields.violate(
            "eventTypes[" + i + "]", "must be one of " + String.join(", ", EventType.labels()));
      }
    }
    return types;
  }

  private static boolean isActive(JsonFields fields) {
    String state = fields.text("state", WebhookJson.ACTIVE);
    if (!WebhookJson.ACTIVE.equals(state) && !WebhookJson.PAUSED.equals(state)) {
      fields.violate("state", "must be active or paused");
    }
    return WebhookJson.ACTIVE.equals(state);
  }
}
