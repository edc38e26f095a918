package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import java.time.Instant;
import java.util.List;

/**
 * Keeps what was refused for lack of stock and is no command's outcome, for reports of every
 * client. Safe for several threads.
 */
public interface RefusalLog {
  /** The most rows that are kept at once. */
  int MAX_ROWS = 1_000;

  /**
   * Keeps all of them or none; the same ones given again are counted again.
   *
   * @param rows 1 to {@link #MAX_ROWS}
   * @throws StoreUnavailableException when none is kept, or nobody knows
   */
  void keep(List<Refused> rows);

  /**
   * Lines of one SKU that were refused at one moment.
   *
   * @param locationId 0 where any place would have done
   * @param quantity of all lines, smallest units
   */
  record Refused(
      ClientId client, long skuId, int locationId, Instant at, long lines, long quantity) {}
}
