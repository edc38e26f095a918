package dev.holdfast.storage.redis;

import dev.holdfast.storage.api.FeedListener;

/** Notes which history a picture belongs to and how far it reaches. */
final class HistoryNote implements FeedListener {
  private String history = "";
  private long place;

  String history() {
    return history;
  }

  long place() {
    return place;
  }

  @Override
  public void snapshotBegins(String begun) {
    history = begun;
  }

  @Override
  public void snapshotEnds(FeedMark mark) {
    place = mark.place();
  }
}
