package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.lot.Lots;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads of lots. They are written by {@link StockLedger} only, together with the goods that come
 * into them. Every method sees committed changes only, and throws {@link StoreUnavailableException}
 * when the store cannot be asked; those of one client see nothing of another.
 */
public interface LotStore {
  /**
   * Lots of which something is left, the first to expire first.
   *
   * @param after the cursor of the page before
   * @param limit 1 to {@link Page#MAX_LIMIT}
   * @throws BadCursorException when {@code after} is no cursor of such a list
   */
  Page<LotRow> list(ClientId client, LotFilter filter, @Nullable String after, int limit);

  /** What is at a position; nothing for one that does not exist. */
  Dated dated(ClientId client, PositionKey position);

  /** What is at every position of a SKU, read together; positions that do not exist are missing. */
  Map<PositionKey, Dated> dated(ClientId client, long skuId);

  /**
   * Lots of all clients of which something is left although their last day is over by the calendar
   * of their location, the longest over first.
   *
   * @param at the moment to judge by
   * @param limit 1 to {@link StockLedger#MAX_BATCH}
   */
  List<OverLot> over(Instant at, int limit);

  /**
   * Which lots to list; null: any.
   *
   * @param expiresBefore only those whose last day is before this
   */
  record LotFilter(
      @Nullable Integer locationId, @Nullable Long skuId, @Nullable LocalDate expiresBefore) {}

  /**
   * A lot, with the names that people know its position by.
   *
   * @param expires the last day of use
   * @param received smallest units, in all
   * @param left smallest units
   * @param today the day that it is at the location
   */
  record LotRow(
      PositionKey position,
      String lot,
      LocalDate expires,
      long received,
      long left,
      LocalDate today,
      String sku,
      String skuName,
      Scale scale,
      String location) {}

  /**
   * The lots of a position and its balance, read together.
   *
   * @param onHand smallest units
   * @param reserved smallest units
   */
  record Dated(Lots lots, long onHand, long reserved) {}

  /**
   * A lot whose last day is over.
   *
   * @param received smallest units, in all
   * @param left smallest units, more than 0
   */
  record OverLot(
      ClientId client,
      PositionKey position,
      String lot,
      LocalDate expires,
      long received,
      long left) {}
}
