package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import dev.holdfast.storage.api.StockReader.HistoryRow;
import dev.holdfast.storage.api.StockReader.PositionRow;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One client's rows, page after page, for files of any length. Each page is one short transaction,
 * so a reader of any slowness holds up nobody: a page is one moment, a whole file is not. Every
 * method sees committed changes only and nothing of another client, returns at most {@link
 * #PAGE_ROWS} rows in key order, those after the given key, and none at the end; and throws {@link
 * StoreUnavailableException} when the store cannot be asked.
 */
public interface ExportReader {
  /** Rows of one page: a few megabytes in memory and some ten milliseconds of the store's time. */
  int PAGE_ROWS = 5_000;

  /** SKUs in code order; the first page is after the empty code. */
  List<Sku> skus(ClientId client, String afterCode);

  /** Locations in code order; the first page is after the empty code. */
  List<Location> locations(ClientId client, String afterCode);

  /** Positions that something ever happened to; the first page is after key 0. */
  List<StockLine> stock(ClientId client, long afterPosition);

  /** Ledger entries, oldest first per position; the first page is after version 0 of key 0. */
  List<LedgerLine> ledger(ClientId client, long afterPosition, long afterVersion);

  /** Reservations, oldest first; null: the first page. */
  List<Reservation> reservations(ClientId client, @Nullable UUID after);

  /** The references of these SKUs, in no order. At most {@link #PAGE_ROWS}. */
  List<SkuRef> skusById(ClientId client, Collection<Long> ids);

  /** Every location's reference of the client. */
  List<LocationRef> locationRefs(ClientId client);

  /** A position with the SKU that it is of. */
  record StockLine(SkuRef sku, PositionRow row) {}

  /** A ledger entry with the SKU and the packed key of its position. */
  record LedgerLine(SkuRef sku, long position, HistoryRow entry) {}
}
