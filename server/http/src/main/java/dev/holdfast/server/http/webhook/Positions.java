package dev.holdfast.server.http.webhook;

import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.server.http.ApiException;
import dev.holdfast.server.http.Problem;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import java.util.List;

/** SKUs and locations by the codes that people write. Blocks where memory lacks them. */
record Positions(CatalogueDirectory directory) {
  /** The SKU of a code; 404 when there is none. */
  SkuRef sku(ClientId client, String code) {
    if (directory.sku(client, code) == null) {
      directory.load(client, List.of(code));
    }
    SkuRef sku = directory.sku(client, code);
    if (sku == null) {
      throw new ApiException(Problem.notFound("There is no SKU " + code));
    }
    return sku;
  }

  /** The location of a code; 404 when there is none. */
  LocationRef location(ClientId client, String code) {
    if (directory.location(client, code) == null) {
      directory.loadLocations(client);
    }
    LocationRef location = directory.location(client, code);
    if (location == null) {
      throw new ApiException(Problem.notFound("There is no location " + code));
    }
    return location;
  }
}
