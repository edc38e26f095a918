package dev.holdfast.server.http.stock;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Problem;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import dev.holdfast.storage.api.Page;
import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every read of stock shares: codes in, names out, pages. Waits for the store where memory
 * does not know a name.
 */
public final class NamedReads {
  private final CatalogueDirectory directory;

  public NamedReads(CatalogueDirectory directory) {
    this.directory = directory;
  }

  /** A route whose answer is read from the store. */
  public static void get(
      Routes routes, String path, Permission permission, Function<Exchange, ObjectNode> read) {
    routes.blocking(
        HttpMethod.GET,
        path,
        permission,
        exchange -> {
          long start = System.nanoTime();
          ObjectNode answer = read.apply(exchange);
          exchange.storeTook(System.nanoTime() - start);
          exchange.json(200, answer);
        });
  }

  /** The SKU that the query names; null where it names none. */
  @Nullable Long askedSku(Exchange exchange) {
    String code = exchange.query("sku");
    return code == null ? null : sku(exchange, code).id();
  }

  /** The location that the query names; null where it names none. */
  public @Nullable Integer askedLocation(Exchange exchange) {
    String code = exchange.query("location");
    return code == null ? null : location(exchange, code).id();
  }

  /** The SKU of a code; null when the client has none. */
  @Nullable SkuRef findSku(ClientId client, String code) {
    if (directory.sku(client, code) == null) {
      directory.load(client, List.of(code));
    }
    return directory.sku(client, code);
  }

  /** The location of a code; null when the client has none. */
  @Nullable LocationRef findLocation(ClientId client, String code) {
    if (directory.location(client, code) == null) {
      directory.loadLocations(client);
    }
    return directory.location(client, code);
  }

  SkuRef sku(Exchange exchange, String code) {
    SkuRef sku = findSku(exchange.principal().client(), code);
    if (sku == null) {
      throw new ApiException(Problem.notFound("There is no SKU " + code));
    }
    return sku;
  }

  LocationRef location(Exchange exchange, String code) {
    LocationRef location = findLocation(exchange.principal().client(), code);
    if (location == null) {
      throw new ApiException(Problem.notFound("There is no location " + code));
    }
    return location;
  }

  /** The code of a location whose name is loaded. */
  String locationCode(ClientId client, int id) {
    LocationRef location = directory.locationById(client, id);
    if (location == null) {
      throw new IllegalStateException("a location without a name: " + id);
    }
    return location.code();
  }

  /** Sees to it that the names of positions are in memory. */
  void loadNames(ClientId client, List<PositionKey> positions) {
    Set<Long> missing = new TreeSet<>();
    boolean locations = false;
    for (PositionKey position : positions) {
      if (directory.skuById(client, position.skuId()) == null) {
        missing.add(position.skuId());
      }
      locations |= directory.locationById(client, position.locationId()) == null;
    }
    if (!missing.isEmpty()) {
      directory.loadById(client, missing);
    }
    if (locations) {
      directory.loadLocations(client);
    }
  }

  /** Sees to it that the names of the lines' positions are in memory. */
  void loadNamesOf(ClientId client, List<List<Line>> lines) {
    loadNames(client, lines.stream().flatMap(List::stream).map(Line::position).toList());
  }

  /** Sees to it that the names of locations are in memory. */
  void loadLocations(ClientId client, List<Integer> ids) {
    if (ids.stream().anyMatch(id -> directory.locationById(client, id) == null)) {
      directory.loadLocations(client);
    }
  }

  void writeLines(ClientId client, List<Line> lines, ArrayNode json) {
    for (Line line : lines) {
      ObjectNode one = json.addObject();
      SkuRef sku = writeNames(client, line.position(), one);
      one.put("quantity", sku.scale().toDecimal(line.quantity()));
    }
  }

  SkuRef writeNames(ClientId client, PositionKey position, ObjectNode json) {
    SkuRef sku = directory.skuById(client, position.skuId());
    LocationRef location = directory.locationById(client, position.locationId());
    if (sku == null || location == null) {
      throw new IllegalStateException("a position without a name: " + position);
    }
    json.put("sku", sku.code());
    json.put("location", location.code());
    return sku;
  }

  /** The state that the query names; null where it names none. */
  public static <S> @Nullable S state(
      Exchange exchange, List<S> states, Function<S, String> label) {
    String asked = exchange.query("state");
    if (asked == null) {
      return null;
    }
    for (S state : states) {
      if (label.apply(state).equals(asked)) {
        return state;
      }
    }
    String mend = "must be one of " + String.join(", ", states.stream().map(label).toList());
    throw new ApiException(Problem.invalid(List.of(new Violation("state", mend))));
  }

  /** A page as every list writes it. */
  public static <T> ObjectNode page(Page<T> page, BiConsumer<T, ObjectNode> write) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode items = json.putArray("items");
    for (T item : page.items()) {
      write.accept(item, items.addObject());
    }
    if (page.next() != null) {
      json.put("next", page.next());
    }
    return json;
  }
}
