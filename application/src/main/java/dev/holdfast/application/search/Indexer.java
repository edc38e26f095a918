package dev.holdfast.application.search;

import dev.holdfast.storage.api.FeedListener.FeedSku;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes changes from a queue into the indexes. Its own thread runs it until it is stopped. */
final class Indexer implements Runnable {
  /** The longest that a change stays unseen while many more come. */
  static final Duration SHOW_AFTER = Duration.ofSeconds(1);

  /** Taken from the queue at once. */
  private static final int BATCH = 1_024;

  private static final Logger LOG = LoggerFactory.getLogger(Indexer.class);

  private final IndexPlace place;
  private final BlockingQueue<Change> waiting;
  private final AtomicInteger unshown;
  private final List<Change> batch = new ArrayList<>(BATCH);
  private volatile Picture answering;
  private volatile boolean incomplete = true;
  private volatile boolean stopped;
  private @Nullable Picture building;
  private int put;
  private long shownNanos = System.nanoTime();

  /** What the feed tells, in its order. */
  sealed interface Change {}

  /** A whole picture follows. */
  record Begins() implements Change {}

  /** A SKU as it is now. */
  record Told(FeedSku sku) implements Change {}

  /** The whole picture is told. */
  record Ends() implements Change {}

  /** Nothing: wakes the thread, so that it sees that it is stopped. */
  record Wakes() implements Change {}

  Indexer(IndexPlace place, BlockingQueue<Change> waiting, AtomicInteger unshown) {
    this.place = place;
    this.waiting = waiting;
    this.unshown = unshown;
    this.answering = new Picture(place);
  }

  /** The indexes that answer now. */
  Picture answering() {
    return answering;
  }

  /** Ends {@link #run} after what it is doing; what still waits is left out. */
  void stop() {
    stopped = true;
    // Where there is no room for this, the thread is awake anyway.
    waiting.offer(new Wakes());
  }

  /** Whether no picture has ever been completed. */
  boolean isIncomplete() {
    return incomplete;
  }

  @Override
  public void run() {
    try {
      while (!stopped) {
        gather();
        takeIn();
        batch.clear();
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    } finally {
      close();
    }
  }

  /** Waits for changes; not for long while there is something left to show. */
  private void gather() throws InterruptedException {
    boolean atRest = answering.isAtRest() && (building == null || building.isAtRest());
    Change first =
        atRest ? waiting.take() : waiting.poll(SHOW_AFTER.toNanos(), TimeUnit.NANOSECONDS);
    if (first != null) {
      batch.add(first);
      waiting.drainTo(batch, BATCH - 1);
    }
  }

  private void takeIn() {
    try {
      for (Change change : batch) {
        apply(change);
      }
      put += batch.size();
      if (waiting.isEmpty() || System.nanoTime() - shownNanos > SHOW_AFTER.toNanos()) {
        show();
      }
    } catch (IOException | RuntimeException failed) {
      LOG.error(
          "Search could not take in {} changes and may not find those SKUs. Restart this node; if"
              + " indexes are kept in a folder, look at its free space and permissions first.",
          batch.size(),
          failed);
    }
  }

  private void apply(Change change) throws IOException {
    switch (change) {
      case Begins begins -> begin();
      case Told told -> (building == null ? answering : building).put(told.sku());
      case Ends ends -> end();
      case Wakes wakes -> {}
    }
  }

  private void begin() throws IOException {
    if (building != null && building != answering) {
      building.close();
    }
    building = incomplete && building == null ? answering : new Picture(place);
  }

  private void end() throws IOException {
    Picture complete = building;
    if (complete == null) {
      return;
    }
    complete.show();
    Picture old = answering;
    answering = complete;
    building = null;
    incomplete = false;
    if (old != complete) {
      old.close();
    }
  }

  private void show() throws IOException {
    answering.show();
    if (building != null) {
      building.show();
    }
    unshown.addAndGet(-put);
    put = 0;
    shownNanos = System.nanoTime();
  }

  private void close() {
    try {
      if (building != null && building != answering) {
        building.close();
      }
      answering.close();
    } catch (IOException failed) {
      LOG.warn("An index could not be closed; the next start removes what is left of it.", failed);
    }
  }
}
