package dev.holdfast.server.http.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.access.AccessRules;
import dev.holdfast.application.access.Accounts;
import dev.holdfast.application.access.Accounts.Edit;
import dev.holdfast.application.access.Accounts.Person;
import dev.holdfast.application.access.PasswordRules;
import dev.holdfast.domain.access.Role;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.JsonFields;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.AccountStore.AccountRow;
import dev.holdfast.storage.api.Page;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Accounts of the caller's client: list, make, change. An operator may name another client, in the
 * body of a POST and as the parameter {@code client} elsewhere.
 */
final class AccountRoutes {
  private static final String PATH = "/v1/accounts";

  private final Accounts accounts;
  private final NamedClient named;
  private final boolean passwordNeeded;

  AccountRoutes(Accounts accounts, AccessStore store, boolean passwordNeeded) {
    this.passwordNeeded = passwordNeeded;
    this.accounts = accounts;
    this.named = new NamedClient(store);
  }

  void addTo(Routes routes) {
    Permission may = Permission.ADMINISTER_KEYS;
    routes.blocking(HttpMethod.GET, PATH, may, this::list);
    routes.blocking(HttpMethod.POST, PATH, may, this::create);
    routes.blocking(HttpMethod.PATCH, PATH + "/:id", may, this::change);
  }

  private void list(Exchange exchange) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    ClientId client = named.orOwn(exchange, exchange.query("client"));
    Page<AccountRow> page = accounts.list(client, exchange.query("cursor"), exchange.limit());
    page.items().forEach(account -> write(account, items.addObject()));
    if (page.next() != null) {
      json.put("next", page.next());
    }
    exchange.json(200, json);
  }

  private void create(Exchange exchange) {
    JsonFields fields = exchange.fields();
    String email = AccessRules.canonicalEmail(fields.text("email"));
    String name = fields.text("name");
    String roleLabel = fields.text("role");
    String given = fields.text("password", null);
    String clientCode = fields.text("client", null);
    fields.finish();
    List<Violation> violations = new ArrayList<>();
    AccessRules.checkEmail(email, violations);
    AccessRules.checkName(name, violations);
    Optional<Role> role = AccessRules.checkAccountRole(roleLabel, violations);
    checkPassword(given, email, violations);
    if (role.isEmpty() || !violations.isEmpty()) {
      throw new ApiException(Problem.invalid(violations));
    }
    ClientId client = named.orOwn(exchange, clientCode);
    boolean generated = given == null && passwordNeeded;
    String password = generated ? PasswordRules.generate() : given;
    AccountRow made =
        accounts
            .create(new Person(client, email, name, role.get(), false), password)
            .orElseThrow(AccountRoutes::emailTaken);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    write(made, json);
    if (generated) {
      json.put("password", password);
    }
    exchange.request().response().putHeader("Cache-Control", "no-store");
    exchange.json(201, json);
  }

  private static void checkPassword(
      @Nullable String password, String email, List<Violation> violations) {
    if (password != null) {
      PasswordRules.check("password", password, email, violations);
    }
  }

  private void change(Exchange exchange) {
    ClientId client = named.orOwn(exchange, exchange.query("client"));
    AccountRow before =
        accounts.find(client, id(exchange.path("id"))).orElseThrow(AccountRoutes::noSuchAccount);
    Edit edit = edit(exchange, before);
    if (before.operator()) {
      // Or an admin of the operator's client could become the operator by a new password.
      Operators.require(exchange);
    }
    boolean onlyName = edit.role() == null && edit.disabled() == null && edit.password() == null;
    if (before.keyId() == exchange.principal().keyId() && !onlyName) {
      throw ownAccount();
    }
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    write(
        accounts.change(client, before.id(), edit).orElseThrow(AccountRoutes::noSuchAccount), json);
    exchange.json(200, json);
  }

  private static Edit edit(Exchange exchange, AccountRow before) {
    JsonFields fields = exchange.fields();
    String name = fields.text("name", null);
    String roleLabel = fields.text("role", null);
    boolean wasDisabled = before.disabledAt() != null;
    boolean disabled = fields.flag("disabled", wasDisabled);
    String password = fields.text("password", null);
    fields.finish();
    List<Violation> violations = new ArrayList<>();
    if (name != null) {
      AccessRules.checkName(name, violations);
    }
    Role role =
        roleLabel == null ? null : AccessRules.checkAccountRole(roleLabel, violations).orElse(null);
    checkPassword(password, before.email(), violations);
    if (!violations.isEmpty()) {
      throw new ApiException(Problem.invalid(violations));
    }
    return new Edit(name, role, disabled == wasDisabled ? null : disabled, password);
  }

  private static int id(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw noSuchAccount();
    }
  }

  private static ApiException noSuchAccount() {
    return new ApiException(
        Problem.notFound("There is no such account; GET /v1/accounts lists them"));
  }

  private static ApiException emailTaken() {
    return new ApiException(
        Problem.of(
                409,
                "email-taken",
                "The e-mail address is taken",
                "Somebody signs in by it already, here or at another client of this installation."
                    + " PATCH /v1/accounts/{id} changes an account; for a second one, use another"
                    + " address.")
            .field("email"));
  }

  private static ApiException ownAccount() {
    return new ApiException(
        Problem.of(
            409,
            "own-account",
            "Not your own account",
            "Have another admin do it, so that nobody locks themselves out. Your own password is"
                + " changed with POST /v1/session/password."));
  }

  private static void write(AccountRow account, ObjectNode json) {
    json.put("id", account.id())
        .put("email", account.email())
        .put("name", account.name())
        .put("role", account.role().label())
        .put("operator", account.operator())
        .put("disabled", account.disabledAt() != null)
        .put("hasPassword", account.hasPassword())
        .put("createdAt", account.createdAt().toString());
    if (account.lastSignInAt() != null) {
      json.put("lastSignInAt", account.lastSignInAt().toString());
    }
  }
}
