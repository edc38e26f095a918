package dev.holdfast.server.http.operations;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.ShortfallReader;
import dev.holdfast.storage.api.ShortfallReader.ShortfallRow;
import io.vertx.core.http.HttpMethod;

/** Where more is reserved than is there: somebody has to mend it, or a customer waits in vain. */
public final class ShortfallRoutes {
  private final ShortfallReader reader;

  public ShortfallRoutes(ShortfallReader reader) {
    this.reader = reader;
  }

  public void addTo(Routes routes) {
    routes.blocking(HttpMethod.GET, "/v1/shortfalls", Permission.SEE_BALANCES, this::list);
  }

  private void list(Exchange exchange) {
    int limit = exchange.limit();
    long start = System.nanoTime();
    Page<ShortfallRow> page =
        reader.shortfalls(exchange.principal().client(), exchange.query("cursor"), limit);
    exchange.storeTook(System.nanoTime() - start);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    page.items().forEach(row -> write(row, items.addObject()));
    if (page.next() != null) {
      json.put("next", page.next());
    }
    exchange.json(200, json);
  }

  private static void write(ShortfallRow row, ObjectNode json) {
    Scale scale = row.scale();
    Balance balance = row.row().balance();
    json.put("sku", row.sku())
        .put("skuName", row.skuName())
        .put("location", row.location())
        .put("shortfall", scale.toDecimal(balance.shortfall()))
        .put("onHand", scale.toDecimal(balance.onHand()))
        .put("reserved", scale.toDecimal(balance.reserved()))
        .put("version", balance.version())
        .put("updatedAt", row.row().updatedAt().toString());
  }
}
