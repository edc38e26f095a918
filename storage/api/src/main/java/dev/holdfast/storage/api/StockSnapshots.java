package dev.holdfast.storage.api;

/** Whole pictures of the catalogue and of every position, read from the store. */
public interface StockSnapshots {
  /**
   * Tells one consistent picture: {@link FeedListener#snapshotBegins}, every location and SKU, then
   * every position, and {@link FeedListener#snapshotEnds}.
   *
   * @throws StoreUnavailableException when the store cannot be asked; the picture then has no end
   */
  void read(FeedListener listener);
}
