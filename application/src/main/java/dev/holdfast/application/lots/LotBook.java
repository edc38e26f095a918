package dev.holdfast.application.lots;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.lot.LotAsk;
import dev.holdfast.domain.stock.lot.LotShare;
import dev.holdfast.storage.api.LotStore;
import dev.holdfast.storage.api.LotStore.Dated;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What planning and picking ask about lots. Every method may wait for the store and throws {@link
 * StoreUnavailableException} when it cannot be asked. Safe for use by several threads.
 */
public final class LotBook {
  private final LotStore store;

  public LotBook(LotStore store) {
    this.store = store;
  }

  /** What is dated of a SKU at each location, for the questions of one plan. One read. */
  public Freshness of(ClientId client, long skuId) {
    return new Freshness(skuId, store.dated(client, skuId));
  }

  /** The lots of one SKU at every location as they were at one moment. Immutable. */
  public static final class Freshness {
    private final long skuId;
    private final Map<PositionKey, Dated> byPosition;

    private Freshness(long skuId, Map<PositionKey, Dated> byPosition) {
      this.skuId = skuId;
      this.byPosition = Map.copyOf(byPosition);
    }

    /**
     * How much may be promised that is still usable on a day: what is usable of on hand, less
     * everything that is reserved, floored at 0. Goods without a date count as usable. Reservations
     * do not say which lots they take, so each is taken to want the freshest. Safety stock is not
     * looked at. Orders that are planned in the same moment do not see each other: the floor finds
     * out when it chooses lots.
     *
     * @param lastDay the day on which the goods must still be usable
     * @return smallest units
     */
    public long usableOn(int locationId, LocalDate lastDay) {
      Dated dated = byPosition.get(PositionKey.of(skuId, locationId));
      return dated == null
          ? 0
          : Math.max(0, dated.lots().usableOn(lastDay, dated.onHand()) - dated.reserved());
    }
  }

  /**
   * Which lots to take so many smallest units from: first-expired-first-out. What is missing in the
   * answer has no date.
   */
  public List<LotShare> allocate(ClientId client, int locationId, long skuId, long quantity) {
    return allocate(client, locationId, skuId, LotAsk.of(quantity));
  }

  /**
   * Which lots to take from, behind what others were told to take and only what is usable on a day:
   * first-expired-first-out. What is missing in the answer has no date.
   */
  public List<LotShare> allocate(ClientId client, int locationId, long skuId, LotAsk ask) {
    Dated dated = store.dated(client, PositionKey.of(skuId, locationId));
    return dated.lots().shares(ask, dated.onHand());
  }
}
