package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Whole files into the store.
 *
 * <p>Atomicity: a file is one transaction, and its outcome is stored in it under the caller's
 * idempotency key, so the same order again answers that outcome and does nothing. Errors never
 * throw: what surely had no effect is {@link BulkResult.NoEffect}, what may have had one is {@link
 * BulkResult.Unknown}. Nothing under way is ever cancelled. Safe for use by several threads and
 * several nodes; each call holds one connection until it answers.
 */
public interface BulkStore {
  /**
   * Hands over the reference of every SKU of the client, in no order.
   *
   * @throws StoreUnavailableException when the store cannot be asked
   */
  void skuRefs(ClientId client, Consumer<SkuRef> each);

  /**
   * Sets what is physically there, and the safety stock where one is given. Every position gets a
   * ledger entry of kind counted, and one of kind safety stock set where that changes; all of them
   * bear the time of the stored outcome. Positions are locked in key order, those that are missing
   * are made.
   */
  BulkResult countStock(BulkOrder order, StockCounts counts);

  /**
   * Adds the SKUs whose code is new and replaces the others. Two rows of one code, a barcode that
   * is another SKU's and a scale that differs from the SKU's are bad rows.
   *
   * @param absent what the file says nothing about: it stays as it is for the SKUs that exist
   */
  BulkResult saveSkus(BulkOrder order, RowSource<Sku> rows, Set<SkuColumn> absent);

  /** Adds the locations whose code is new and replaces the others. Two rows of one code are bad. */
  BulkResult saveLocations(BulkOrder order, RowSource<Location> rows);

  /** What a file of SKUs may leave out. */
  enum SkuColumn {
    BARCODES,
    LENGTH_MM,
    WIDTH_MM,
    HEIGHT_MM,
    WEIGHT_G
  }

  /** Rows that can be gone through from the start as often as the store needs to. */
  interface RowSource<T> {
    void forEach(RowSink<T> sink);
  }

  /** Takes one row after the other. */
  interface RowSink<T> {
    /**
     * Takes a row.
     *
     * @param line where the row starts in the file, from 1
     */
    void row(long line, T row);
  }
}
