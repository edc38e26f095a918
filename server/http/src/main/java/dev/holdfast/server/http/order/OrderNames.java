package dev.holdfast.server.http.order;

import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.application.view.StockView;
import dev.holdfast.application.view.ViewLocation;
import dev.holdfast.application.view.ViewSku;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the SKUs and locations of orders are called: from this node's memory, and from the store
 * where memory is behind it.
 */
public final class OrderNames {
  private final StockView view;
  private final CatalogueDirectory directory;

  public OrderNames(StockView view, CatalogueDirectory directory) {
    this.view = view;
    this.directory = directory;
  }

  /** What people read of a SKU. */
  public record Named(String code, String name, String unit, Scale scale) {}

  /** The names of a SKU of the client. */
  public Named sku(ClientId client, long id) {
    ViewSku known = view.skuById(client, id);
    if (known != null) {
      return new Named(known.code(), known.name(), known.unit(), known.scale());
    }
    if (directory.skuById(client, id) == null) {
      directory.loadById(client, List.of(id));
    }
    SkuRef sku = directory.skuById(client, id);
    if (sku == null) {
      throw new IllegalStateException("an order names a SKU that is not: " + id);
    }
    return new Named(sku.code(), sku.code(), "", sku.scale());
  }

  /** The code of a location of the client. */
  public String location(ClientId client, int id) {
    ViewLocation known = view.locationById(client, id);
    if (known != null) {
      return known.code();
    }
    if (directory.locationById(client, id) == null) {
      directory.loadLocations(client);
    }
    LocationRef location = directory.locationById(client, id);
    if (location == null) {
      throw new IllegalStateException("an order names a location that is not: " + id);
    }
    return location.code();
  }

  /** The number of a location's code; null when the client has none. */
  public @Nullable Integer locationId(ClientId client, String code) {
    if (directory.location(client, code) == null) {
      directory.loadLocations(client);
    }
    LocationRef location = directory.location(client, code);
    return location == null ? null : location.id();
  }
}
