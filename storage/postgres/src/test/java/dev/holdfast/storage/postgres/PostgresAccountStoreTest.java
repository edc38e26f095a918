package dev.holdfast.storage.postgres;

import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.AccountStore;
import dev.holdfast.storage.contract.access.AccountContract;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresAccountStoreTest extends AccountContract {
  private static PostgresFixture fixture;
  private static AccountStore store;
  private static AccessStore access;

  @BeforeAll
  static void open() {
    fixture = new PostgresFixture();
    store = new PostgresAccountStore(fixture.database());
    access = new PostgresAccessStore(fixture.database());
  }

  @AfterAll
  static void close() throws Exception {
    fixture.close();
  }

  @Override
  protected AccountStore store() {
    return store;
  }

  @Override
  protected AccessStore access() {
    return access;
  }

  @Override
  protected void timePasses(Duration time) {
    String sql =
        "update holdfast.session set created_at = created_at - make_interval(secs => ?),"
            + " last_seen_at = last_seen_at - make_interval(secs => ?)";
    try (Connection superuser = TestServer.superuser(fixture.target());
        PreparedStatement back = superuser.prepareStatement(sql)) {
      back.setDouble(1, (double) time.toSeconds());
      back.setDouble(2, (double) time.toSeconds());
      back.executeUpdate();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
