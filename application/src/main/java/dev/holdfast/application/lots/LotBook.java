package dev.holdfast.application.lots;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.lot.LotAsk;
import dev.holdfast.domain.stock.lot.LotShare;
import dev.holdfast.storage.api.LotStore;
import dev.holdfast.storage.api.LotStore.Dated;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What planning and picking ask about lots. Every method may wait for the store and throws {@link
 * StoreUnavailableException} when it cannot be asked. Safe for use by several threads.
 */
public final class LotBook {
  /** Planning asks for one SKU at every location, and orders of one second for the same goods. */
  private static final Duration REMEMBERED = Duration.ofSeconds(1);

  /** SKUs: about 10 MB with thirty locations each; beyond, a question costs a look-up. */
  private static final int MAX_REMEMBERED = 2_000;

  private final LotStore store;
  private final Cache<OfSku, Map<PositionKey, Dated>> remembered =
      Caffeine.newBuilder().maximumSize(MAX_REMEMBERED).expireAfterWrite(REMEMBERED).build();

  private record OfSku(ClientId client, long skuId) {}

  public LotBook(LotStore store) {
    this.store = store;
  }

  /**
   * How much may be promised that is still usable on a day, at most a second old: what is usable of
   * on hand, less everything that is reserved, floored at 0. Goods without a date count as usable.
   * Reservations do not say which lots they take, so each is taken to want the freshest: a promise
   * of freshness is never given twice. Safety stock is not looked at.
   *
   * @param lastDay the day on which the goods must still be usable
   * @return smallest units
   */
  public long usableOn(ClientId client, int locationId, long skuId, LocalDate lastDay) {
    Dated dated =
        remembered
            .get(new OfSku(client, skuId), asked -> store.dated(client, skuId))
            .get(PositionKey.of(skuId, locationId));
    if (dated == null) {
      return 0;
    }
    return Math.max(0, dated.lots().usableOn(lastDay, dated.onHand()) - dated.reserved());
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
