package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.SetupStore;
import dev.holdfast.storage.contract.setup.SetupContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresSetupStoreTest extends SetupContract {
  private static PostgresFixture fixture;
  private static SetupStore store;

  @BeforeAll
  static void open() {
    fixture = new PostgresFixture();
    store = new PostgresSetupStore(fixture.database());
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @Override
  protected SetupStore store() {
    return store;
  }

  @Override
  protected ClientId newClient() {
    return fixture.newClient();
  }
}
