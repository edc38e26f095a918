package dev.holdfast.storage.postgres;

import dev.holdfast.storage.contract.feed.FeedFixture;
import dev.holdfast.storage.contract.feed.StockFeedContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresStockFeedContractTest extends StockFeedContract {
  private static PostgresFeedFixture store;

  @BeforeAll
  static void open() {
    store = new PostgresFeedFixture();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Override
  protected FeedFixture store() {
    return store;
  }
}
