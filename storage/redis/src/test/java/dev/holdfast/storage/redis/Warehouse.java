package dev.holdfast.storage.redis;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.FeedListener;
import dev.holdfast.storage.api.FeedListener.FeedMark;
import dev.holdfast.storage.api.FeedListener.FeedPosition;
import dev.holdfast.storage.api.StockSnapshots;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A store of one number per position, whose changes go to a publisher: the truth that edges are
 * compared with.
 */
final class Warehouse implements StockSnapshots {
  private final Map<Long, Long> versions = new TreeMap<>();
  private FeedListener publisher;
  private String history = "one";
  private long place;

  Warehouse(FeedListener publisher) {
    this.publisher = publisher;
  }

  /** From now on another node publishes. */
  synchronized void publishTo(FeedListener other) {
    publisher = other;
  }

  /** What a feed tells first. */
  synchronized void begin() {
    read(publisher);
  }

  /** One transaction that changes so many positions. */
  synchronized void change(long first, int count) {
    for (long position = first; position < first + count; position++) {
      publisher.position(row(position, versions.merge(position, 1L, Long::sum)));
    }
    publisher.reached(new FeedMark(++place, Instant.EPOCH.plusMillis(place)));
  }

  /** A failover that lost what was last committed. */
  synchronized void fallBack() {
    history = "two";
    versions.replaceAll((position, version) -> Math.max(1, version - 1));
    read(publisher);
  }

  synchronized void heartbeat() {
    publisher.reached(new FeedMark(place, Instant.EPOCH.plusMillis(place)));
  }

  synchronized Map<Long, Long> versions() {
    return Map.copyOf(versions);
  }

  synchronized long place() {
    return place;
  }

  @Override
  public synchronized void read(FeedListener listener) {
    listener.snapshotBegins(history);
    versions.forEach((position, version) -> listener.position(row(position, version)));
    listener.snapshotEnds(new FeedMark(place, Instant.EPOCH.plusMillis(place)));
  }

  private static FeedPosition row(long position, long version) {
    return new FeedPosition(position, new ClientId(1), version * 10, version, 0, version);
  }
}
