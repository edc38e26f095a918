package dev.holdfast.server.runtime;

import dev.holdfast.storage.api.FeedListener;

/** Hears only of a feed's pictures and of its losses. */
record FeedEvents(Runnable onPicture, Runnable onLost) implements FeedListener {
  @Override
  public void snapshotEnds(FeedMark mark) {
    onPicture.run();
  }

  @Override
  public void lost(String why) {
    onLost.run();
  }
}
