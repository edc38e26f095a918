package dev.holdfast.application.floor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** The cards of SKUs, remembered for a minute. May wait for the store. For any threads. */
public final class SkuCards {
  /** Names and barcodes seldom change, and a list on the floor is minutes old anyway. */
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  /** About 10 MB. */
  private static final int MAX_REMEMBERED = 20_000;

  private final CatalogueStore store;
  private final CatalogueDirectory directory;
  private final Cache<Key, SkuCard> remembered =
      Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(REMEMBERED).build();

  private record Key(ClientId client, long id) {}

  public SkuCards(CatalogueStore store, CatalogueDirectory directory) {
    this.store = store;
    this.directory = directory;
  }

  /** Sees to it that the codes of SKUs are in memory. */
  void load(ClientId client, Collection<Long> ids) {
    List<Long> missing =
        ids.stream().distinct().filter(id -> directory.skuById(client, id) == null).toList();
    if (!missing.isEmpty()) {
      directory.loadById(client, missing);
    }
  }

  /** What a command needs to know of a SKU that exists. */
  SkuRef ref(ClientId client, long id) {
    load(client, List.of(id));
    SkuRef ref = directory.skuById(client, id);
    if (ref == null) {
      throw new IllegalStateException("an order of SKU " + id + ", which there is not");
    }
    return ref;
  }

  public SkuCard of(ClientId client, long id) {
    return remembered.get(new Key(client, id), key -> read(client, id));
  }

  private SkuCard read(ClientId client, long id) {
    SkuRef ref = ref(client, id);
    Sku sku =
        store
            .sku(client, ref.code())
            .orElseThrow(() -> new IllegalStateException("SKU " + ref.code() + " is gone"));
    return new SkuCard(
        id,
        sku.code(),
        sku.name(),
        sku.unit(),
        sku.scale().decimals(),
        sku.size().weightG(),
        sku.barcodes());
  }
}
