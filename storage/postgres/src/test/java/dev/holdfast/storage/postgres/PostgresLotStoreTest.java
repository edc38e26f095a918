package dev.holdfast.storage.postgres;

import dev.holdfast.storage.api.LotStore;
import dev.holdfast.storage.contract.LotContract;
import dev.holdfast.storage.contract.StoreFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresLotStoreTest extends LotContract {
  private static PostgresFixture store;

  @BeforeAll
  static void open() {
    store = new PostgresFixture();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Override
  protected StoreFixture store() {
    return store;
  }

  @Override
  protected LotStore lots() {
    return new PostgresLotStore(store.database());
  }
}
