package dev.holdfast.storage.redis;

import dev.holdfast.storage.api.FeedListener;
import dev.holdfast.storage.api.FeedListener.FeedMark;
import dev.holdfast.storage.api.StockFeed;
import dev.holdfast.storage.api.StockSnapshots;
import dev.holdfast.storage.api.StoreUnavailableException;
import io.lettuce.core.RedisException;
import io.lettuce.core.StreamMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feed as an edge has it: the whole picture from the store, then the stream that an elected
 * node publishes. Whatever breaks the run of numbers (a publisher that began anew, a Redis that was
 * emptied, a reader so slow that entries fell off the end) leads to a new picture.
 */
public final class RedisFeed implements StockFeed {
  /** A publisher sends a heartbeat more often than this: silence is worth a second look. */
  private static final Duration WAIT = Duration.ofSeconds(1);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  /** Edges that lose the thread together must not all read the store in the same instant. */
  private static final int SPREAD_MILLIS = 1_000;

  private static final Logger LOG = LoggerFactory.getLogger(RedisFeed.class);

  private final RedisStream stream;
  private final StockSnapshots snapshots;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicLong pictures = new AtomicLong();

  /**
   * @param key the stream's name in Redis, the same for every node of the installation
   * @throws IllegalArgumentException with the mend when the URL cannot be read
   */
  public RedisFeed(String url, String key, StockSnapshots snapshots) {
    this.stream = new RedisStream(url, key);
    this.snapshots = snapshots;
  }

  /** How often the whole picture was read. */
  public long pictures() {
    return pictures.get();
  }

  @Override
  public void follow(FeedListener listener) {
    Duration pause = FIRST_PAUSE;
    boolean told = false;
    while (isOpen()) {
      long before = pictures.get();
      try {
        tail(stream, listener);
      } catch (RedisException | StoreUnavailableException | IOException failed) {
        if (isOpen()) {
          if (!told || pictures.get() > before) {
            LOG.warn(
                "the feed from Redis is interrupted, and is tried again: {}", failed.getMessage());
            told = true;
          }
          listener.lost(String.valueOf(failed.getMessage()));
        }
      }
      pause = pictures.get() > before ? FIRST_PAUSE : longer(pause);
      pause(pause);
    }
    stream.close();
  }

  private boolean isOpen() {
    return closed.getCount() > 0;
  }

  /** Follows the stream until closed, as long as Redis and the store answer. */
  private void tail(RedisStream stream, FeedListener listener) throws IOException {
    Place place = picture(stream, listener);
    while (isOpen()) {
      var messages = stream.after(place.id, WAIT);
      if (messages.isEmpty() && !place.isNewest(stream)) {
        LOG.warn("the stream in Redis began anew: reading the whole picture");
        place = pictureLater(stream, listener);
      }
      for (StreamMessage<byte[], byte[]> message : messages) {
        Entry entry = EntryCodec.read(RedisStream.content(message));
        if (!place.accepts(entry)) {
          LOG.warn("entries of the feed are missing here: reading the whole picture");
          place = pictureLater(stream, listener);
          break;
        }
        place = place.after(message.getId(), entry);
        entry.changes().tell(listener);
        if (entry.reached() != null) {
          listener.reached(entry.reached());
        }
      }
    }
  }

  private Place pictureLater(RedisStream stream, FeedListener listener) throws IOException {
    listener.lost("entries of the feed were missed");
    pause(Duration.ofMillis(ThreadLocalRandom.current().nextInt(SPREAD_MILLIS)));
    return picture(stream, listener);
  }

  /**
   * Notes the end of the stream, then reads a picture: what was published before is in it, and what
   * comes after is read from there.
   */
  private Place picture(RedisStream stream, FeedListener listener) throws IOException {
    Place place = Place.newest(stream);
    HistoryNote noted = new HistoryNote();
    snapshots.read(FeedListener.all(List.of(listener, noted)));
    pictures.incrementAndGet();
    if (place.isBeyond(noted.history(), noted.place())) {
      throw new IOException("the database is a replica that lags behind the feed");
    }
    return place.in(noted.history());
  }

  private void pause(Duration pause) {
    try {
      closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      closed.countDown();
      Thread.currentThread().interrupt();
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  @Override
  public void close() {
    closed.countDown();
  }

  /**
   * How far the stream was read.
   *
   * @param history of the picture that the stream goes on from; before it, of the newest entry
   * @param reached the commit that the newest entry reached; 0 when it says none
   */
  private record Place(String id, long epoch, long number, String history, long reached) {
    static Place newest(RedisStream stream) throws IOException {
      StreamMessage<byte[], byte[]> newest = stream.newest();
      if (newest == null) {
        return new Place(RedisStream.START, 0, 0, "", 0);
      }
      Entry entry = EntryCodec.read(RedisStream.content(newest));
      FeedMark mark = entry.reached();
      long reached = mark == null ? 0 : mark.place();
      return new Place(newest.getId(), entry.epoch(), entry.number(), entry.history(), reached);
    }

    Place in(String picture) {
      return new Place(id, epoch, number, picture, reached);
    }

    Place after(String entryId, Entry entry) {
      return new Place(entryId, entry.epoch(), entry.number(), history, reached);
    }

    /** Whether the stream has told more than a picture holds. */
    boolean isBeyond(String pictureHistory, long picturePlace) {
      return history.equals(pictureHistory) && reached > picturePlace;
    }

    /**
     * Whether nothing was missed before the entry. Never true of an epoch's first: what happened
     * since the picture, while nothing could be published, is in no entry.
     */
    boolean accepts(Entry entry) {
      return entry.follows(epoch, number) && entry.history().equals(history);
    }

    boolean isNewest(RedisStream stream) {
      StreamMessage<byte[], byte[]> newest = stream.newest();
      return newest == null ? id.equals(RedisStream.START) : newest.getId().equals(id);
    }
  }
}
