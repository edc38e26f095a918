package dev.holdfast.application.operations;

import dev.holdfast.application.catalogue.CatalogueDirectory;
import dev.holdfast.application.operations.HotPositions.Heat;
import dev.holdfast.application.operations.HotPositions.Place;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.AccessStore.ClientRow;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hottest positions by the codes that people know them by. Names are asked of the store by
 * {@link #refresh}, for one thread; what it has found may be read by any, also while the store is
 * away.
 */
public final class HotList {
  /** As many as somebody reads. */
  public static final int MOST = 10;

  public static final Duration PAUSE = Duration.ofSeconds(5);

  private final HotPositions positions;
  private final CatalogueDirectory directory;
  private final AccessStore access;
  private Map<ClientId, String> clients = Map.of();
  private volatile List<Hot> rows = List.of();

  /** A position that many commands are about. */
  public record Hot(String sku, String location, String client, double commandsPerSecond) {}

  public HotList(HotPositions positions, CatalogueDirectory directory, AccessStore access) {
    this.positions = positions;
    this.directory = directory;
    this.access = access;
  }

  /** The hottest positions as of the last refresh, hottest first. */
  public List<Hot> rows() {
    return rows;
  }

  /** Counts and names anew. Waits for the store where a name is not known yet. */
  public void refresh() {
    List<Heat> hottest = positions.top(MOST);
    try {
      hottest.forEach(heat -> load(heat.place()));
    } catch (StoreUnavailableException away) {
      // Those whose names are known are told, the others once it answers.
    }
    rows = hottest.stream().map(this::named).filter(Objects::nonNull).toList();
  }

  private void load(Place place) {
    ClientId client = place.client();
    if (!clients.containsKey(client)) {
      clients = access.clients().stream().collect(Collectors.toMap(ClientRow::id, ClientRow::code));
    }
    if (directory.skuById(client, place.position().skuId()) == null) {
      directory.loadById(client, List.of(place.position().skuId()));
    }
    if (directory.locationById(client, place.position().locationId()) == null) {
      directory.loadLocations(client);
    }
  }

  private @Nullable Hot named(Heat heat) {
    Place place = heat.place();
    SkuRef sku = directory.skuById(place.client(), place.position().skuId());
    LocationRef location = directory.locationById(place.client(), place.position().locationId());
    String client = clients.get(place.client());
    return sku == null || location == null || client == null
        ? null
        : new Hot(sku.code(), location.code(), client, heat.commandsPerSecond());
  }
}
