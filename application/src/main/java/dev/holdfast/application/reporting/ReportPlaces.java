package dev.holdfast.application.reporting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.Page;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Clients' places by code and number, and their clocks, from memory. Safe for several threads;
 * blocks where memory does not know a client or a code.
 */
public final class ReportPlaces {
  /** Clocks hardly ever change, and a report that is an hour off for a minute harms nobody. */
  private static final Duration HOLD = Duration.ofMinutes(1);

  private static final int MAX_CLIENTS = 10_000;

  private final Function<ClientId, List<Place>> load;
  private final Cache<ClientId, Known> known =
      Caffeine.newBuilder().maximumSize(MAX_CLIENTS).expireAfterWrite(HOLD).build();

  /** A place as reports see it. */
  public record Place(int id, String code, ZoneId zone) {}

  private record Known(Map<Integer, Place> byId, Map<String, Place> byCode) {}

  /**
   * @param load reads all places of a client
   */
  public ReportPlaces(Function<ClientId, List<Place>> load) {
    this.load = load;
  }

  /** Those of a catalogue. */
  public static ReportPlaces of(CatalogueStore catalogue) {
    return new ReportPlaces(client -> read(catalogue, client));
  }

  private static List<Place> read(CatalogueStore catalogue, ClientId client) {
    Map<String, ZoneId> zones = new HashMap<>();
    String after = null;
    do {
      Page<Location> page = catalogue.locations(client, null, after, Page.MAX_LIMIT);
      page.items().forEach(place -> zones.put(place.code(), place.timeZone()));
      after = page.next();
    } while (after != null);
    List<Place> places = new ArrayList<>();
    for (LocationRef ref : catalogue.locationRefs(client)) {
      places.add(new Place(ref.id(), ref.code(), zones.getOrDefault(ref.code(), ZoneOffset.UTC)));
    }
    return places;
  }

  /** The place of a code; null where the client has none. */
  public @Nullable Place ofCode(ClientId client, String code) {
    Place place = known(client).byCode().get(code);
    // It may have been made since.
    return place == null ? reload(client).byCode().get(code) : place;
  }

  /** The code of a number; null where nobody knows. */
  @Nullable String codeOf(ClientId client, int id) {
    Place place = known(client).byId().get(id);
    if (place == null && id != 0) {
      place = reload(client).byId().get(id);
    }
    return place == null ? null : place.code();
  }

  /** The clocks of all places; UTC where there is no place. */
  List<ZoneId> zones(ClientId client) {
    List<ZoneId> zones =
        known(client).byId().values().stream().map(Place::zone).distinct().toList();
    return zones.isEmpty() ? List.of(ZoneOffset.UTC) : zones;
  }

  private Known known(ClientId client) {
    Known found = known.getIfPresent(client);
    return found == null ? reload(client) : found;
  }

  private Known reload(ClientId client) {
    Map<Integer, Place> byId = new HashMap<>();
    Map<String, Place> byCode = new HashMap<>();
    for (Place place : load.apply(client)) {
      byId.put(place.id(), place);
      byCode.put(place.code(), place);
    }
    Known read = new Known(byId, byCode);
    known.put(client, read);
    return read;
  }
}
