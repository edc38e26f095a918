package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.FloorStore;
import dev.holdfast.storage.contract.floor.FloorContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresFloorStoreTest extends FloorContract {
  private static PostgresFixture fixture;
  private static FloorStore store;

  @BeforeAll
  static void open() {
    fixture = new PostgresFixture();
    store = new PostgresFloorStore(fixture.database());
  }

  @AfterAll
  static void close() throws Exception {
    fixture.close();
  }

  @Override
  protected FloorStore store() {
    return store;
  }

  @Override
  protected ClientId newClient() {
    return fixture.newClient();
  }
}
