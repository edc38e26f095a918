package dev.holdfast.storage.contract.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.storage.api.FeedListener;
import dev.holdfast.storage.api.StockFeed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows a feed on a thread of its own, keeps what it told by the rule of versions, and notes what
 * must never happen.
 */
public final class FeedReader<F extends StockFeed> implements FeedListener, AutoCloseable {
  /** Long enough for any machine; a test that waits so long has failed. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration POLL = Duration.ofMillis(2);

  private final F feed;
  private final Thread thread;
  private final Map<Long, FeedPosition> positions = new TreeMap<>();
  private final Map<Long, FeedSku> skus = new TreeMap<>();
  private final Map<Integer, FeedLocation> locations = new TreeMap<>();
  private final List<String> wrongs = new CopyOnWriteArrayList<>();
  private final List<String> losses = new CopyOnWriteArrayList<>();
  private boolean inPicture;
  private boolean mayRepeat;
  private volatile @Nullable FeedMark mark;
  private volatile int pictures;

  public FeedReader(F feed) {
    this.feed = feed;
    this.thread = Thread.ofPlatform().name("feed-reader").start(() -> feed.follow(this));
  }

  public F feed() {
    return feed;
  }

  /** Everything known now, by the packed key. */
  public synchronized Map<Long, FeedPosition> positions() {
    return new TreeMap<>(positions);
  }

  /** Everything known now, by number. */
  public synchronized Map<Long, FeedSku> skus() {
    return new TreeMap<>(skus);
  }

  /** Everything known now, by number. */
  public synchronized Map<Integer, FeedLocation> locations() {
    return new TreeMap<>(locations);
  }

  /** The latest mark; only to be asked after the first picture. */
  public FeedMark mark() {
    FeedMark latest = mark;
    if (latest == null) {
      throw new IllegalStateException("no picture has ended");
    }
    return latest;
  }

  /** How many pictures were told to their end. */
  public int pictures() {
    return pictures;
  }

  /** What was said at each loss of the feed. */
  public List<String> losses() {
    return List.copyOf(losses);
  }

  /** Waits until the first picture is told. */
  public FeedReader<F> awaitPicture() {
    await("a picture", () -> pictures > 0);
    return this;
  }

  /** Waits for a condition. */
  public void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "waited in vain for " + what + "; knows " + positions() + ", lost " + losses);
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  @Override
  public synchronized void snapshotBegins(String history) {
    inPicture = true;
  }

  @Override
  public synchronized void sku(FeedSku sku) {
    skus.put(sku.id(), sku);
  }

  @Override
  public synchronized void location(FeedLocation location) {
    locations.put(location.id(), location);
  }

  @Override
  public synchronized void position(FeedPosition position) {
    FeedPosition known = positions.get(position.packed());
    if (known == null || known.version() < position.version()) {
      positions.put(position.packed(), position);
    } else if (!inPicture && !mayRepeat) {
      wrongs.add("told " + position + " after " + known);
    }
  }

  @Override
  public synchronized void snapshotEnds(FeedMark reached) {
    if (!inPicture) {
      wrongs.add("the end of a picture that never began");
    }
    inPicture = false;
    mayRepeat = false;
    mark = reached;
    pictures++;
  }

  @Override
  public synchronized void reached(FeedMark reached) {
    if (inPicture) {
      wrongs.add("a mark within a picture");
    }
    FeedMark before = mark;
    if (before != null && !mayRepeat && reached.place() < before.place()) {
      wrongs.add("back from " + before + " to " + reached);
    }
    mark = reached;
  }

  @Override
  public synchronized void lost(String why) {
    losses.add(why);
    inPicture = false;
    mayRepeat = true;
  }

  /** Closes the feed, waits for its end, and fails if anything was told that must not be. */
  @Override
  public void close() {
    feed.close();
    await("the feed's end", () -> !thread.isAlive());
    assertThat(wrongs).isEmpty();
  }
}
