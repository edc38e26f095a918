package dev.holdfast.application.order;

import dev.holdfast.application.lots.LotBook;
import dev.holdfast.domain.catalogue.ClientId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much of each location's stock is good for long enough. Where a day was promised, goods that
 * must be fresh keep until so many days after it; where none was, the days on which shipments would
 * arrive are learnt from plans. For one order.
 */
final class FreshStock {
  private final LotBook lots;
  private final ClientId client;
  private final @Nullable LocalDate promised;
  private final Map<Integer, LocalDate> arrivals = new HashMap<>();
  private final Map<Long, LotBook.Freshness> bySku = new HashMap<>();

  FreshStock(LotBook lots, ClientId client, @Nullable LocalDate promised) {
    this.lots = lots;
    this.client = client;
    this.promised = promised;
  }

  /** Smallest units; {@link Long#MAX_VALUE} where it does not matter. */
  long of(OrderItem item, int locationId, long own) {
    LocalDate arrival = promised != null ? promised : arrivals.get(locationId);
    if (item.minShelfLifeDays() == 0 || arrival == null) {
      return Long.MAX_VALUE;
    }
    LocalDate lastDay = arrival.plusDays(item.minShelfLifeDays());
    return bySku
            .computeIfAbsent(item.skuId(), sku -> lots.of(client, sku))
            .usableOn(locationId, lastDay)
        + own;
  }

  /**
   * A plan would have this location's goods arrive on a day.
   *
   * @return whether that was not known, so that the plan may have to be made again
   */
  boolean arrives(int locationId, LocalDate day) {
    if (promised != null) {
      return false;
    }
    LocalDate known = arrivals.get(locationId);
    if (known != null && !known.isBefore(day)) {
      return false;
    }
    arrivals.put(locationId, day);
    return true;
  }
}
