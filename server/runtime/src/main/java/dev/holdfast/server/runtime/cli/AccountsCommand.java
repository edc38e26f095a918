package dev.holdfast.server.runtime.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.access.PasswordRules;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Accounts of people: who signs in with an e-mail address, and as what. */
@Command(
    name = "accounts",
    description = {
      "List, add and change the accounts of people, and reset their passwords.",
      "Needs an admin's key. People are named by e-mail address or by number, see list."
    },
    mixinStandardHelpOptions = true)
public final class AccountsCommand {
  private static final String PATH = "/v1/accounts";

  /** The whole list in as few questions as the server allows. */
  private static final int PAGE = 500;

  @Command(
      name = "list",
      description = "List the client's accounts.",
      mixinStandardHelpOptions = true)
  void list(@Mixin ServerOptions server, @Mixin OfClient of) throws CommandFailure {
    try (ApiConnection api = new ApiConnection(server)) {
      System.out.printf("%-6s %-9s %-10s %-32s %s%n", "id", "role", "state", "e-mail", "name");
      for (JsonNode account : all(api, of)) {
        System.out.printf(
            "%-6s %-9s %-10s %-32s %s%n",
            account.path("id").asText(),
            account.path("role").asText(),
            account.path("disabled").asBoolean() ? "disabled" : "active",
            account.path("email").asText(),
            account.path("name").asText());
      }
    }
  }

  @Command(
      name = "add",
      description = "Add an account and print its password, this once.",
      mixinStandardHelpOptions = true)
  void add(
      @Mixin ServerOptions server,
      @Mixin OfClient of,
      @Parameters(paramLabel = "EMAIL", description = "What the person signs in by.") String email,
      @Parameters(paramLabel = "NAME", description = "What histories call them.") String name,
      @Option(
              names = "--role",
              required = true,
              paramLabel = "ROLE",
              description = "admin, planner, clerk, cashier or reader.")
          String role)
      throws CommandFailure {
    ObjectNode body =
        JsonNodeFactory.instance
            .objectNode()
            .put("email", email)
            .put("name", name)
            .put("role", role);
    if (of.client != null) {
      body.put("client", of.client);
    }
    try (ApiConnection api = new ApiConnection(server)) {
      JsonNode made = api.ask("POST", PATH, body);
      System.out.println("Account " + made.path("id").asText() + " of " + email + ".");
      if (made.hasNonNull("password")) {
        printPassword(made.path("password").asText());
      } else {
        System.out.println("They sign in with the company login.");
      }
    }
  }

  @Command(
      name = "reset-password",
      description = "Give an account a new password, print it, and end its sessions.",
      mixinStandardHelpOptions = true)
  void resetPassword(@Mixin ServerOptions server, @Mixin OfClient of, @Mixin Person person)
      throws CommandFailure {
    String password = PasswordRules.generate();
    change(server, of, person, JsonNodeFactory.instance.objectNode().put("password", password));
    printPassword(password);
  }

  @Command(
      name = "role",
      description = "Give an account another role. Every node knows within 5 seconds.",
      mixinStandardHelpOptions = true)
  void role(
      @Mixin ServerOptions server,
      @Mixin OfClient of,
      @Mixin Person person,
      @Parameters(
              index = "1",
              paramLabel = "ROLE",
              description = "admin, planner, clerk, cashier or reader.")
          String role)
      throws CommandFailure {
    JsonNode now =
        change(server, of, person, JsonNodeFactory.instance.objectNode().put("role", role));
    System.out.println(now.path("email").asText() + " is " + now.path("role").asText() + " now.");
  }

  @Command(
      name = "disable",
      description = "Lock an account out and end its sessions, within 5 seconds everywhere.",
      mixinStandardHelpOptions = true)
  void disable(@Mixin ServerOptions server, @Mixin OfClient of, @Mixin Person person)
      throws CommandFailure {
    JsonNode now =
        change(server, of, person, JsonNodeFactory.instance.objectNode().put("disabled", true));
    System.out.println(now.path("email").asText() + " is locked out.");
  }

  @Command(
      name = "enable",
      description = "Let an account in again.",
      mixinStandardHelpOptions = true)
  void enable(@Mixin ServerOptions server, @Mixin OfClient of, @Mixin Person person)
      throws CommandFailure {
    JsonNode now =
        change(server, of, person, JsonNodeFactory.instance.objectNode().put("disabled", false));
    System.out.println(now.path("email").asText() + " may sign in again.");
  }

  /** Whose accounts. */
  static final class OfClient {
    @Option(
        names = "--client",
        paramLabel = "CODE",
        description = "Another client (operator only).")
    @Nullable String client;

    /** A path with the client as its first parameter, where one is named. */
    String path(String path) {
      return client == null
          ? path
          : path + "?client=" + URLEncoder.encode(client, StandardCharsets.UTF_8);
    }
  }

  /** Which account. */
  static final class Person {
    @Parameters(
        index = "0",
        paramLabel = "WHO",
        description = "E-mail address or number, see list.")
    String who = "";
  }

  private static JsonNode change(
      ServerOptions server, OfClient of, Person person, ObjectNode change) throws CommandFailure {
    try (ApiConnection api = new ApiConnection(server)) {
      String id = person.who.contains("@") ? numberOf(api, of, person.who) : person.who;
      String one = PATH + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
      return api.ask("PATCH", of.path(one), change);
    }
  }

  private static String numberOf(ApiConnection api, OfClient of, String email)
      throws CommandFailure {
    String wanted = email.strip().toLowerCase(Locale.ROOT);
    for (JsonNode account : all(api, of)) {
      if (account.path("email").asText().equals(wanted)) {
        return account.path("id").asText();
      }
    }
    throw new CommandFailure(
        "Nobody of this client signs in by "
            + email
            + ". ./holdfast accounts list shows who does.");
  }

  private static List<JsonNode> all(ApiConnection api, OfClient of) throws CommandFailure {
    List<JsonNode> accounts = new ArrayList<>();
    String list = of.path(PATH);
    list += (list.contains("?") ? "&" : "?") + "limit=" + PAGE;
    String cursor = "";
    do {
      JsonNode page = api.ask("GET", list + cursor, null);
      page.path("items").forEach(accounts::add);
      cursor =
          page.hasNonNull("next")
              ? "&cursor=" + URLEncoder.encode(page.path("next").asText(), StandardCharsets.UTF_8)
              : "";
    } while (!cursor.isEmpty());
    return accounts;
  }

  private static void printPassword(String password) {
    System.out.println("The password, shown this once; they change it after signing in:");
    System.out.println(password);
  }
}
