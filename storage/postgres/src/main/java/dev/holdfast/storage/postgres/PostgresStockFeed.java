package dev.holdfast.storage.postgres;

import dev.holdfast.storage.api.FeedListener;
import dev.holdfast.storage.api.StockFeed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The feed read from the write-ahead log by logical decoding.
 *
 * <p>An installation has one lasting slot, and the node that reads from it holds it like a lock. A
 * node that may do without reads from a slot of its own that ends with its connection. A
 * reconnected reader of the lasting slot goes on where it was; everybody else begins with a whole
 * picture again.
 */
public final class PostgresStockFeed implements StockFeed {
  /** Which slot a node reads from. */
  public enum Reading {
    /** The lasting one when it is free, else one of its own. */
    ANY_SLOT,
    /** The lasting one or none: waits for it. Whoever has it is the elected reader. */
    LASTING_SLOT
  }

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(PostgresStockFeed.class);

  private final FeedLogin login;
  private final Reading reading;
  private final IntConsumer decoder;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicLong pictures = new AtomicLong();
  private final AtomicLong retained = new AtomicLong();
  private volatile @Nullable FeedSession session;

  public PostgresStockFeed(Database database, Reading reading) {
    this(database, reading, process -> {});
  }

  /**
   * A feed that tells which of the server's processes decodes the log for it.
   *
   * @param decoder hears the process number at every connection, on the feed's thread
   */
  public PostgresStockFeed(Database database, Reading reading, IntConsumer decoder) {
    this.login = database.feedLogin();
    this.reading = reading;
    this.decoder = decoder;
  }

  /** Whether changes are being read now. */
  public boolean isConnected() {
    return session != null;
  }

  /** Whether this node is the reader of the lasting slot. */
  public boolean holdsLastingSlot() {
    FeedSession open = session;
    return open != null && open.isLasting();
  }

  /** How often the whole picture was read. */
  public long pictures() {
    return pictures.get();
  }

  /** Bytes of log that the server keeps for the lasting slot, as of a few seconds ago. */
  public long retainedBytes() {
    return retained.get();
  }

  @Override
  public void follow(FeedListener listener) {
    FeedSession.@Nullable Place place = null;
    Duration pause = FIRST_PAUSE;
    boolean told = false;
    while (closed.getCount() > 0) {
      try (FeedSession open = FeedSession.open(login, reading, listener, retained::set, place)) {
        session = open;
        decoder.accept(open.decoder());
        if (closed.getCount() == 0) {
          return;
        }
        if (open.missedSomething()) {
          place = null;
          pictures.incrementAndGet();
          open.readPicture();
        }
        told = false;
        pause = FIRST_PAUSE;
        try {
          open.read(closed);
        } finally {
          place = open.place(place);
        }
      } catch (FeedSession.SlotTakenException elsewhere) {
        LOG.debug("another node reads the feed: {}", elsewhere.getMessage());
        pause = LONGEST_PAUSE;
      } catch (SQLException failed) {
        if (closed.getCount() > 0) {
          if (!told) {
            LOG.warn("the feed is interrupted, and is tried again: {}", failed.getMessage());
            told = true;
          }
          listener.lost(String.valueOf(failed.getMessage()));
        }
      } catch (RuntimeException bug) {
        // A feed that ended would leave its listener stale for good: it begins anew.
        LOG.error("the feed failed, and begins anew with a picture", bug);
        place = null;
        listener.lost(String.valueOf(bug.getMessage()));
      } finally {
        session = null;
      }
      pause = await(pause);
    }
  }

  /** Waits, and returns how long to wait the next time. */
  private Duration await(Duration pause) {
    try {
      closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      closed.countDown();
      Thread.currentThread().interrupt();
    }
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }

  @Override
  public void close() {
    closed.countDown();
    FeedSession open = session;
    if (open != null) {
      open.abort();
    }
  }

  /** A connection that may be cut off from another thread. */
  static void cut(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException alreadyGone) {
      LOG.debug("cutting a lost connection", alreadyGone);
    }
  }
}
