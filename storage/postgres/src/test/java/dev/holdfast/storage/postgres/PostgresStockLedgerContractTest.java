package dev.holdfast.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.storage.contract.StockLedgerContract;
import dev.holdfast.storage.contract.StoreFixture;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

final class PostgresStockLedgerContractTest extends StockLedgerContract {
  private static PostgresFixture store;

  @BeforeAll
  static void open() {
    store = new PostgresFixture();
  }

  /** A deadlock would have been mended by trying again; but in lock order there is none to mend. */
  @AfterAll
  static void closeAndCheckThatNobodyEverWaitedInACircle() throws SQLException {
    store.close();
    try (Connection connection = TestServer.superuser(store.target())) {
      List<String> deadlocks =
          TwoClients.texts(
              connection,
              "select deadlocks from pg_stat_database where datname = current_database()");
      assertThat(deadlocks).containsExactly("0");
    }
  }

  @Override
  protected StoreFixture store() {
    return store;
  }
}
