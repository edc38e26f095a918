package dev.holdfast.storage.postgres;

import dev.holdfast.storage.contract.StockLedgerContract;
import dev.holdfast.storage.contract.StoreFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresStockLedgerContractTest extends StockLedgerContract {
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
}
