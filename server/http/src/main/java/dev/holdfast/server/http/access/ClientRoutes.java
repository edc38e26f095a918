package dev.holdfast.server.http.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.access.AccessRules;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.JsonFields;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.AccessStore.ClientRow;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;

/** Clients of the installation: list and make, for operators. */
final class ClientRoutes {
  private final AccessStore store;

  ClientRoutes(AccessStore store) {
    this.store = store;
  }

  void addTo(Routes routes) {
    routes.blocking(HttpMethod.GET, "/v1/clients", Permission.ADMINISTER_KEYS, this::list);
    routes.blocking(HttpMethod.POST, "/v1/clients", Permission.ADMINISTER_KEYS, this::create);
  }

  private void list(Exchange exchange) {
    Operators.require(exchange);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    store.clients().forEach(client -> write(client, items.addObject()));
    exchange.json(200, json);
  }

  private void create(Exchange exchange) {
    Operators.require(exchange);
    JsonFields fields = exchange.fields();
    String code = fields.text("code");
    String name = fields.text("name");
    fields.finish();
    List<Violation> violations = new ArrayList<>();
    AccessRules.checkClientCode(code, violations);
    AccessRules.checkName(name, violations);
    if (!violations.isEmpty()) {
      throw new ApiException(Problem.invalid(violations));
    }
    ClientRow client = store.createClient(code, name).orElseThrow(() -> codeTaken(code));
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    write(client, json);
    exchange.json(201, json);
  }

  private static ApiException codeTaken(String code) {
    return new ApiException(
        Problem.of(
                409,
                "code-taken",
                "The code is taken",
                "There is a client " + code + " already. Choose another code.")
            .field("code"));
  }

  private static void write(ClientRow client, ObjectNode json) {
    json.put("code", client.code()).put("name", client.name());
  }
}
