package dev.holdfast.storage.redis;

import dev.holdfast.storage.api.FeedListener;

/** Passes a picture on and notes which history it belongs to and how far it reaches. */
final class HistoryNote implements FeedListener {
  private final FeedListener to;
  private String history = "";
  private long place;

  HistoryNote(FeedListener to) {
    this.to = to;
  }

  String history() {
    return history;
  }

  long place() {
    return place;
  }

  @Override
  public void snapshotBegins(String begun) {
    history = begun;
    to.snapshotBegins(begun);
  }

  @Override
  public void sku(FeedSku sku) {
    to.sku(sku);
  }

  @Override
  public void location(FeedLocation location) {
    to.location(location);
  }

  @Override
  public void position(FeedPosition position) {
    to.position(position);
  }

  @Override
  public void snapshotEnds(FeedMark mark) {
    place = mark.place();
    to.snapshotEnds(mark);
  }

  @Override
  public void reached(FeedMark mark) {
    to.reached(mark);
  }

  @Override
  public void lost(String why) {
    to.lost(why);
  }
}
