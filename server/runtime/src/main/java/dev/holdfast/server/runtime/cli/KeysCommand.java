package dev.holdfast.server.runtime.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** API keys: who may do what. */
@Command(
    name = "keys",
    description = {
      "List, add and revoke API keys.",
      "Lost the last admin key? An operator's key can add one; without any, see"
          + " docs/operating.md."
    },
    mixinStandardHelpOptions = true)
public final class KeysCommand {
  @Command(name = "list", description = "List the client's keys.", mixinStandardHelpOptions = true)
  void list(
      @Mixin ServerOptions server,
      @Option(
              names = "--client",
              paramLabel = "CODE",
              description = "Another client (operator only).")
          @Nullable String client)
      throws CommandFailure {
    try (ApiConnection api = new ApiConnection(server)) {
      JsonNode keys = api.ask("GET", "/v1/keys" + query(client), null);
      System.out.printf("%-6s %-9s %-10s %s%n", "id", "role", "state", "name");
      for (JsonNode key : keys.path("items")) {
        System.out.printf(
            "%-6s %-9s %-10s %s%n",
            key.path("id").asText(),
            key.path("role").asText(),
            key.hasNonNull("revokedAt") ? "revoked" : "active",
            key.path("name").asText());
      }
    }
  }

  @Command(
      name = "add",
      description = "Add a key and print its secret, this once.",
      mixinStandardHelpOptions = true)
  void add(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "NAME", description = "What the key is for.") String name,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE",
              description = "admin, planner, clerk, cashier, partner or reader.")
          String role,
      @Option(
              names = "--client",
              paramLabel = "CODE",
              description = "Another client (operator only).")
          @Nullable String client)
      throws CommandFailure {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("name", name).put("role", role);
    if (client != null) {
      body.put("client", client);
    }
    try (ApiConnection api = new ApiConnection(server)) {
      JsonNode key = api.ask("POST", "/v1/keys", body);
      System.out.println("Key " + key.path("id").asText() + ", shown this once:");
      System.out.println(key.path("secret").asText());
    }
  }

  @Command(
      name = "revoke",
      description = "Revoke a key. Every node refuses it within 5 seconds.",
      mixinStandardHelpOptions = true)
  void revoke(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "ID", description = "The key's number, see list.") int id,
      @Option(
              names = "--client",
              paramLabel = "CODE",
              description = "Another client (operator only).")
          @Nullable String client)
      throws CommandFailure {
    try (ApiConnection api = new ApiConnection(server)) {
      api.ask("DELETE", "/v1/keys/" + id + query(client), null);
      System.out.println("Key " + id + " is revoked.");
    }
  }

  private static String query(@Nullable String client) {
    return client == null ? "" : "?client=" + URLEncoder.encode(client, StandardCharsets.UTF_8);
  }
}
