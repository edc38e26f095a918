package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.FeedListener;
import dev.holdfast.storage.api.FeedListener.FeedMark;
import dev.holdfast.storage.api.FeedListener.FeedPosition;
import dev.holdfast.storage.api.StockSnapshots;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.postgresql.replication.LogSequenceNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads whole pictures in one repeatable-read transaction, the positions by COPY. */
public final class PostgresSnapshots implements StockSnapshots {
  /** SKUs fetched at once. */
  private static final int FETCH = 5_000;

  /** How long a picture waits for transactions that may be told already but not visible yet. */
  private static final Duration SETTLE = Duration.ofSeconds(5);

  private static final Duration SETTLE_PAUSE = Duration.ofMillis(2);

  /** The signature, flags and extension length that COPY's binary format begins with. */
  private static final int COPY_HEADER = 19;

  private static final int POSITION_COLUMNS = 6;

  private static final Logger LOG = LoggerFactory.getLogger(PostgresSnapshots.class);

  private final FeedLogin login;

  public PostgresSnapshots(Database database) {
    this.login = database.feedLogin();
  }

  @Override
  public void read(FeedListener listener) {
    try (Connection connection = login.open()) {
      listener.snapshotEnds(read(connection, listener).mark());
    } catch (SQLException failed) {
      throw new StoreUnavailableException(
          "cannot read the picture: " + failed.getMessage(), failed);
    }
  }

  /**
   * A picture that was told.
   *
   * @param mark everything committed up to here is in it
   * @param unsettled unless null: of transactions older than this one, some were still open, and a
   *     stream may have told them although they are not in the picture
   */
  record Told(FeedMark mark, @Nullable String unsettled) {}

  /** Tells all but the picture's end. */
  static Told read(Connection connection, FeedListener listener) throws SQLException {
    FeedMark mark = here(connection);
    String unsettled = settle(connection);
    connection.setAutoCommit(false);
    try (Statement begin = connection.createStatement()) {
      begin.execute("set transaction isolation level repeatable read read only");
    }
    listener.snapshotBegins(history(connection));
    catalogue(connection, FeedRows.LOCATION, listener);
    catalogue(connection, FeedRows.SKU, listener);
    positions(connection, listener);
    connection.commit();
    connection.setAutoCommit(true);
    return new Told(mark, unsettled);
  }

  /** The server's identity and timeline: another one may have another past. */
  static String history(Connection connection) throws SQLException {
    // A standby has no log position of its own to name a file by.
    return text(
        connection,
        "select (select system_identifier from pg_control_system()) || '-' ||"
            + " case when pg_is_in_recovery() then (select timeline_id from pg_control_checkpoint())"
            + " else ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::int"
            + " end");
  }

  /**
   * The end of the log, written or not: behind every commit that anybody sees, those included that
   * did not wait for the disk.
   */
  static long end(Connection connection) throws SQLException {
    return LogSequenceNumber.valueOf(text(connection, "select pg_current_wal_insert_lsn()"))
        .asLong();
  }

  /** How far the log is durable now, and the server's time. */
  static FeedMark here(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select case when pg_is_in_recovery() then pg_last_wal_replay_lsn()"
                    + " else pg_current_wal_flush_lsn() end, clock_timestamp()")) {
      row.next();
      return new FeedMark(
          LogSequenceNumber.valueOf(row.getString(1)).asLong(),
          row.getObject(2, OffsetDateTime.class).toInstant());
    }
  }

  /**
   * Waits until every transaction that runs now has ended. A commit is in the log, and may be told
   * by a stream, a moment before others see its rows: a picture taken in that moment would lack
   * what the stream no longer tells. Under synchronous replication the moment can be long.
   *
   * @return null, or the transaction before which some are still open
   */
  private static @Nullable String settle(Connection connection) throws SQLException {
    String next = text(connection, "select pg_snapshot_xmax(pg_current_snapshot())");
    long deadline = System.nanoTime() + SETTLE.toNanos();
    while (!isSettled(connection, next)) {
      if (System.nanoTime() > deadline) {
        LOG.warn(
            "a transaction has been open for {} s: the picture is read without it, and again later",
            SETTLE.toSeconds());
        return next;
      }
      LockSupport.parkNanos(SETTLE_PAUSE.toNanos());
    }
    return null;
  }

  /** Whether every transaction before this one has ended. */
  static boolean isSettled(Connection connection, String transaction) throws SQLException {
    String sql = "select pg_snapshot_xmin(pg_current_snapshot()) >= '" + transaction + "'::xid8";
    return "t".equals(text(connection, sql));
  }

  private static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void catalogue(Connection connection, FeedRows rows, FeedListener listener)
      throws SQLException {
    int count = rows.columns().size();
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH);
      try (ResultSet row =
          statement.executeQuery(
              "select " + String.join(", ", rows.columns()) + " from " + rows.table())) {
        while (row.next()) {
          String[] cells = new String[count];
          for (int i = 0; i < count; i++) {
            cells[i] = row.getString(i + 1);
          }
          rows.tell(cells, listener);
        }
      }
    }
  }

  /** COPY's binary rows: a count of columns, then each one's length and bytes. */
  private static void positions(Connection connection, FeedListener listener) throws SQLException {
    CopyOut copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(
                "copy (select id, client_id, on_hand, reserved, safety_stock, version from position"
                    + " where version > 0) to stdout (format binary)");
    boolean first = true;
    for (byte[] bytes = copy.readFromCopy(); bytes != null; bytes = copy.readFromCopy()) {
      ByteBuffer row = ByteBuffer.wrap(bytes);
      if (first) {
        row.position(COPY_HEADER);
        first = false;
      }
      while (row.hasRemaining() && row.getShort() == POSITION_COLUMNS) {
        listener.position(
            new FeedPosition(
                number(row),
                new ClientId((int) number(row)),
                number(row),
                number(row),
                number(row),
                number(row)));
      }
    }
  }

  private static long number(ByteBuffer row) {
    return row.getInt() == Integer.BYTES ? row.getInt() : row.getLong();
  }
}
