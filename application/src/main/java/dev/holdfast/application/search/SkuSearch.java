package dev.holdfast.application.search;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.FeedListener;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.lucene.store.AlreadyClosedException;

/**
 * Finds SKUs of one client by name, code and barcode, from an index that follows the feed.
 *
 * <p>The feed's thread only puts what it tells into a queue; a thread of its own builds the indexes
 * and shows changes at once where few came, at least every {@link Indexer#SHOW_AFTER} where many
 * do. Each whole picture is built beside the one that answers, which it replaces when it is
 * complete; only the very first one answers while it grows.
 *
 * <p>Clients cannot see each other: each has an index of its own. Searching is safe from any thread
 * and asks neither store nor network.
 */
public final class SkuSearch implements FeedListener, AutoCloseable {
  /**
   * Changes that may wait, each of some 160 bytes beyond what the view keeps of a SKU anyway: a
   * picture of a million SKUs is told faster than it is indexed, and need not wait for that.
   * Beyond, the feed waits, and what depends on it says that it is late; an index that left SKUs
   * out would be wrong without anybody knowing.
   */
  static final int MAX_WAITING = 1 << 20;

  private static final long CLOSED_CHECK_MILLIS = 100;

  /** Lucene warns of a faster way that is not part of Java yet. Kept, or the level is forgotten. */
  private static final Logger LUCENE =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  static {
    LUCENE.setLevel(Level.SEVERE);
  }

  private final LinkedBlockingQueue<Indexer.Change> waiting =
      new LinkedBlockingQueue<>(MAX_WAITING);
  private final AtomicInteger unshown = new AtomicInteger();
  private final Indexer indexer;
  private final Thread thread;

  public SkuSearch(IndexPlace place) {
    this.indexer = new Indexer(place, waiting, unshown);
    this.thread = Thread.ofPlatform().name("search-index").daemon().start(indexer);
  }

  /** Finds the best of a client's SKUs. What was told moments ago may not be found yet. */
  public SkuHits search(ClientId client, SkuQuestion question) {
    while (true) {
      boolean indexing = indexer.isIncomplete();
      ClientIndex index = indexer.answering().of(client);
      if (index == null) {
        return SkuHits.none(indexing);
      }
      try {
        return index.search(question).whileIndexing(indexing);
      } catch (AlreadyClosedException replaced) {
        if (!thread.isAlive()) {
          return SkuHits.none(true);
        }
        // A newer picture took its place between the two steps: ask that one.
        Thread.onSpinWait();
      }
    }
  }

  /** How many changes were told and cannot be found yet. */
  public int waiting() {
    return unshown.get();
  }

  /** Whether a whole picture has never been indexed to its end. */
  public boolean isIncomplete() {
    return indexer.isIncomplete();
  }

  @Override
  public void snapshotBegins(String history) {
    tell(new Indexer.Begins());
  }

  @Override
  public void sku(FeedSku sku) {
    tell(new Indexer.Told(sku));
  }

  @Override
  public void snapshotEnds(FeedMark mark) {
    tell(new Indexer.Ends());
  }

  private void tell(Indexer.Change change) {
    unshown.incrementAndGet();
    try {
      while (!waiting.offer(change, CLOSED_CHECK_MILLIS, TimeUnit.MILLISECONDS)) {
        if (!thread.isAlive()) {
          return;
        }
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops indexing; searches find nothing any more. */
  @Override
  public void close() {
    indexer.stop();
    try {
      thread.join();
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
  }
}
