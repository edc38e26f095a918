package dev.holdfast.server.runtime;

import dev.holdfast.storage.api.FeedListener;

/** Hears only of a feed's first picture and of its losses. */
record FeedEvents(Runnable onPicture, Runnable onLost) implements FeedListener {
  @Override
  public void snapshotBegins(String history) {}

  @Override
  public void sku(FeedSku sku) {}

  @Override
  public void location(FeedLocation location) {}

  @Override
  public void position(FeedPosition position) {}

  @Override
  public void snapshotEnds(FeedMark mark) {
    onPicture.run();
  }

  @Override
  public void reached(FeedMark mark) {}

  @Override
  public void lost(String why) {
    onLost.run();
  }
}
