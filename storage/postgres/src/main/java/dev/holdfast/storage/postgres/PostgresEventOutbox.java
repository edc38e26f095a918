package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.EventOutbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The ledger as the outbox, read as the jobs role: webhooks of every client. Safe for use by
 * several threads.
 */
public final class PostgresEventOutbox implements EventOutbox {
  /** The lock is for a webhook that is deleted meanwhile: there is nothing to remember then. */
  private static final String DELIVERED =
      """
      insert into webhook_cursor (webhook_id, position_id, client_id, delivered_version)
      select id, ?, client_id, ? from webhook where id = ? for key share
      on conflict (webhook_id, position_id) do update set
        delivered_version = excluded.delivered_version, tries = 0, reason = null,
        next_try_at = null, parked_at = null
      where webhook_cursor.delivered_version < excluded.delivered_version
      """;

  private static final String FAILED =
      """
      insert into webhook_cursor (webhook_id, position_id, client_id, delivered_version, tries,
        reason, next_try_at, parked_at)
      select id, ?, client_id, ?, ?, ?, clock_timestamp() + make_interval(secs => ?),
        case when ? then clock_timestamp() end from webhook where id = ? for key share
      on conflict (webhook_id, position_id) do update set
        tries = excluded.tries, reason = excluded.reason, next_try_at = excluded.next_try_at,
        parked_at = excluded.parked_at
      where webhook_cursor.delivered_version = excluded.delivered_version
        and webhook_cursor.tries < excluded.tries
      """;

  private static final String NOTE =
      """
      update webhook set pending = ?,
        last_success_at = case when ? then clock_timestamp() else last_success_at end,
        last_failure_at = case when ? then clock_timestamp() else last_failure_at end,
        last_failure = coalesce(?, last_failure)
      where id = ?
      """;

  private final DataSource jobs;

  public PostgresEventOutbox(Database database) {
    this.jobs = database.jobs();
  }

  @Override
  public List<Subscription> active() {
    return asking(connection -> OutboxReads.subscriptions(connection, "w.active", statement -> {}));
  }

  @Override
  public Optional<Subscription> subscription(ClientId client, int id) {
    List<Subscription> found =
        asking(connection ->
            OutboxReads.subscriptions(
                connection,
                "w.client_id = ? and w.id = ?",
                statement -> {
                  statement.setInt(1, client.value());
                  statement.setInt(2, id);
                }));
    return found.stream().findFirst();
  }

  @Override
  public BehindPage behind(Subscription webhook, long after) {
    return asking(connection -> OutboxReads.behind(connection, webhook, after));
  }

  @Override
  public Optional<Pending> next(Subscription webhook, PositionKey position) {
    return asking(connection -> OutboxReads.next(connection, webhook, position));
  }

  @Override
  public void delivered(Subscription webhook, PositionKey position, long version) {
    update(
        DELIVERED,
        statement -> {
          statement.setLong(1, position.packed());
          statement.setLong(2, version);
          statement.setInt(3, webhook.id());
        });
  }

  @Override
  public void failed(Subscription webhook, PositionKey position, Failure failure) {
    Duration again = failure.again();
    update(
        FAILED,
        statement -> {
          statement.setLong(1, position.packed());
          statement.setLong(2, failure.delivered());
          statement.setInt(3, failure.tries());
          statement.setString(4, failure.reason());
          statement.setDouble(5, again == null ? 0 : again.toMillis() / 1000.0);
          statement.setBoolean(6, again == null);
          statement.setInt(7, webhook.id());
        });
  }

  @Override
  public void note(int webhook, Health health) {
    update(
        NOTE,
        statement -> {
          statement.setLong(1, health.pending());
          statement.setBoolean(2, health.succeeded());
          statement.setBoolean(3, health.failure() != null);
          statement.setString(4, health.failure());
          statement.setInt(5, webhook);
        });
  }

  @Override
  public long parked() {
    return asking(connection -> {
      try (PreparedStatement query =
              connection.prepareStatement(
                  "select count(*) from webhook_cursor where parked_at is not null");
          ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    });
  }

  /** Sets the parameters of a statement. */
  interface Parameters {
    void on(PreparedStatement statement) throws SQLException;
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private void update(String sql, Parameters parameters) {
    asking(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        parameters.on(statement);
        return statement.executeUpdate();
      }
    });
  }

  /**
   * Everything here may be done again, so every failure of the server is one to try again after.
   */
  private <T> T asking(Work<T> work) {
    try (Connection connection = jobs.getConnection()) {
      T answer = work.on(connection);
      connection.commit();
      return answer;
    } catch (SQLException failed) {
      if (SqlStates.isUnavailable(failed) || SqlStates.isConflict(failed)) {
        throw StoreFailures.unavailable(failed);
      }
      throw new IllegalStateException(failed);
    }
  }
}
