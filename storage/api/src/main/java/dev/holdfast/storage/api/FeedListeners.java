package dev.holdfast.storage.api;

import java.util.List;

/** Several listeners as one. */
record FeedListeners(List<FeedListener> listeners) implements FeedListener {
  @Override
  public void snapshotBegins(String history) {
    listeners.forEach(listener -> listener.snapshotBegins(history));
  }

  @Override
  public void sku(FeedSku sku) {
    listeners.forEach(listener -> listener.sku(sku));
  }

  @Override
  public void location(FeedLocation location) {
    listeners.forEach(listener -> listener.location(location));
  }

  @Override
  public void position(FeedPosition position) {
    for (FeedListener listener : listeners) {
      listener.position(position);
    }
  }

  @Override
  public void snapshotEnds(FeedMark mark) {
    listeners.forEach(listener -> listener.snapshotEnds(mark));
  }

  @Override
  public void reached(FeedMark mark) {
    listeners.forEach(listener -> listener.reached(mark));
  }

  @Override
  public void lost(String why) {
    listeners.forEach(listener -> listener.lost(why));
  }
}
