package dev.holdfast.bench.speed;

import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.load.RequestTemplate;
import java.util.UUID;

/** Writes the reservation requests of the benchmarks. */
final class Reservations {
  static final String PATH = "/v1/reservations";

  private Reservations() {}

  /** A template that reserves one unit, with idempotency keys that start with the prefix. */
  static RequestTemplate one(Api api, Burst.Position position, String keyPrefix) {
    String json =
        String.format(
            "{\"lines\":[{\"sku\":\"%s\",\"location\":\"%s\",\"quantity\":1}],\"ttlSeconds\":3600}",
            position.sku(), position.location());
    return RequestTemplate.post(api.base(), PATH, api.key(), keyPrefix, json);
  }

  /** A prefix that no other run uses. */
  static String freshPrefix() {
    return UUID.randomUUID().toString().substring(0, 13) + "-";
  }
}
