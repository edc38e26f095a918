package dev.holdfast.server.http.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.access.AccessRules;
import dev.holdfast.application.access.Keys;
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
import dev.holdfast.storage.api.AccessStore.KeyRow;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keys of the caller's client: list, make, revoke. An operator may name another client, in the body
 * of a POST and as the parameter {@code client} elsewhere.
 */
final class KeyRoutes {
  private final Keys keys;
  private final NamedClient named;

  KeyRoutes(Keys keys, AccessStore store) {
    this.keys = keys;
    this.named = new NamedClient(store);
  }

  void addTo(Routes routes) {
    routes.blocking(HttpMethod.GET, "/v1/keys", Permission.ADMINISTER_KEYS, this::list);
    routes.blocking(HttpMethod.POST, "/v1/keys", Permission.ADMINISTER_KEYS, this::issue);
    routes.blocking(HttpMethod.DELETE, "/v1/keys/:id", Permission.ADMINISTER_KEYS, this::revoke);
  }

  private void list(Exchange exchange) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    keys.list(named.orOwn(exchange, exchange.query("client")))
        .forEach(key -> write(key, items.addObject()));
    exchange.json(200, json);
  }

  private void issue(Exchange exchange) {
    JsonFields fields = exchange.fields();
    String name = fields.text("name");
    String roleLabel = fields.text("role");
    String clientCode = fields.text("client", null);
    fields.finish();
    List<Violation> violations = new ArrayList<>();
    AccessRules.checkName(name, violations);
    Optional<Role> role = AccessRules.checkRole(roleLabel, violations);
    if (role.isEmpty() || !violations.isEmpty()) {
      throw new ApiException(Problem.invalid(violations));
    }
    ClientId client = named.orOwn(exchange, clientCode);
    Keys.Issued issued = keys.issue(client, name, role.get(), false);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    write(issued.key(), json);
    json.put("secret", issued.secret());
    exchange.request().response().putHeader("Cache-Control", "no-store");
    exchange.json(201, json);
  }

  private void revoke(Exchange exchange) {
    ClientId client = named.orOwn(exchange, exchange.query("client"));
    int id = id(exchange.path("id"));
    if (id == exchange.principal().keyId()) {
      throw new ApiException(
          Problem.of(
              409,
              "key-in-use",
              "A key cannot revoke itself",
              "Revoke it with another key, so that nobody locks themselves out: make a new admin"
                  + " key first, then use that."));
    }
    if (!keys.revoke(client, id)) {
      throw noSuchKey();
    }
    exchange.empty(204);
  }

  private static int id(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException notANumber) {
      throw noSuchKey();
    }
  }

  private static ApiException noSuchKey() {
    return new ApiException(
        Problem.notFound(
            "There is no such key, or it is revoked already; GET /v1/keys lists them"));
  }

  private static void write(KeyRow key, ObjectNode json) {
    json.put("id", key.id())
        .put("name", key.name())
        .put("role", key.role().label())
        .put("operator", key.operator())
        .put("createdAt", key.createdAt().toString());
    if (key.revokedAt() != null) {
      json.put("revokedAt", key.revokedAt().toString());
    }
  }
}
