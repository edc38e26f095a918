package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.RollUpStore;
import dev.holdfast.storage.contract.reporting.RollUpContract;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresRollUpStoreTest extends RollUpContract {
  private static PostgresFixture fixture;
  private static RollUpStore store;

  @BeforeAll
  static void open() {
    fixture = new PostgresFixture();
    store = new PostgresRollUpStore(fixture.database());
  }

  @AfterAll
  static void close() throws Exception {
    fixture.close();
  }

  @Override
  protected RollUpStore store() {
    return store;
  }

  @Override
  protected ClientId newClient() {
    return fixture.newClient();
  }

  @Override
  protected RollUpStore dyingAfter(int writes) {
    DyingConnections dying = new DyingConnections(fixture.database().jobs(), writes);
    return new PostgresRollUpStore(dying.source(), fixture.database().reports());
  }
}
