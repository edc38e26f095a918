package dev.holdfast.storage.postgres;

import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.contract.access.AccessContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresAccessStoreTest extends AccessContract {
  private static PostgresFixture fixture;
  private static AccessStore store;

  @BeforeAll
  static void open() {
    fixture = new PostgresFixture();
    store = new PostgresAccessStore(fixture.database());
  }

  @AfterAll
  static void close() throws Exception {
    fixture.close();
  }

  @Override
  protected AccessStore store() {
    return store;
  }
}
