package dev.holdfast.storage.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The open database: a migrated schema and one small connection pool per role. Closing it closes
 * the pools; statements under way are not cancelled.
 */
public final class Database implements AutoCloseable {
  /** Where every table lives. */
  public static final String SCHEMA = "holdfast";

  /** The oldest server that the schema works on. */
  static final int MIN_SERVER_VERSION = 150_000;

  /** How long a caller waits for a connection before the store counts as unavailable. */
  private static final Duration POOL_TIMEOUT = Duration.ofSeconds(5);

  /** All of the writer's are kept open, so it only ever waits for a server that is away. */
  private static final Duration WRITER_POOL_TIMEOUT = Duration.ofSeconds(1);

  /**
   * A read that takes longer has hit a dead server: above any honest query, below a person's
   * patience.
   */
  private static final Duration READ_SOCKET_TIMEOUT = Duration.ofSeconds(10);

  /** A server that takes longer to say hello takes no writes worth sending. */
  private static final String PROBE_SECONDS = "2";

  /** A write waits longer, because giving up on a commit means not knowing. */
  private static final Duration WRITE_SOCKET_TIMEOUT = Duration.ofSeconds(30);

  /** Reports that may be read at once. */
  private static final int REPORTS = 4;

  /** object_not_in_prerequisite_state. */
  private static final String WRONG_WAL_LEVEL = "55000";

  /** Serialises role and schema changes of nodes that start together. "holdfast" in ASCII. */
  private static final long MIGRATION_LOCK = 0x686f6c6466617374L;

  private final HikariDataSource app;
  private final HikariDataSource writer;
  private final HikariDataSource access;
  private final HikariDataSource jobs;
  private final HikariDataSource reports;
  private final Jdbi jdbi;
  private final FeedLogin feed;
  private final String installation;

  private Database(
      DatabaseTarget target,
      DatabaseTarget standby,
      DatabaseRoles roles,
      int writers,
      String installation) {
    this.installation = installation;
    // The writer's statements are few and fixed; generic plans with index look-ups are right for
    // each, also while the tables are still too small for the planner to believe it.
    String writerOptions =
        "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off"
            + " -c enable_mergejoin=off -c jit=off -c lock_timeout=5s"
            + " -c idle_in_transaction_session_timeout=20s";
    String readOptions = "-c statement_timeout=8s -c jit=off";
    this.app = pool(target, roles, roles.app(), 8, READ_SOCKET_TIMEOUT, readOptions);
    this.writer =
        pool(target, roles, roles.writer(), writers + 2, WRITE_SOCKET_TIMEOUT, writerOptions);
    this.access = pool(target, roles, roles.access(), 2, READ_SOCKET_TIMEOUT, readOptions);
    this.jobs = pool(target, roles, roles.jobs(), 6, WRITE_SOCKET_TIMEOUT, "-c jit=off");
    this.reports = pool(standby, roles, roles.app(), REPORTS, READ_SOCKET_TIMEOUT, readOptions);
    this.jdbi = Jdbi.create(app);
    this.feed = new FeedLogin(target.jdbcUrl(), roles.feed(), roles.password(roles.feed()));
  }

  /** As the other one, with reports read where everything else is. */
  public static Database open(DatabaseTarget target, int writers) {
    return open(target, target, writers);
  }

  /**
   * Makes the roles and the schema what this version needs, and opens the pools. Safe when several
   * nodes start together.
   *
   * @param standby where reports are read: the same server, or one that repeats its log and so has
   *     the same roles and passwords. It need not be there yet; its user and password are not used
   * @param writers how many batches may be written at once
   * @throws StoreUnavailableException with the mend, when the database cannot be used
   */
  public static Database open(DatabaseTarget target, DatabaseTarget standby, int writers) {
    DatabaseRoles roles;
    String installation;
    try (Connection owner =
        DriverManager.getConnection(target.jdbcUrl(), target.user(), target.password())) {
      refuseOldServer(owner);
      refuseSilentLog(owner);
      installation = installation(owner);
      roles = new DatabaseRoles(owner.getCatalog(), target.password());
      owner.setAutoCommit(false);
      try (Statement statement = owner.createStatement()) {
        statement.execute("select pg_advisory_xact_lock(" + MIGRATION_LOCK + ")");
      }
      roles.ensure(owner);
      owner.commit();
    } catch (SQLException failed) {
      throw new StoreUnavailableException(explain(target, failed), failed);
    }
    migrate(target, roles);
    return new Database(target, standby, roles, writers, installation);
  }

  private static void migrate(DatabaseTarget target, DatabaseRoles roles) {
    try {
      Flyway.configure()
          .dataSource(target.jdbcUrl(), target.user(), target.password())
          .schemas(SCHEMA)
          .defaultSchema(SCHEMA)
          .locations("classpath:dev/holdfast/storage/postgres/migration")
          .placeholders(roles.placeholders())
          .load()
          .migrate();
    } catch (FlywayException failed) {
      SQLException cause = StoreFailures.sqlCause(failed);
      if (cause != null && SqlStates.isUnavailable(cause)) {
        // It was there a moment ago.
        throw new StoreUnavailableException(explain(target, cause), failed);
      }
      throw failed;
    }
  }

  private static void refuseOldServer(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery("show server_version_num")) {
      row.next();
      if (row.getInt(1) < MIN_SERVER_VERSION) {
        throw new SQLException(
            "PostgreSQL " + owner.getMetaData().getDatabaseProductVersion() + " is too old",
            "0A000");
      }
    }
  }

  static String installation(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select s.system_identifier || '-' || d.oid from pg_control_system() s,"
                    + " pg_database d where d.datname = current_database()")) {
      row.next();
      return row.getString(1);
    }
  }

  /** Lookups are fed from the log, which must tell rows and not only bytes of pages. */
  private static void refuseSilentLog(Connection owner) throws SQLException {
    try (Statement statement = owner.createStatement();
        ResultSet row = statement.executeQuery("show wal_level")) {
      row.next();
      if (!row.getString(1).equals("logical")) {
        throw new SQLException("its wal_level is " + row.getString(1), WRONG_WAL_LEVEL);
      }
    }
  }

  private static String explain(DatabaseTarget target, SQLException failed) {
    String state = failed.getSQLState() == null ? "" : failed.getSQLState();
    String mend =
        switch (state) {
          case "28P01", "28000" -> "Check the user and password in HOLDFAST_DATABASE_URL.";
          case "3D000" -> "Create the database first: createdb NAME.";
          case "42501" ->
              "The login needs the right to create roles and schemas: ALTER ROLE "
                  + target.user()
                  + " CREATEROLE REPLICATION; GRANT CREATE ON DATABASE … TO "
                  + target.user()
                  + ".";
          case "0A000" -> "Holdfast needs PostgreSQL 15 or newer.";
          case WRONG_WAL_LEVEL ->
              "As a superuser: ALTER SYSTEM SET wal_level = logical; then restart the server."
                  + " Managed servers have a parameter for it (rds.logical_replication = 1).";
          default -> "Check that the server runs and that HOLDFAST_DATABASE_URL names it.";
        };
    return "Cannot use the database " + target + ": " + failed.getMessage() + ". " + mend;
  }

  private static HikariDataSource pool(
      DatabaseTarget target,
      DatabaseRoles roles,
      String role,
      int size,
      Duration socketTimeout,
      String options) {
    boolean writes = role.equals(roles.writer());
    HikariConfig config = new HikariConfig();
    config.setPoolName(role);
    config.setJdbcUrl(target.jdbcUrl());
    config.setUsername(role);
    config.setPassword(roles.password(role));
    config.setMaximumPoolSize(size);
    // All of the writer's are kept open: a first command must not wait for a login.
    config.setMinimumIdle(writes ? size : 1);
    // JDBI takes a connection without auto-commit to be inside somebody else's transaction.
    config.setAutoCommit(role.equals(roles.app()) || role.equals(roles.access()));
    config.setConnectionTimeout((writes ? WRITER_POOL_TIMEOUT : POOL_TIMEOUT).toMillis());
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("currentSchema", SCHEMA);
    config.addDataSourceProperty("ApplicationName", role);
    config.addDataSourceProperty("options", options);
    config.addDataSourceProperty("connectTimeout", "5");
    config.addDataSourceProperty("socketTimeout", Long.toString(socketTimeout.toSeconds()));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("prepareThreshold", "1");
    return new HikariDataSource(config);
  }

  /** Work on an open handle. */
  public interface Work<T> {
    T on(Handle handle);
  }

  /**
   * Does work as one client, in one transaction: row-level security shows it that client's rows and
   * no other.
   */
  public <T> T asClient(ClientId client, Work<T> work) {
    return jdbi.inTransaction(handle -> {
      handle
          .createQuery("select set_config('holdfast.client', :client, true)")
          .bind("client", Integer.toString(client.value()))
          .mapTo(String.class)
          .one();
      return work.on(handle);
    });
  }

  /** Connections of the batch writer. Auto-commit is off. */
  public DataSource writer() {
    return writer;
  }

  /** Whether the server takes writes now, asked on a connection of its own. Never throws. */
  boolean isReachable() {
    Properties login = new Properties();
    login.setProperty("user", writer.getUsername());
    login.setProperty("password", writer.getPassword());
    login.setProperty("connectTimeout", PROBE_SECONDS);
    login.setProperty("socketTimeout", PROBE_SECONDS);
    try (Connection probe = DriverManager.getConnection(writer.getJdbcUrl(), login);
        Statement statement = probe.createStatement();
        ResultSet row = statement.executeQuery("select not pg_is_in_recovery()")) {
      return row.next() && row.getBoolean(1);
    } catch (SQLException away) {
      return false;
    }
  }

  /** Connections that recognise keys, for JDBI. */
  public DataSource access() {
    return access;
  }

  /** Another name for every database of every server, the same on all of its nodes. */
  public String installation() {
    return installation;
  }

  /** How the feed connects, outside any pool. */
  FeedLogin feedLogin() {
    return feed;
  }

  /** Connections of background jobs. Auto-commit is off. */
  public DataSource jobs() {
    return jobs;
  }

  /**
   * Connections that read reports as one client, perhaps on a standby; so few that dashboards queue
   * up behind each other and not in front of the ledger. Auto-commit is on.
   */
  public DataSource reports() {
    return reports;
  }

  @Override
  public void close() {
    app.close();
    writer.close();
    access.close();
    jobs.close();
    reports.close();
  }
}
