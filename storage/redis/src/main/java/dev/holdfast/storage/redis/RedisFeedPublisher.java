package dev.holdfast.storage.redis;

import dev.holdfast.storage.api.FeedListener;
import io.lettuce.core.RedisException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what a feed tells to the stream that every edge tails. At most one node may publish at
 * a time: the one that holds the installation's slot.
 *
 * <p>Whatever could not be published is not kept: the run of numbers ends there and another epoch
 * begins, by which readers know that they missed something and read the whole picture again. So a
 * Redis that is away, full or emptied costs freshness and never truth, and neither memory here nor
 * disk space in the database. Used by the feed's thread; the numbers may be read by any.
 */
public final class RedisFeedPublisher implements FeedListener, AutoCloseable {
  /** Entries kept in Redis: about two minutes of the busiest traffic that we measured. */
  public static final long DEFAULT_BOUND = 100_000;

  /** Redis is not asked again sooner after a failure, so that the feed itself goes on. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(RedisFeedPublisher.class);

  private final long bound;
  private final RedisStream stream;
  private final SecureRandom random = new SecureRandom();
  private final AtomicLong published = new AtomicLong();
  private final AtomicLong gaps = new AtomicLong();
  private Entry.Changes gathered = Entry.Changes.none();
  private String history = "";
  private boolean inPicture;
  private boolean broken = true;
  private long epoch;
  private long number;
  private long failedNanos = System.nanoTime() - PAUSE.toNanos();

  /**
   * @param key the stream's name in Redis, the same for every node of the installation
   * @param bound see {@link #DEFAULT_BOUND}
   * @throws IllegalArgumentException with the mend when the URL cannot be read
   */
  public RedisFeedPublisher(String url, String key, long bound) {
    this.stream = new RedisStream(url, key);
    this.bound = bound;
  }

  /** Entries published since the start. */
  public long published() {
    return published.get();
  }

  /** How often something could not be published, so that every edge had to read a whole picture. */
  public long gaps() {
    return gaps.get();
  }

  @Override
  public void snapshotBegins(String newHistory) {
    history = newHistory;
    inPicture = true;
    gathered = Entry.Changes.none();
    breakOff();
  }

  @Override
  public void sku(FeedSku sku) {
    if (!inPicture) {
      gathered.skus().add(sku);
      publishWhenFull();
    }
  }

  @Override
  public void location(FeedLocation location) {
    if (!inPicture) {
      gathered.locations().add(location);
      publishWhenFull();
    }
  }

  @Override
  public void position(FeedPosition position) {
    if (!inPicture) {
      gathered.positions().add(position);
      publishWhenFull();
    }
  }

  /** Edges read pictures from the store themselves: only what comes after one is published. */
  @Override
  public void snapshotEnds(FeedMark mark) {
    inPicture = false;
    publish(mark);
  }

  @Override
  public void reached(FeedMark mark) {
    publish(mark);
  }

  /** The feed goes on where it was, or tells a picture: either way nothing is missed here. */
  @Override
  public void lost(String why) {
    gathered = Entry.Changes.none();
    breakOff();
  }

  private void publishWhenFull() {
    if (gathered.size() >= Entry.MAX_CHANGES) {
      publish(null);
    }
  }

  private void publish(@Nullable FeedMark mark) {
    Entry.Changes changes = gathered;
    gathered = Entry.Changes.none();
    if (broken && System.nanoTime() - failedNanos < PAUSE.toNanos()) {
      return;
    }
    try {
      if (broken) {
        epoch = random.nextLong(1, Long.MAX_VALUE);
        number = 0;
      }
      stream.add(EntryCodec.write(new Entry(epoch, ++number, history, changes, mark)), bound);
      published.incrementAndGet();
      if (broken) {
        broken = false;
        LOG.info("publishing the feed to Redis");
      }
    } catch (RedisException failed) {
      if (!broken) {
        LOG.warn(
            "the feed cannot be published to Redis, and is tried again: {}", failed.getMessage());
      }
      breakOff();
      failedNanos = System.nanoTime();
    }
  }

  private void breakOff() {
    if (!broken) {
      broken = true;
      gaps.incrementAndGet();
    }
  }

  @Override
  public void close() {
    stream.close();
  }
}
