package dev.holdfast.server.http.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.event.Thresholds;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.JsonFields;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.ThresholdStore;
import dev.holdfast.storage.api.ThresholdStore.ThresholdRow;
import io.vertx.core.http.HttpMethod;
import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Thresholds of positions: set, see, remove, list. */
public final class ThresholdRoutes {
  private static final String PATH = "/v1/thresholds/:sku/:location";

  private final ThresholdStore store;
  private final CatalogueDirectory directory;
  private final Positions positions;

  public ThresholdRoutes(ThresholdStore store, CatalogueDirectory directory) {
    this.store = store;
    this.directory = directory;
    this.positions = new Positions(directory);
  }

  public void addTo(Routes routes) {
    routes.blocking(HttpMethod.GET, "/v1/thresholds", Permission.READ, this::list);
    routes.blocking(HttpMethod.GET, PATH, Permission.READ, this::get);
    routes.blocking(HttpMethod.PUT, PATH, Permission.PLAN_STOCK, this::put);
    routes.blocking(HttpMethod.DELETE, PATH, Permission.PLAN_STOCK, this::delete);
  }

  private record Named(SkuRef sku, LocationRef location) {
    PositionKey key() {
      return PositionKey.of(sku.id(), location.id());
    }
  }

  private Named named(Exchange exchange) {
    ClientId client = exchange.principal().client();
    return new Named(
        positions.sku(client, exchange.path("sku")),
        positions.location(client, exchange.path("location")));
  }

  private void put(Exchange exchange) {
    Named named = named(exchange);
    JsonFields fields = exchange.fields();
    Long low = level(fields, "lowStock", named.sku(), 0);
    Long back = level(fields, "backInStock", named.sku(), 1);
    if (low == null && back == null) {
      fields.violate("lowStock", "is missing, and so is backInStock; send one of them or both");
    }
    fields.finish();
    Thresholds thresholds = new Thresholds(low, back);
    store.set(exchange.principal().client(), named.key(), thresholds);
    exchange.json(200, json(named.sku(), named.location(), thresholds));
  }

  /** A level in smallest units; null when it is not given. */
  private static @Nullable Long level(JsonFields fields, String name, SkuRef sku, long least) {
    BigDecimal written = fields.decimal(name, null);
    if (written == null) {
      return null;
    }
    OptionalLong units = sku.scale().parse(written);
    if (units.isPresent() && units.getAsLong() >= least && units.getAsLong() <= Line.MAX_QUANTITY) {
      return units.getAsLong();
    }
    fields.violate(
        name,
        "must be "
            + sku.scale().format(least)
            + " or more with at most "
            + sku.scale().decimals()
            + " decimals, and not too large");
    return null;
  }

  private void get(Exchange exchange) {
    Named named = named(exchange);
    Thresholds found =
        store
            .thresholds(exchange.principal().client(), named.key())
            .orElseThrow(ThresholdRoutes::none);
    exchange.json(200, json(named.sku(), named.location(), found));
  }

  private void delete(Exchange exchange) {
    if (!store.remove(exchange.principal().client(), named(exchange).key())) {
      throw none();
    }
    exchange.empty(204);
  }

  private static ApiException none() {
    return new ApiException(
        Problem.notFound(
            "This position has no thresholds; GET /v1/thresholds lists those there are"));
  }

  private void list(Exchange exchange) {
    ClientId client = exchange.principal().client();
    Page<ThresholdRow> page = store.list(client, exchange.query("cursor"), exchange.limit());
    load(client, page);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    for (ThresholdRow row : page.items()) {
      SkuRef sku = directory.skuById(client, row.position().skuId());
      LocationRef location = directory.locationById(client, row.position().locationId());
      if (sku == null || location == null) {
        throw new IllegalStateException("a position without a name: " + row.position());
      }
      items.add(json(sku, location, row.thresholds()));
    }
    if (page.next() != null) {
      json.put("next", page.next());
    }
    exchange.json(200, json);
  }

  private void load(ClientId client, Page<ThresholdRow> page) {
    Set<Long> missing = new TreeSet<>();
    boolean locations = false;
    for (ThresholdRow row : page.items()) {
      if (directory.skuById(client, row.position().skuId()) == null) {
        missing.add(row.position().skuId());
      }
      locations |= directory.locationById(client, row.position().locationId()) == null;
    }
    if (!missing.isEmpty()) {
      directory.loadById(client, missing);
    }
    if (locations) {
      directory.loadLocations(client);
    }
  }

  private static ObjectNode json(SkuRef sku, LocationRef location, Thresholds thresholds) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("sku", sku.code()).put("location", location.code());
    if (thresholds.lowStock() != null) {
      json.put("lowStock", sku.scale().toDecimal(thresholds.lowStock()));
    }
    if (thresholds.backInStock() != null) {
      json.put("backInStock", sku.scale().toDecimal(thresholds.backInStock()));
    }
    return json;
  }
}
