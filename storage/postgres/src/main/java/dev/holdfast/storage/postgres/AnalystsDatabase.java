package dev.holdfast.storage.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The database as those see it who only read: a few connections as the role audit, which sees every
 * client and can write nothing. Changes neither roles nor schema, so it may be opened beside
 * servers of another version.
 */
public final class AnalystsDatabase implements AutoCloseable {
  /** One reads facts, another the words for them meanwhile. */
  private static final int CONNECTIONS = 2;

  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);

  /** The first rows of a large window are sorted and joined before they come. */
  private static final Duration ANSWER_PATIENCE = Duration.ofMinutes(10);

  private static final String READY =
      "select exists (select from pg_attribute where attrelid = to_regclass('"
          + Database.SCHEMA
          + ".ledger_entry') and attname = 'xid')";

  private final HikariDataSource reader;
  private final String installation;

  private AnalystsDatabase(HikariDataSource reader, String installation) {
    this.reader = reader;
    this.installation = installation;
  }

  /**
   * Opens the database.
   *
   * @param target with the owner's login, from which the role's password follows
   * @throws StoreUnavailableException with the mend, when it cannot be used
   */
  public static AnalystsDatabase open(DatabaseTarget target) {
    try (Connection owner =
            DriverManager.getConnection(target.jdbcUrl(), target.user(), target.password());
        Statement statement = owner.createStatement()) {
      try (ResultSet row = statement.executeQuery(READY)) {
        row.next();
        if (!row.getBoolean(1)) {
          throw new SQLException("a server of this version has never run on it");
        }
      }
      String installation = Database.installation(owner);
      DatabaseRoles roles = new DatabaseRoles(owner.getCatalog(), target.password());
      return new AnalystsDatabase(pool(target, roles), installation);
    } catch (SQLException failed) {
      throw new StoreUnavailableException(
          "Cannot read the database "
              + target
              + ": "
              + failed.getMessage()
              + ". Check that it runs, its address, and that a server of this version was started"
              + " on it.",
          failed);
    }
  }

  private static HikariDataSource pool(DatabaseTarget target, DatabaseRoles roles) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(roles.audit());
    config.setJdbcUrl(target.jdbcUrl());
    config.setUsername(roles.audit());
    config.setPassword(roles.password(roles.audit()));
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(0);
    config.setAutoCommit(false);
    config.setConnectionTimeout(CONNECT_PATIENCE.toMillis());
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("currentSchema", Database.SCHEMA);
    config.addDataSourceProperty("ApplicationName", roles.audit());
    config.addDataSourceProperty("options", "-c jit=off");
    config.addDataSourceProperty("socketTimeout", Long.toString(ANSWER_PATIENCE.toSeconds()));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return new HikariDataSource(config);
  }

  /** Connections of the role audit. Auto-commit is off. */
  public DataSource reader() {
    return reader;
  }

  /** As {@link Database#installation()} names it. */
  public String installation() {
    return installation;
  }

  @Override
  public void close() {
    reader.close();
  }
}
