package dev.holdfast.server.runtime;

import dev.holdfast.storage.api.FeedListener;
import dev.holdfast.storage.api.StockFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A feed that is followed on a thread of its own, until closed. */
final class ViewFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ViewFeed.class);

  private final StockFeed feed;
  private final FeedListener listener;
  private final Thread thread;

  ViewFeed(String name, StockFeed feed, FeedListener listener) {
    this.feed = feed;
    this.listener = listener;
    this.thread = Thread.ofPlatform().name(name).unstarted(this::follow);
  }

  void start() {
    thread.start();
  }

  private void follow() {
    try {
      feed.follow(listener);
    } catch (RuntimeException bug) {
      LOG.error("the feed ended in an unforeseen way; lookups grow stale until a restart", bug);
    }
  }

  @Override
  public void close() {
    feed.close();
    try {
      if (thread.isAlive()) {
        thread.join();
      }
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
