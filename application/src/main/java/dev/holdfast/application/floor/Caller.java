package dev.holdfast.application.floor;

import dev.holdfast.application.order.ChangeOrders;
import dev.holdfast.domain.catalogue.ClientId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for something on the floor, and how it is found again.
 *
 * @param actor the number of the API key
 * @param name of the API key: people have one each
 * @param key the idempotency key
 * @param fingerprint of the request
 */
public record Caller(ClientId client, int actor, String name, String key, UUID fingerprint) {
  /** The same caller's wish for one of several orders. */
  ChangeOrders.Request request(String suffix, @Nullable String note) {
    return new ChangeOrders.Request(client, key + suffix, fingerprint, actor, note);
  }
}
