package dev.holdfast.bench.instance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An answer of the API.
 *
 * @param status HTTP status
 * @param body JSON body; an empty object if there was none
 * @param replayed whether the server says that it only repeats the outcome of an earlier command
 *     with the same idempotency key
 */
public record Reply(int status, JsonNode body, boolean replayed) {
  /** Whether the command was done. */
  public boolean isDone() {
    return status >= 200 && status < 300;
  }

  /** The last part of the problem's type, such as {@code insufficient-stock}; empty if none. */
  public String problem() {
    String type = body.path("type").asText("");
    return type.substring(type.lastIndexOf('/') + 1);
  }
}
