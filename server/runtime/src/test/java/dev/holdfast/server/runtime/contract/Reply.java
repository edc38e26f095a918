package dev.holdfast.server.runtime.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An answer of the server.
 *
 * @param headers by their names in small letters
 * @param body decoded from UTF-8
 */
public record Reply(int status, Map<String, List<String>> headers, String body) {
  public Optional<String> header(String name) {
    List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.stream().findFirst();
  }

  /** The body as JSON with exact numbers. */
  public JsonNode json() {
    try {
      return Contract.JSON.readTree(body);
    } catch (JsonProcessingException broken) {
      throw new AssertionError("not JSON: " + this, broken);
    }
  }

  /** The last part of a problem's type; empty when this is no problem. */
  public String problem() {
    if (!header("Content-Type").orElse("").equals("application/problem+json")) {
      return "";
    }
    String type = json().path("type").asText();
    return type.substring(type.lastIndexOf('/') + 1);
  }

  /** What a problem says is wrong; empty when it names nothing. */
  public String field() {
    return json().path("field").asText("");
  }
}
