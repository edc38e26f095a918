package dev.holdfast.storage.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.replication.LogSequenceNumber;

/**
 * The replication slot of an installation: where in the log its feed has got to, kept by the
 * server. Only one connection can read from it, which makes it the lock that elects the reader.
 *
 * @param name slots belong to the whole server, so the name carries the database's number
 */
record FeedSlot(String name) {
  /**
   * Log that is decoded in well under a second. A new slot costs no log, but must wait for the
   * transactions under way, so a slot that is only a little behind is kept.
   */
  private static final long FAR_BEHIND_BYTES = 64L << 20;

  /** What the server knows of the slot. */
  enum State {
    MISSING,
    /** The server has thrown away log that the slot had not read: it is of no use any more. */
    LOST,
    FREE,
    TAKEN
  }

  /**
   * The slot as it is.
   *
   * @param confirmed everything before was read; 0 for none
   * @param retainedBytes of log that the server keeps for it
   */
  record Look(State state, long confirmed, long retainedBytes) {}

  static FeedSlot of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select oid from pg_database where datname = current_database()")) {
      row.next();
      return new FeedSlot("holdfast_feed_" + row.getLong(1));
    }
  }

  Look look(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select active, wal_status, confirmed_flush_lsn,"
                + " pg_wal_lsn_diff(pg_current_wal_lsn(), restart_lsn)::bigint"
                + " from pg_replication_slots where slot_name = ?")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return new Look(State.MISSING, 0, 0);
        }
        State state =
            "lost".equals(row.getString(2))
                ? State.LOST
                : row.getBoolean(1) ? State.TAKEN : State.FREE;
        String confirmed = row.getString(3);
        long place = confirmed == null ? 0 : LogSequenceNumber.valueOf(confirmed).asLong();
        return new Look(state, place, row.getLong(4));
      }
    }
  }

  /**
   * Makes the slot what can be read from: there, and not lost.
   *
   * @param replays whether what the slot still holds is wanted; if not, a slot that is far behind
   *     is made anew, because reading a picture is quicker
   * @return whether it is a new one, which knows nothing of what was before
   */
  boolean ensure(Connection connection, boolean replays) throws SQLException {
    Look look = look(connection);
    boolean farBehind =
        !replays && look.state() == State.FREE && look.retainedBytes() > FAR_BEHIND_BYTES;
    if (look.state() == State.LOST || farBehind) {
      run(connection, "select pg_drop_replication_slot(?)");
    }
    if (look.state() == State.LOST || look.state() == State.MISSING || farBehind) {
      run(connection, "select pg_create_logical_replication_slot(?, 'pgoutput')");
      return true;
    }
    return false;
  }

  private void run(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      statement.execute();
    }
  }
}
