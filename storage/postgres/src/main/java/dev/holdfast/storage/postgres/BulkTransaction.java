package dev.holdfast.storage.postgres;

import dev.holdfast.storage.api.BulkOrder;
import dev.holdfast.storage.api.BulkResult;
import dev.holdfast.storage.api.BulkSummary;
import dev.holdfast.storage.api.RowReject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file in one transaction: see whether its key is known, do the work, store the outcome,
 * commit.
 *
 * <p>Nothing is ever cancelled here. What fails before COMMIT was sent is rolled back and surely
 * had no effect; whatever goes wrong at COMMIT, a warning included, leaves the outcome unknown.
 */
final class BulkTransaction {
  /**
   * How long one statement may take before the server counts as lost. Work goes in chunks of
   * milliseconds to seconds; a whole catalogue is merged in one statement of a minute at worst.
   */
  private static final Duration SERVER_LOST = Duration.ofMinutes(15);

  private static final String STORE =
      "insert into command_outcome (at, client_id, idempotency_key, fingerprint, outcome)"
          + " select ?::timestamptz, o.* from unnest(?::int[], ?::text[], ?::uuid[], ?::text[]) o";

  private static final Logger LOG = LoggerFactory.getLogger(BulkTransaction.class);

  private final Connection connection;
  private final BulkOrder order;

  BulkTransaction(Connection connection, BulkOrder order) {
    this.connection = connection;
    this.order = order;
  }

  /** What a file does inside the transaction. */
  interface Work {
    Change on(Connection connection) throws SQLException;
  }

  /**
   * What the work did.
   *
   * @param at the time of every change, read when every lock was held
   * @param given rows that the work was given, good and bad
   * @param rejected how many of them are bad
   */
  record Change(Instant at, long given, long rejected, List<RowReject> rejects) {}

  /**
   * Tries once.
   *
   * @throws SQLException when it failed before the commit: rolled back, nothing done
   */
  BulkResult attempt(Work work) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, Math.toIntExact(SERVER_LOST.toMillis()));
    BulkResult summary;
    try {
      patience();
      BulkResult earlier = earlier();
      if (earlier != null) {
        connection.rollback();
        return earlier;
      }
      Change change = work.on(connection);
      long rejected = order.rejected() + change.rejected();
      if (rejected > 0 && !order.skipBad()) {
        connection.rollback();
        return new BulkResult.Rejected(
            order.rejected() + change.given(), rejected, change.rejects());
      }
      summary = stored(change, rejected);
    } catch (SQLException | RuntimeException failed) {
      rollBackQuietly();
      throw failed;
    }
    return committed(summary);
  }

  private void patience() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "set local statement_timeout = 0; set local lock_timeout = '5s';"
              + " set local idle_in_transaction_session_timeout = '5min'");
    }
  }

  /** The answer that needs no work, if there is one. */
  private @Nullable BulkResult earlier() throws SQLException {
    // Held until the transaction ends, on every node: the same order twice at once works once.
    String lock = "select pg_try_advisory_xact_lock(hashtextextended(?, ?))";
    try (PreparedStatement query = connection.prepareStatement(lock)) {
      query.setString(1, order.key());
      query.setLong(2, order.client().value());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        if (!row.getBoolean(1)) {
          return new BulkResult.StillRunning();
        }
      }
    }
    String known =
        "select fingerprint, outcome from command_outcome where client_id = ? and"
            + " idempotency_key = ?";
    try (PreparedStatement query = connection.prepareStatement(known)) {
      query.setInt(1, order.client().value());
      query.setString(2, order.key());
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        return row.getObject(1, UUID.class).equals(order.fingerprint())
            ? new BulkResult.Applied(BulkText.read(row.getString(2)), List.of(), true)
            : new BulkResult.KeyReused();
      }
    }
  }

  private BulkResult stored(Change change, long rejected) throws SQLException {
    BulkSummary summary =
        new BulkSummary(
            order.rejected() + change.given(),
            change.given() - change.rejected(),
            rejected,
            Duration.ofNanos(System.nanoTime() - order.startedNanos()));
    try (Columns columns = new Columns(connection, STORE)) {
      columns.time(change.at());
      columns.ints(List.of(order), o -> o.client().value());
      columns.texts(List.of(order), BulkOrder::key);
      columns.uuids(List.of(order), BulkOrder::fingerprint);
      columns.texts(List.of(order), o -> BulkText.write(change.at(), summary));
      columns.update(1);
    }
    return new BulkResult.Applied(summary, change.rejects(), false);
  }

  private BulkResult committed(BulkResult summary) {
    try {
      connection.clearWarnings();
      connection.commit();
      if (connection.getWarnings() == null) {
        return summary;
      }
      LOG.error("commit answered with a warning: {}", connection.getWarnings().getMessage());
    } catch (SQLException lost) {
      LOG.warn("the outcome of a commit is unknown: {}", lost.getMessage());
    }
    return new BulkResult.Unknown("The store did not confirm the commit.");
  }

  private void rollBackQuietly() {
    try {
      connection.rollback();
    } catch (SQLException alreadyGone) {
      LOG.debug("rollback on a lost connection", alreadyGone);
    }
  }
}
