package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SKUs and locations of one client. Each method is one transaction, sees nothing of another client,
 * and throws {@link StoreUnavailableException} when the store cannot be asked.
 */
public interface CatalogueStore {
  /** The references of those codes that exist, in no order. At most 500 codes. */
  List<SkuRef> skusByCode(ClientId client, Collection<String> codes);

  /** The references of those numbers that exist, in no order. At most 500 numbers. */
  List<SkuRef> skusById(ClientId client, Collection<Long> ids);

  /** Every location's reference of the client. */
  List<LocationRef> locationRefs(ClientId client);

  Optional<Sku> sku(ClientId client, String code);

  Optional<Sku> skuByBarcode(ClientId client, String barcode);

  /** SKUs in code order, those of one category where given. */
  Page<Sku> skus(ClientId client, @Nullable String category, @Nullable String after, int limit);

  Change create(ClientId client, Sku sku);

  /** Replaces everything of the SKU with this code but its scale, which must be the same. */
  Change update(ClientId client, Sku sku);

  Optional<Location> location(ClientId client, String code);

  /** Locations in code order, those of one region where given. */
  Page<Location> locations(
      ClientId client, @Nullable String region, @Nullable String after, int limit);

  Change create(ClientId client, Location location);

  /** Replaces everything of the location with this code. */
  Change update(ClientId client, Location location);

  /** What became of a create or update. */
  sealed interface Change {
    record Saved() implements Change {}

    /** Nothing has this code. */
    record NotFound() implements Change {}

    /** The code is taken already. */
    record CodeTaken() implements Change {}

    /** Another SKU has this barcode. */
    record BarcodeTaken(String barcode, String bySku) implements Change {}

    /** The scale of a SKU never changes: its ledger is written in it. */
    record ScaleFixed(Scale scale) implements Change {}
  }

  /** What a command needs of a SKU: never changes once made, so it may be kept for ever. */
  record SkuRef(long id, String code, Scale scale) {}

  /** What a command needs of a location: never changes once made. */
  record LocationRef(int id, String code) {}
}
