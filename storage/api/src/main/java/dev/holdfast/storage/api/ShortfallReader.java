package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.storage.api.StockReader.PositionRow;
import org.jspecify.annotations.Nullable;

/**
 * Reads of the positions of which more is reserved than is there, with what they are called. Sees
 * committed changes only, nothing of another client, and throws {@link StoreUnavailableException}
 * when the store cannot be asked.
 */
public interface ShortfallReader {
  /**
   * Positions with a shortfall, in key order.
   *
   * @param limit 1 to {@link Page#MAX_LIMIT}
   */
  Page<ShortfallRow> shortfalls(ClientId client, @Nullable String after, int limit);

  /** A position with a shortfall, and the names that people know it by. */
  record ShortfallRow(PositionRow row, String sku, String skuName, Scale scale, String location) {}
}
