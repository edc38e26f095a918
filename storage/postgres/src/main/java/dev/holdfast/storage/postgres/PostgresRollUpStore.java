package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.BacklogQuestion;
import dev.holdfast.storage.api.BacklogQuestion.Waiting;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.RollUpQuestion;
import dev.holdfast.storage.api.RollUpRow;
import dev.holdfast.storage.api.RollUpStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Roll-ups in PostgreSQL. A batch is folded in one transaction as the jobs role, so readers see all
 * of it or nothing; one client's rows are read as the app role under row-level security, perhaps on
 * a standby, which then also says how fresh they are. Safe for use by several threads.
 */
public final class PostgresRollUpStore implements RollUpStore {
  /**
   * Sent with the question itself: without a transaction of their own, statements that travel
   * together are one (manual, "Extended Query", implicit transaction up to Sync), so the client
   * holds for exactly this question and costs no round trip.
   */
  private static final String AS_CLIENT = "select set_config('holdfast.client', ?, true); ";

  private static final String VERSION =
      AS_CLIENT
          + "select m.value, m.as_of, coalesce(v.number, 0) from roll_up_mark m"
          + " left join roll_up_version v on v.client_id = ?";

  private final DataSource folds;
  private final DataSource reads;

  /** Folds as the jobs role and reads with the pool for reports. */
  public PostgresRollUpStore(Database database) {
    this(database.jobs(), database.reports());
  }

  /**
   * Takes its connections from elsewhere.
   *
   * @param folds as the jobs role, without auto-commit, where rows are written
   * @param reads as the app or the jobs role, there or on a standby
   */
  public PostgresRollUpStore(DataSource folds, DataSource reads) {
    this.folds = folds;
    this.reads = reads;
  }

  private interface Asking<T> {
    T on(Connection connection) throws SQLException;
  }

  private static <T> T asking(DataSource source, Asking<T> work) {
    try (Connection connection = source.getConnection()) {
      T answer = work.on(connection);
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
      return answer;
    } catch (SQLException failed) {
      if (SqlStates.isUnavailable(failed) || SqlStates.isConflict(failed)) {
        throw StoreFailures.unavailable(failed);
      }
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public Mark mark() {
    return asking(
        reads,
        connection -> {
          try (PreparedStatement query =
                  connection.prepareStatement("select value, as_of from roll_up_mark");
              ResultSet row = query.executeQuery()) {
            row.next();
            return new Mark(row.getLong("value"), Rows.instant(row, "as_of"));
          }
        });
  }

  @Override
  public Version version(ClientId client) {
    return asking(
        reads,
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(VERSION)) {
            query.setString(1, Integer.toString(client.value()));
            query.setInt(2, client.value());
            try (ResultSet row = second(query)) {
              row.next();
              Mark mark = new Mark(row.getLong("value"), Rows.instant(row, "as_of"));
              return new Version(mark, row.getLong(3));
            }
          }
        });
  }

  @Override
  public boolean fold(FactBatch batch) {
    return asking(folds, connection -> new RollUpFold(connection, batch).fold());
  }

  @Override
  public List<RollUpRow> read(RollUpQuestion question) {
    RollUpRead read = new RollUpRead(question);
    return asking(
        reads,
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(AS_CLIENT + read.sql())) {
            query.setString(1, Integer.toString(question.client().value()));
            read.bind(query, 2);
            List<RollUpRow> rows = new ArrayList<>();
            try (ResultSet found = second(query)) {
              while (found.next()) {
                RollUpRow row = read.row(found);
                if (row != null) {
                  rows.add(row);
                }
              }
            }
            return rows;
          }
        });
  }

  @Override
  public List<Waiting> backlog(BacklogQuestion question) {
    BacklogRead read = new BacklogRead(question);
    return asking(
        reads,
        connection -> {
          try (PreparedStatement query = connection.prepareStatement(AS_CLIENT + read.sql())) {
            query.setString(1, Integer.toString(question.client().value()));
            read.bind(query, 2);
            try (ResultSet found = second(query)) {
              return read.ages(found);
            }
          }
        });
  }

  /** Runs both statements; the answer of the first is that the client is set. */
  private static ResultSet second(PreparedStatement query) throws SQLException {
    query.execute();
    query.getMoreResults();
    return query.getResultSet();
  }

  @Override
  public void clear() {
    asking(
        folds,
        connection -> {
          try (Statement statement = connection.createStatement()) {
            // Whoever folds is waited for, and comes after.
            statement.execute("select value from roll_up_mark for update");
            statement.execute("truncate roll_up, roll_up_fact, open_shipment, backlog");
            statement.execute("update roll_up_version set number = number + 1");
            return statement.executeUpdate("update roll_up_mark set value = 0, as_of = 'epoch'");
          }
        });
  }
}
