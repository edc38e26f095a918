package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.domain.catalogue.TextRules;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.api.Page;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * SKUs and locations in PostgreSQL, read and written as the app role under row-level security. Safe
 * for use by several threads.
 */
public final class PostgresCatalogueStore implements CatalogueStore {
  /** How often a change is tried that loses to others: two SKUs trading barcodes deadlock. */
  private static final int ATTEMPTS = 4;

  private final Database database;

  public PostgresCatalogueStore(Database database) {
    this.database = database;
  }

  @Override
  public List<SkuRef> skusByCode(ClientId client, Collection<String> codes) {
    List<String> possible = codes.stream().filter(TextRules::isPlain).toList();
    return possible.isEmpty() ? List.of() : skus(client, skus -> skus.refsByCode(possible));
  }

  @Override
  public List<SkuRef> skusById(ClientId client, Collection<Long> ids) {
    return ids.isEmpty() ? List.of() : skus(client, skus -> skus.refsById(ids));
  }

  @Override
  public List<LocationRef> locationRefs(ClientId client) {
    return locations(client, LocationTable::refs);
  }

  // PostgreSQL cannot hold the texts that are not plain, nor be asked about them.

  @Override
  public Optional<Sku> sku(ClientId client, String code) {
    return TextRules.isPlain(code) ? skus(client, skus -> skus.byCode(code)) : Optional.empty();
  }

  @Override
  public Optional<Sku> skuByBarcode(ClientId client, String barcode) {
    return TextRules.isPlain(barcode)
        ? skus(client, skus -> skus.byBarcode(barcode))
        : Optional.empty();
  }

  @Override
  public Page<Sku> skus(
      ClientId client, @Nullable String category, @Nullable String after, int limit) {
    int rows = Cursors.oneMore(limit);
    String afterCode = after == null ? "" : Cursors.text(after);
    if (category != null && !TextRules.isPlain(category)) {
      return new Page<>(List.of(), null);
    }
    List<Sku> found = skus(client, skus -> skus.list(category, afterCode, rows));
    return Cursors.page(found, limit, Sku::code);
  }

  @Override
  public Change create(ClientId client, Sku sku) {
    return change(
        client,
        skus -> {
          Optional<Long> id = skus.insert(sku);
          return id.isEmpty() ? new Change.CodeTaken() : withBarcodes(skus, id.get(), sku);
        });
  }

  @Override
  public Change update(ClientId client, Sku sku) {
    return change(
        client,
        skus -> {
          Optional<Long> id = skus.update(sku);
          return id.isPresent() ? withBarcodes(skus, id.get(), sku) : unchanged(skus, sku);
        });
  }

  @Override
  public Optional<Location> location(ClientId client, String code) {
    return TextRules.isPlain(code)
        ? locations(client, locations -> locations.byCode(code))
        : Optional.empty();
  }

  @Override
  public Page<Location> locations(
      ClientId client, @Nullable String region, @Nullable String after, int limit) {
    int rows = Cursors.oneMore(limit);
    String afterCode = after == null ? "" : Cursors.text(after);
    if (region != null && !TextRules.isPlain(region)) {
      return new Page<>(List.of(), null);
    }
    List<Location> found = locations(client, places -> places.list(region, afterCode, rows));
    return Cursors.page(found, limit, Location::code);
  }

  @Override
  public Change create(ClientId client, Location location) {
    boolean added = locations(client, locations -> locations.insert(location));
    return added ? new Change.Saved() : new Change.CodeTaken();
  }

  @Override
  public Change update(ClientId client, Location location) {
    boolean replaced = locations(client, locations -> locations.update(location));
    return replaced ? new Change.Saved() : new Change.NotFound();
  }

  private static Change withBarcodes(SkuTable skus, long id, Sku sku) {
    Optional<Change.BarcodeTaken> taken = skus.claimBarcodes(id, sku.barcodes());
    if (taken.isPresent()) {
      throw new Undone(taken.get());
    }
    return new Change.Saved();
  }

  private static Change unchanged(SkuTable skus, Sku sku) {
    Optional<Scale> scale = skus.scale(sku.code());
    return scale.isPresent() ? new Change.ScaleFixed(scale.get()) : new Change.NotFound();
  }

  private Change change(ClientId client, Function<SkuTable, Change> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return skus(client, work);
      } catch (Undone undone) {
        return undone.change;
      } catch (JdbiException failed) {
        if (!StoreFailures.isConflict(failed)) {
          throw failed;
        }
        if (attempt == ATTEMPTS) {
          throw StoreFailures.unavailable(failed);
        }
      }
    }
  }

  private <T> T skus(ClientId client, Function<SkuTable, T> work) {
    return StoreFailures.asking(
        () -> database.asClient(client, handle -> work.apply(new SkuTable(handle, client))));
  }

  private <T> T locations(ClientId client, Function<LocationTable, T> work) {
    return StoreFailures.asking(
        () -> database.asClient(client, handle -> work.apply(new LocationTable(handle, client))));
  }

  /** Rolls the transaction back and carries its answer out. */
  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Change change;

    Undone(Change change) {
      super(null, null, false, false);
      this.change = change;
    }
  }
}
