package dev.holdfast.server.http.catalogue;

import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.CatalogueStore;

/** Everything about SKUs and locations over HTTP. */
public final class CatalogueRoutes {
  private final SkuRoutes skus;
  private final LocationRoutes locations;

  public CatalogueRoutes(CatalogueStore store) {
    this.skus = new SkuRoutes(store);
    this.locations = new LocationRoutes(store);
  }

  public void addTo(Routes routes) {
    skus.addTo(routes);
    locations.addTo(routes);
  }
}
