package dev.holdfast.application.view;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.FeedListener.FeedLocation;
import dev.holdfast.storage.api.FeedListener.FeedPosition;
import dev.holdfast.storage.api.FeedListener.FeedSku;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Everything known under one history. One thread writes, any number reads. */
final class ViewState {
  private static final long[] NOWHERE = {};

  private final String history;
  private final IdPages<long[]> stock = new IdPages<>();
  private final IdPages<ViewSku> skus = new IdPages<>();
  private final IdPages<Names> names = new IdPages<>();
  private volatile long positions;
  private volatile long skuCount;

  /** One client's names. */
  private static final class Names {
    final Map<String, ViewSku> skus = new ConcurrentHashMap<>();
    final Map<String, ViewLocation> locations = new ConcurrentHashMap<>();
    final Map<Integer, ViewLocation> locationsById = new ConcurrentHashMap<>();

    /** How many SKUs each category has; none of them 0. */
    final Map<String, Integer> categories = new ConcurrentHashMap<>();
  }

  ViewState(String history) {
    this.history = history;
  }

  String history() {
    return history;
  }

  long positions() {
    return positions;
  }

  long skus() {
    return skuCount;
  }

  long[] cells(long skuId) {
    long[] cells = stock.get(skuId);
    return cells == null ? NOWHERE : cells;
  }

  /** Takes a change; false when it is not news. */
  // One thread writes; the very same cells are no news.
  @SuppressWarnings({"NonAtomicVolatileUpdate", "ReferenceEquality"})
  boolean apply(FeedPosition position) {
    long skuId = position.packed() >>> PositionKey.LOCATION_BITS;
    long[] before = cells(skuId);
    long[] after = SkuStock.changed(before, position);
    if (after == before) {
      return false;
    }
    stock.put(skuId, after);
    if (after.length > before.length) {
      positions++;
    }
    return true;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // One thread writes.
  ViewSku apply(FeedSku told) {
    Sku sku = told.sku();
    ViewSku known =
        new ViewSku(
            told.id(),
            told.client(),
            sku.code(),
            sku.name(),
            sku.barcodes(),
            sku.unit(),
            sku.scale(),
            sku.size(),
            sku.category());
    Names of = names(told.client());
    ViewSku before = skus.get(told.id());
    if (before == null) {
      skuCount++;
    } else {
      of.categories.computeIfPresent(before.category(), (name, n) -> n == 1 ? null : n - 1);
    }
    of.categories.merge(known.category(), 1, Integer::sum);
    skus.put(told.id(), known);
    of.skus.put(known.code(), known);
    return known;
  }

  Map<String, Integer> categories(ClientId client) {
    Names of = names.get(client.value());
    return of == null ? Map.of() : Collections.unmodifiableMap(of.categories);
  }

  void apply(FeedLocation told) {
    Location location = told.location();
    ViewLocation known =
        new ViewLocation(
            told.id(),
            told.client(),
            location.code(),
            location.name(),
            location.region(),
            location.latitude().doubleValue(),
            location.longitude().doubleValue());
    Names of = names(told.client());
    of.locationsById.put(known.id(), known);
    of.locations.put(known.code(), known);
  }

  private Names names(ClientId client) {
    Names known = names.get(client.value());
    if (known == null) {
      known = new Names();
      names.put(client.value(), known);
    }
    return known;
  }

  @Nullable ViewSku sku(ClientId client, String code) {
    Names of = names.get(client.value());
    return of == null ? null : of.skus.get(code);
  }

  @Nullable ViewSku sku(ClientId client, long id) {
    ViewSku known = skus.get(id);
    // By the number: equals of a record is too slow for what every lookup asks several times.
    return known != null && known.client().value() == client.value() ? known : null;
  }

  @Nullable ViewLocation location(ClientId client, String code) {
    Names of = names.get(client.value());
    return of == null ? null : of.locations.get(code);
  }

  @Nullable ViewLocation location(ClientId client, int id) {
    Names of = names.get(client.value());
    return of == null ? null : of.locationsById.get(id);
  }

  Collection<ViewLocation> locations(ClientId client) {
    Names of = names.get(client.value());
    return of == null ? List.of() : of.locations.values();
  }
}
