package dev.holdfast.storage.contract.feed;

import dev.holdfast.storage.api.BulkStore;
import dev.holdfast.storage.api.CatalogueStore;
import dev.holdfast.storage.api.StockFeed;
import dev.holdfast.storage.api.StockSnapshots;
import dev.holdfast.storage.contract.StoreFixture;

/** What an engine supplies, beyond its store, so that the contract can be tried on its feed. */
public interface FeedFixture extends StoreFixture {
  /** A new feed that nobody follows yet. Any number of them may be followed at once. */
  StockFeed feed();

  /** Ends the connection of everybody who follows a feed, as a lost network would. */
  void cutOffFeeds();

  StockSnapshots snapshots();

  CatalogueStore catalogue();

  BulkStore bulk();
}
