package dev.holdfast.server.runtime.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Clients: whose stock this installation keeps. */
@Command(
    name = "clients",
    description = "List and add clients. Needs an operator's key.",
    mixinStandardHelpOptions = true)
public final class ClientsCommand {
  @Command(name = "list", description = "List the clients.", mixinStandardHelpOptions = true)
  void list(@Mixin ServerOptions server) throws CommandFailure {
    try (ApiConnection api = new ApiConnection(server)) {
      for (JsonNode client : api.ask("GET", "/v1/clients", null).path("items")) {
        System.out.printf("%-32s %s%n", client.path("code").asText(), client.path("name").asText());
      }
    }
  }

  @Command(name = "add", description = "Add a client.", mixinStandardHelpOptions = true)
  void add(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "CODE", description = "Lower-case letters, digits, hyphens.")
          String code,
      @Parameters(paramLabel = "NAME", description = "What people call it.") String name)
      throws CommandFailure {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("code", code).put("name", name);
    try (ApiConnection api = new ApiConnection(server)) {
      api.ask("POST", "/v1/clients", body);
      System.out.println(
          "Added. Give it an admin: ./holdfast keys add \"first admin\" --role admin --client "
              + code);
    }
  }
}
