package dev.holdfast.storage.redis;

import dev.holdfast.storage.api.FeedListener;
import dev.holdfast.storage.api.StockSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What one edge has heard, kept by the rule of versions. */
final class Edge implements FeedListener, AutoCloseable {
  final Map<Long, Long> versions = new ConcurrentHashMap<>();
  final List<FeedSku> skus = new CopyOnWriteArrayList<>();
  final List<FeedLocation> locations = new CopyOnWriteArrayList<>();
  final List<String> losses = new CopyOnWriteArrayList<>();
  final List<String> backwards = new CopyOnWriteArrayList<>();
  volatile long place = -1;
  private final RedisFeed feed;
  private final Thread thread;
  private String history = "";

  Edge(RedisServer redis, StockSnapshots snapshots) {
    feed = new RedisFeed(redis.url(), "test", snapshots);
    thread = Thread.ofPlatform().start(() -> feed.follow(this));
  }

  long pictures() {
    return feed.pictures();
  }

  @Override
  public void snapshotBegins(String begun) {
    if (!begun.equals(history)) {
      history = begun;
      versions.clear();
      place = -1;
    }
  }

  @Override
  public void sku(FeedSku sku) {
    skus.add(sku);
  }

  @Override
  public void location(FeedLocation location) {
    locations.add(location);
  }

  @Override
  public void position(FeedPosition position) {
    versions.merge(position.packed(), position.version(), Math::max);
  }

  @Override
  public void snapshotEnds(FeedMark mark) {
    reached(mark);
  }

  @Override
  public void reached(FeedMark mark) {
    if (mark.place() < place) {
      backwards.add(place + " to " + mark.place());
    }
    place = mark.place();
  }

  @Override
  public void lost(String why) {
    losses.add(why);
  }

  /** Whether this edge knows exactly what the store holds, and says that it is that far. */
  boolean knows(Warehouse truth) {
    return place == truth.place() && versions.equals(truth.versions());
  }

  List<Long> known() {
    return new ArrayList<>(versions.keySet());
  }

  @Override
  public void close() {
    feed.close();
    Poll.join(thread);
  }
}
