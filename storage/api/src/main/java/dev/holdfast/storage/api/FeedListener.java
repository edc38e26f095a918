package dev.holdfast.storage.api;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Sku;
import java.time.Instant;
import java.util.List;

/**
 * Hears of the whole picture and of every committed change. Called by one thread at a time; must be
 * quick, because everything behind it waits. What it does not care for it need not hear.
 */
public interface FeedListener {
  /**
   * A whole picture follows.
   *
   * @param history names the line of versions that the picture belongs to. Under the same name a
   *     version never changes its meaning; under another, everything known before is void
   */
  default void snapshotBegins(String history) {}

  /** A SKU as it is now: new, changed or told again. */
  default void sku(FeedSku sku) {}

  /** A location as it is now: new, changed or told again. */
  default void location(FeedLocation location) {}

  /** A position as it is after one committed transaction. */
  default void position(FeedPosition position) {}

  /** The whole picture is told. Everything committed up to the mark is in it. */
  default void snapshotEnds(FeedMark mark) {}

  /** Everything committed up to the mark has been told: after each transaction and heartbeat. */
  default void reached(FeedMark mark) {}

  /** Nothing is heard for now, and the feed tries again by itself. */
  default void lost(String why) {}

  /**
   * A point in the order of commits.
   *
   * @param place grows with every commit of one history; comparable within it only
   * @param asOf by the store's clock
   */
  record FeedMark(long place, Instant asOf) {}

  /** A SKU with its number and whose it is. */
  record FeedSku(long id, ClientId client, Sku sku) {}

  /** A location with its number and whose it is. */
  record FeedLocation(int id, ClientId client, Location location) {}

  /**
   * What a position holds, in the SKU's smallest unit.
   *
   * @param packed the position's key, see {@code PositionKey}
   */
  record FeedPosition(
      long packed, ClientId client, long onHand, long reserved, long safetyStock, long version) {}

  /** Tells several listeners, in order. */
  static FeedListener all(List<FeedListener> listeners) {
    return new FeedListeners(List.copyOf(listeners));
  }
}
