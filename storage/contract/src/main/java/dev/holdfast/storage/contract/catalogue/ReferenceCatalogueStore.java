package dev.holdfast.storage.contract.catalogue;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The reference model of a catalogue: in memory, one caller at a time. */
public final class ReferenceCatalogueStore implements CatalogueStore {
  private final Shelf<Sku> skus = new Shelf<>(Sku::code);
  private final Shelf<Location> locations = new Shelf<>(Location::code);
  private boolean cutOff;

  /** From now on nobody can reach the store, or everybody can again. */
  public synchronized void cutOff(boolean unreachable) {
    cutOff = unreachable;
  }

  private void ask() {
    if (cutOff) {
      throw new StoreUnavailableException("cut off", new IllegalStateException());
    }
  }

  @Override
  public synchronized List<SkuRef> skusByCode(ClientId client, Collection<String> codes) {
    ask();
    return refs(client, ref -> codes.contains(ref.code()));
  }

  @Override
  public synchronized List<SkuRef> skusById(ClientId client, Collection<Long> ids) {
    ask();
    return refs(client, ref -> ids.contains(ref.id()));
  }

  private List<SkuRef> refs(ClientId client, Predicate<SkuRef> wanted) {
    return skus.map(client, (id, sku) -> new SkuRef(id, sku.code(), sku.scale()))
        .filter(wanted)
        .toList();
  }

  @Override
  public synchronized List<LocationRef> locationRefs(ClientId client) {
    ask();
    return locations
        .map(client, (id, place) -> new LocationRef(Math.toIntExact(id), place.code()))
        .toList();
  }

  @Override
  public synchronized Optional<Sku> sku(ClientId client, String code) {
    ask();
    return skus.get(client, code);
  }

  @Override
  public synchronized Optional<Sku> skuByBarcode(ClientId client, String barcode) {
    ask();
    return skus.all(client).filter(sku -> sku.barcodes().contains(barcode)).findFirst();
  }

  @Override
  public synchronized Page<Sku> skus(
      ClientId client, @Nullable String category, @Nullable String after, int limit) {
    ask();
    Predicate<Sku> wanted = sku -> category == null || sku.category().equals(category);
    return Cursor.page(skus.all(client).filter(wanted), Sku::code, after, limit);
  }

  @Override
  public synchronized Change create(ClientId client, Sku sku) {
    ask();
    if (skus.get(client, sku.code()).isPresent()) {
      return new Change.CodeTaken();
    }
    return save(client, sku);
  }

  @Override
  public synchronized Change update(ClientId client, Sku sku) {
    ask();
    Optional<Sku> old = skus.get(client, sku.code());
    if (old.isEmpty()) {
      return new Change.NotFound();
    }
    if (!old.get().scale().equals(sku.scale())) {
      return new Change.ScaleFixed(old.get().scale());
    }
    return save(client, sku);
  }

  private Change save(ClientId client, Sku sku) {
    List<String> wanted = new ArrayList<>(sku.barcodes());
    wanted.sort(null);
    for (String barcode : wanted) {
      Optional<Sku> owner = skuByBarcode(client, barcode);
      if (owner.isPresent() && !owner.get().code().equals(sku.code())) {
        return new Change.BarcodeTaken(barcode, owner.get().code());
      }
    }
    skus.put(client, sku);
    return new Change.Saved();
  }

  @Override
  public synchronized Optional<Location> location(ClientId client, String code) {
    ask();
    return locations.get(client, code);
  }

  @Override
  public synchronized Page<Location> locations(
      ClientId client, @Nullable String region, @Nullable String after, int limit) {
    ask();
    Predicate<Location> wanted = place -> region == null || place.region().equals(region);
    return Cursor.page(locations.all(client).filter(wanted), Location::code, after, limit);
  }

  @Override
  public synchronized Change create(ClientId client, Location location) {
    ask();
    return saveIf(locations.get(client, location.code()).isEmpty(), client, location)
        .orElseGet(Change.CodeTaken::new);
  }

  @Override
  public synchronized Change update(ClientId client, Location location) {
    ask();
    return saveIf(locations.get(client, location.code()).isPresent(), client, location)
        .orElseGet(Change.NotFound::new);
  }

  private Optional<Change> saveIf(boolean right, ClientId client, Location location) {
    if (!right) {
      return Optional.empty();
    }
    locations.put(client, location);
    return Optional.of(new Change.Saved());
  }
}
