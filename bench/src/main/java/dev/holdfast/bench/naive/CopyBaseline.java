package dev.holdfast.bench.naive;

import dev.holdfast.bench.instance.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/**
 * The fastest way into PostgreSQL: COPY of a stock file (sku, location, quantity, with a header)
 * into a table of the same database, which is emptied first.
 */
public final class CopyBaseline {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Database database;

  /** Makes the tables; refuses a database that is not durable. */
  public CopyBaseline(Database database) throws SQLException {
    database.requireDurable();
    this.database = database;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists bench_naive");
      for (Target target : Target.values()) {
        statement.execute(
            "create table if not exists "
                + target.table
                + " (sku text, location text, quantity bigint"
                + target.key
                + ")");
      }
    }
  }

  /** Where the rows go. */
  public enum Target {
    /** A heap without any index. */
    PLAIN("bench_naive.stock_plain", ""),
    /** A table with the key that stock needs. */
    KEYED("bench_naive.stock_keyed", ", primary key (sku, location)");

    private final String table;
    private final String key;

    Target(String table, String key) {
      this.table = table;
      this.key = key;
    }
  }

  /** Rows per second of a COPY of this file, from start to commit. */
  public double rowsPerSecond(Path csv, Target target) throws SQLException, IOException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        InputStream rows = Files.newInputStream(csv)) {
      statement.execute("truncate " + target.table);
      long start = System.nanoTime();
      long copied =
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyIn("copy " + target.table + " from stdin with (format csv, header)", rows);
      return copied * NANOS_PER_SECOND / (System.nanoTime() - start);
    }
  }
}
