package dev.holdfast.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.storage.api.FeedListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Keeps what a feed told, by the rule of versions, and notes what must never happen. */
final class FeedReader implements FeedListener, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final List<FeedSku> skus = new CopyOnWriteArrayList<>();
  final List<FeedLocation> locations = new CopyOnWriteArrayList<>();
  final List<String> wrongs = new CopyOnWriteArrayList<>();
  final List<String> losses = new CopyOnWriteArrayList<>();
  final List<String> histories = new CopyOnWriteArrayList<>();
  final PostgresStockFeed feed;
  private final Map<Long, List<Long>> positions = new TreeMap<>();
  private final Thread thread;
  private boolean inPicture;
  private volatile FeedMark mark;
  volatile int ended;
  volatile long told;

  FeedReader(PostgresStockFeed feed) {
    this.feed = feed;
    this.thread = Thread.ofPlatform().name("feed-reader").start(() -> feed.follow(this));
  }

  synchronized Map<Long, List<Long>> positions() {
    return new TreeMap<>(positions);
  }

  FeedMark mark() {
    return mark;
  }

  FeedReader awaitPicture() {
    int before = ended;
    await("a picture", () -> ended > 0 || ended > before);
    return this;
  }

  void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "waited in vain for " + what + "; knows " + positions() + ", lost " + losses);
      }
      LockSupport.parkNanos(2_000_000);
    }
  }

  @Override
  public synchronized void snapshotBegins(String history) {
    histories.add(history);
    inPicture = true;
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
  public synchronized void position(FeedPosition position) {
    told++;
    List<Long> known = positions.get(position.packed());
    if (known != null && known.get(3) >= position.version()) {
      return;
    }
    positions.put(
        position.packed(),
        List.of(
            position.onHand(), position.reserved(), position.safetyStock(), position.version()));
  }

  @Override
  public synchronized void snapshotEnds(FeedMark reached) {
    if (!inPicture) {
      wrongs.add("the end of a picture that never began");
    }
    inPicture = false;
    mark = reached;
    ended++;
  }

  @Override
  public synchronized void reached(FeedMark reached) {
    if (inPicture) {
      wrongs.add("a mark within a picture");
    }
    if (mark != null && reached.place() < mark.place() && losses.isEmpty()) {
      wrongs.add("back from " + mark + " to " + reached);
    }
    mark = reached;
  }

  @Override
  public void lost(String why) {
    losses.add(why);
  }

  @Override
  public void close() {
    feed.close();
    await("the feed's end", () -> !thread.isAlive());
    assertThat(wrongs).isEmpty();
  }
}
