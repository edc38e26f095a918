package dev.holdfast.storage.contract.feed;

import dev.holdfast.storage.api.FeedListener;
import dev.holdfast.storage.api.StockFeed;
import dev.holdfast.storage.api.StockSnapshots;

/** Tells one picture and nothing after it. */
record PictureFeed(StockSnapshots snapshots) implements StockFeed {
  @Override
  public void follow(FeedListener listener) {
    snapshots.read(listener);
  }

  @Override
  public void close() {
    // Following ends by itself.
  }
}
