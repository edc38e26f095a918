package dev.holdfast.application.catalogue;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.CodeRules;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which SKU or location a code or number means, answered from memory.
 *
 * <p>References never change once made, so nothing here ever expires or is wrong: a code that
 * memory lacks is merely not known yet. Absence is never remembered, so what another node has just
 * made is found at the next {@link #load}. SKUs are bounded, the least used go first; the locations
 * of a client are held whole. Safe for use by several threads; only the methods called {@code
 * load…} block.
 */
public final class CatalogueDirectory {
  /** About 150 MB where all of them are in use; beyond, rarely used SKUs cost a look-up. */
  public static final int DEFAULT_MAX_SKUS = 500_000;

  /** The most clients whose locations are held at once. */
  private static final int MAX_CLIENTS = 10_000;

  /** What one look-up in the store may ask for. */
  private static final int LOOK_UP = Page.MAX_LIMIT;

  private final CatalogueStore store;
  private final Cache<CodeKey, SkuRef> skusByCode;
  private final Cache<IdKey, SkuRef> skusById;
  private final Cache<ClientId, Places> places =
      Caffeine.newBuilder().maximumSize(MAX_CLIENTS).build();

  /**
   * A directory that holds at most so many SKUs, {@link #DEFAULT_MAX_SKUS} unless memory is short.
   */
  public CatalogueDirectory(CatalogueStore store, int maxSkus) {
    this.store = store;
    this.skusByCode = Caffeine.newBuilder().maximumSize(maxSkus).build();
    this.skusById = Caffeine.newBuilder().maximumSize(maxSkus).build();
  }

  /** The SKU of a code, or null when memory lacks it. */
  public @Nullable SkuRef sku(ClientId client, String code) {
    return skusByCode.getIfPresent(new CodeKey(client.value(), code));
  }

  /** The SKU of a number, or null when memory lacks it or it is another client's. */
  public @Nullable SkuRef skuById(ClientId client, long id) {
    return skusById.getIfPresent(new IdKey(client.value(), id));
  }

  /** The location of a code, or null when memory lacks it. */
  public @Nullable LocationRef location(ClientId client, String code) {
    Places known = places.getIfPresent(client);
    return known == null ? null : known.byCode().get(code);
  }

  /** The location of a number, or null when memory lacks it or it is another client's. */
  public @Nullable LocationRef locationById(ClientId client, int id) {
    Places known = places.getIfPresent(client);
    return known == null ? null : known.byId().get(id);
  }

  /**
   * Brings the SKUs of these codes into memory, those that exist. Any number of codes; blocks.
   *
   * @throws StoreUnavailableException when the store cannot be asked
   */
  public void load(ClientId client, Collection<String> codes) {
    List<String> possible = codes.stream().filter(CodeRules::isCode).toList();
    for (List<String> part : parts(possible)) {
      remember(client, store.skusByCode(client, part));
    }
  }

  /**
   * Brings the SKUs of these numbers into memory, those that exist and are the client's. Blocks.
   *
   * @throws StoreUnavailableException when the store cannot be asked
   */
  public void loadById(ClientId client, Collection<Long> ids) {
    for (List<Long> part : parts(List.copyOf(ids))) {
      remember(client, store.skusById(client, part));
    }
  }

  /**
   * Brings every location of the client into memory. Blocks.
   *
   * @throws StoreUnavailableException when the store cannot be asked
   */
  public void loadLocations(ClientId client) {
    Places read = Places.of(store.locationRefs(client));
    places.asMap().merge(client, read, Places::later);
  }

  private void remember(ClientId client, List<SkuRef> found) {
    for (SkuRef sku : found) {
      skusByCode.put(new CodeKey(client.value(), sku.code()), sku);
      skusById.put(new IdKey(client.value(), sku.id()), sku);
    }
  }

  private static <T> List<List<T>> parts(List<T> whole) {
    List<List<T>> parts = new ArrayList<>();
    for (int from = 0; from < whole.size(); from += LOOK_UP) {
      parts.add(whole.subList(from, Math.min(whole.size(), from + LOOK_UP)));
    }
    return parts;
  }

  private record CodeKey(int client, String code) {}

  private record IdKey(int client, long id) {}
}
