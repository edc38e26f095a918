package dev.holdfast.storage.api;

/**
 * Every client's committed changes, in the order of their commits.
 *
 * <p>A feed begins with a whole picture and goes on with what was committed since. Changes may be
 * told again after a reconnect, and a change may be told both by the picture and after it: versions
 * make that harmless. Nothing is told that is not committed, and nothing committed is left out; a
 * feed that lost its place tells the whole picture again.
 */
public interface StockFeed extends AutoCloseable {
  /**
   * Tells the listener everything, on the calling thread, until the feed is closed. A lost
   * connection is told by {@link FeedListener#lost} and made again by the feed itself, with a pause
   * between tries.
   */
  void follow(FeedListener listener);

  /** Ends {@link #follow}, which returns soon after. May be called from any thread, twice too. */
  @Override
  void close();
}
