package dev.holdfast.storage.lake;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/**
 * An embedded DuckDB that keeps nothing: its tables are gone when it is closed. What does not fit
 * its memory goes to the temporary folder. For one thread.
 */
final class DuckSession implements AutoCloseable {
  /** The ledger's machine has other work; two columns are compressed at a time. */
  private static final int THREADS = 2;

  /**
   * Beside a server with a heap of its own. A window of {@code export lake} is about 100 MB; the
   * rest is for the sorting of the largest one, the first.
   */
  private static final String MEMORY = "512MB";

  /**
   * Rows come sorted by client and day, so a file is done when the next one begins. DuckDB would
   * keep a hundred open, and half a million rows in memory for each: a year of days in one window
   * did not fit.
   */
  private static final String ONE_FILE_AFTER_THE_OTHER =
      "set partitioned_write_max_open_files = 4; set partitioned_write_flush_threshold = 20000";

  private final DuckDBConnection connection;

  private DuckSession(DuckDBConnection connection) {
    this.connection = connection;
  }

  /**
   * Opens one; the first of a process unpacks DuckDB's library, which takes half a second.
   *
   * @param temporary for what does not fit its memory; made when it is needed
   */
  static DuckSession open(Path temporary) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("threads", Integer.toString(THREADS));
    settings.setProperty("memory_limit", MEMORY);
    settings.setProperty("temp_directory", temporary.toString());
    // Parquet is built in. Nothing is ever fetched from the network.
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("preserve_insertion_order", "true");
    DuckDBConnection opened =
        (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
    DuckSession session = new DuckSession(opened);
    session.execute(ONE_FILE_AFTER_THE_OTHER);
    return session;
  }

  DuckDBConnection connection() {
    return connection;
  }

  /** Runs a statement; the count of its rows. */
  long execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeLargeUpdate(sql);
    }
  }

  /** One number. */
  long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      if (!row.next()) {
        throw new SQLException("no row for: " + sql);
      }
      return row.getLong(1);
    }
  }

  /** A path as a literal of SQL. */
  static String quoted(Path path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
