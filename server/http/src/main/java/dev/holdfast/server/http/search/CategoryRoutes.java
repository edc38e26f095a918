package dev.holdfast.server.http.search;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.view.StockView;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Blocking;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Failures;
import dev.holdfast.server.http.Routes;
import io.vertx.core.http.HttpMethod;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /v1/categories}: what the client's SKUs are sorted into. Never asks the store; leaves
 * the event loop because nobody keeps a client from having a category for every SKU.
 */
final class CategoryRoutes {
  /** What people can choose from; more are not offered. */
  static final int MAX_CATEGORIES = 500;

  private static final Comparator<Map.Entry<String, Integer>> BIGGEST_FIRST =
      Map.Entry.<String, Integer>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());

  private final StockView view;
  private final Blocking blocking;

  CategoryRoutes(StockView view, Blocking blocking) {
    this.view = view;
    this.blocking = blocking;
  }

  void addTo(Routes routes) {
    routes.memory(
        HttpMethod.GET,
        "/v1/categories",
        Permission.LOOK_UP,
        exchange -> blocking.run(exchange, () -> answer(exchange)));
  }

  private void answer(Exchange exchange) {
    if (!view.isReady()) {
      throw new ApiException(Failures.viewLoading());
    }
    // Copied: the entries of a map that goes on changing may not be sorted.
    List<Map.Entry<String, Integer>> biggest =
        Map.copyOf(view.categories(exchange.principal().client())).entrySet().stream()
            .sorted(BIGGEST_FIRST)
            .limit(MAX_CATEGORIES)
            .toList();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    for (Map.Entry<String, Integer> each : biggest) {
      items.addObject().put("category", each.getKey()).put("skus", each.getValue());
    }
    exchange.json(200, json);
  }
}
