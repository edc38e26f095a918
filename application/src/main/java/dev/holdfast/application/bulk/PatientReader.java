package dev.holdfast.application.bulk;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import dev.holdfast.storage.api.ExportReader;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks again where the store did not answer in time: a file of a thousand pages must not be lost
 * for one hiccup.
 */
final class PatientReader implements ExportReader {
  /** Tries of one page; the store's own timeouts lie between them. */
  static final int ATTEMPTS = 3;

  private final ExportReader reader;

  PatientReader(ExportReader reader) {
    this.reader = reader;
  }

  private static <T> T asking(Supplier<T> page) {
    for (int attempt = 1; ; attempt++) {
      try {
        return page.get();
      } catch (StoreUnavailableException failed) {
        if (attempt == ATTEMPTS) {
          throw failed;
        }
      }
    }
  }

  @Override
  public List<Sku> skus(ClientId client, String afterCode) {
    return asking(() -> reader.skus(client, afterCode));
  }

  @Override
  public List<Location> locations(ClientId client, String afterCode) {
    return asking(() -> reader.locations(client, afterCode));
  }

  @Override
  public List<StockLine> stock(ClientId client, long afterPosition) {
    return asking(() -> reader.stock(client, afterPosition));
  }

  @Override
  public List<LedgerLine> ledger(ClientId client, long afterPosition, long afterVersion) {
    return asking(() -> reader.ledger(client, afterPosition, afterVersion));
  }

  @Override
  public List<Reservation> reservations(ClientId client, @Nullable UUID after) {
    return asking(() -> reader.reservations(client, after));
  }

  @Override
  public List<SkuRef> skusById(ClientId client, Collection<Long> ids) {
    return asking(() -> reader.skusById(client, ids));
  }

  @Override
  public List<LocationRef> locationRefs(ClientId client) {
    return asking(() -> reader.locationRefs(client));
  }
}
