package dev.holdfast.application.reporting.facts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.storage.api.FactCatalogue;
import dev.holdfast.storage.api.FactCatalogue.PlaceName;
import dev.holdfast.storage.api.FactCatalogue.SkuName;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * What SKUs and locations of every client are called, counted in and clocked by, remembered for a
 * while: a category may change, and facts of later versions are told in the new one. For any number
 * of threads. Throws {@link dev.holdfast.storage.api.StoreUnavailableException} when the store must
 * be asked and cannot be.
 */
public final class FactNames {
  /** About 40 MB; beyond, the least used are asked for again. */
  private static final int MAX_SKUS = 200_000;

  private static final int MAX_CLIENTS = 10_000;
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  private final FactCatalogue catalogue;
  private final Cache<SkuId, SkuName> skus;
  private final Cache<ClientId, Map<Integer, PlaceName>> places;

  /** Asks nothing yet. */
  public FactNames(FactCatalogue catalogue, LongSupplier nanoTime) {
    this.catalogue = catalogue;
    this.skus =
        Caffeine.newBuilder()
            .maximumSize(MAX_SKUS)
            .expireAfterWrite(REMEMBERED)
            .ticker(nanoTime::getAsLong)
            .build();
    this.places =
        Caffeine.newBuilder()
            .maximumSize(MAX_CLIENTS)
            .expireAfterWrite(REMEMBERED)
            .ticker(nanoTime::getAsLong)
            .build();
  }

  private record SkuId(ClientId client, long id) {}

  /** The SKUs of these numbers; those that nobody knows are pieces without code and category. */
  public Map<Long, SkuName> skus(ClientId client, Collection<Long> ids) {
    Map<Long, SkuName> found = new HashMap<>();
    Set<Long> unknown = new LinkedHashSet<>();
    for (long id : ids) {
      SkuName known = skus.getIfPresent(new SkuId(client, id));
      if (known == null) {
        unknown.add(id);
      } else {
        found.put(id, known);
      }
    }
    List<Long> asked = new ArrayList<>(unknown);
    for (int i = 0; i < asked.size(); i += FactCatalogue.MAX_SKUS) {
      List<Long> page = asked.subList(i, Math.min(i + FactCatalogue.MAX_SKUS, asked.size()));
      for (SkuName name : catalogue.skus(client, page)) {
        skus.put(new SkuId(client, name.id()), name);
        found.put(name.id(), name);
      }
    }
    for (long id : asked) {
      found.computeIfAbsent(id, one -> new SkuName(one, "", "", new Scale(0)));
    }
    return found;
  }

  /** A SKU; one that nobody knows is pieces without code and category. */
  public SkuName sku(ClientId client, long id) {
    SkuName known = skus.getIfPresent(new SkuId(client, id));
    return known != null ? known : skus(client, List.of(id)).values().iterator().next();
  }

  /** A location; one that nobody knows has no code and keeps universal time. */
  public PlaceName place(ClientId client, int id) {
    Map<Integer, PlaceName> known = places.getIfPresent(client);
    if (known == null || !known.containsKey(id)) {
      known = ask(client);
    }
    return known.getOrDefault(id, new PlaceName(id, "", ZoneOffset.UTC));
  }

  private Map<Integer, PlaceName> ask(ClientId client) {
    Map<Integer, PlaceName> all = new HashMap<>();
    catalogue.places(client).forEach(place -> all.put(place.id(), place));
    places.put(client, all);
    return all;
  }
}
