package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.StockLedger;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The batch writer: one transaction per batch, its positions locked in key order first.
 *
 * <p>Nothing is ever cancelled here. What fails before COMMIT was sent is rolled back and surely
 * had no effect; whatever goes wrong at COMMIT, a warning included, leaves the outcome unknown.
 */
public final class PostgresStockLedger implements StockLedger {
  /** Conflicts of two nodes over one idempotency key or a new position mend themselves at once. */
  private static final int MAX_ATTEMPTS = 4;

  /**
   * How many batches look for known keys first, once one key was met again. Where nobody repeats
   * anything no batch pays for looking; where somebody does, at most one batch in so many is
   * written twice.
   */
  private static final int BATCHES_THAT_LOOK = 100;

  /** Refusals for lack of stock stay, for reports that are made anew: each is in one table. */
  private static final String FORGET =
      """
      with gone as (
        delete from command_outcome where ctid = any(array(select ctid from command_outcome
          where at < clock_timestamp() - ? * interval '1 second' limit ?))
        returning xid, client_id, at, outcome),
      kept as (
        insert into refusal (xid, client_id, position_id, at, lines, quantity)
        select xid, client_id, position_id, at, lines, quantity from (${REFUSALS}) r)
      select count(*) from gone
      """
          .replace("${REFUSALS}", RefusalSums.OF_OUTCOMES.replace("${OUTCOMES}", "gone"));

  private static final Logger LOG = LoggerFactory.getLogger(PostgresStockLedger.class);

  private final DataSource writer;
  private final DataSource jobs;
  private final BooleanSupplier reachable;
  private final AtomicInteger lookFirst = new AtomicInteger();

  public PostgresStockLedger(Database database) {
    this.writer = database.writer();
    this.jobs = database.jobs();
    this.reachable = database::isReachable;
  }

  @Override
  public List<CommandResult> apply(List<ClientCommand> batch) {
    if (batch.size() > MAX_BATCH) {
      throw new IllegalArgumentException("a batch holds at most " + MAX_BATCH + " commands");
    }
    SQLException failure = null;
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      try {
        List<CommandResult> results = attempt(batch, attempt > 0 || looksFirst());
        if (results != null) {
          return results;
        }
      } catch (SQLException failed) {
        failure = failed;
        if (SqlStates.isUnavailable(failed)) {
          return all(batch, new CommandResult.NoEffect("the store is unavailable"));
        }
        if (!SqlStates.isConflict(failed)) {
          break;
        }
        if (SqlStates.isUniqueViolation(failed)) {
          lookFirst.set(BATCHES_THAT_LOOK);
        }
      }
    }
    return batch.size() == 1 ? rejected(batch.getFirst(), failure) : oneByOne(batch);
  }

  private boolean looksFirst() {
    return lookFirst.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
  }

  /** One try; null when positions had to be made first and the batch must be tried again. */
  private @Nullable List<CommandResult> attempt(List<ClientCommand> batch, boolean look)
      throws SQLException {
    Connection connection = writer.getConnection();
    try {
      return attempt(connection, new Batch(connection, batch), look);
    } finally {
      closeQuietly(connection);
    }
  }

  private static @Nullable List<CommandResult> attempt(
      Connection connection, Batch work, boolean look) throws SQLException {
    try {
      if (!work.lockAndDecide(look)) {
        connection.rollback();
        work.makeMissingPositions();
        connection.commit();
        return null;
      }
    } catch (SQLException failed) {
      rollBackQuietly(connection);
      throw failed;
    }
    return commit(connection, work);
  }

  /** What happens to the connection afterwards never changes what was answered. */
  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException alreadyGone) {
      LOG.debug("closing a lost connection", alreadyGone);
    }
  }

  private static List<CommandResult> commit(Connection connection, Batch work) throws SQLException {
    try {
      SQLWarning warning = work.commit();
      if (warning == null) {
        return work.results();
      }
      LOG.error("commit answered with a warning: {}", warning.getMessage());
    } catch (SQLException failed) {
      rollBackQuietly(connection);
      if (SqlStates.rolledBack(failed)) {
        throw failed;
      }
      LOG.warn("the outcome of a commit is unknown: {}", failed.getMessage());
    }
    return all(work.commands(), new CommandResult.Unknown("the store did not confirm the commit"));
  }

  /** Finds the command that the store rejects, so that it alone fails. */
  private List<CommandResult> oneByOne(List<ClientCommand> batch) {
    List<CommandResult> results = new ArrayList<>(batch.size());
    for (ClientCommand command : batch) {
      results.add(apply(List.of(command)).getFirst());
    }
    return results;
  }

  private static List<CommandResult> rejected(
      ClientCommand command, @Nullable SQLException failure) {
    LOG.error("the store rejects {}", command.command(), failure);
    return List.of(new CommandResult.NoEffect("the store rejected the command"));
  }

  private static List<CommandResult> all(List<ClientCommand> batch, CommandResult result) {
    return Collections.nCopies(batch.size(), result);
  }

  private static void rollBackQuietly(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException alreadyGone) {
      LOG.debug("rollback on a lost connection", alreadyGone);
    }
  }

  @Override
  public boolean isReachable() {
    return reachable.getAsBoolean();
  }

  @Override
  public List<DueReservation> due(int limit) {
    // now() and not clock_timestamp(): the index can only be asked for a value that stands still.
    String sql =
        "select client_id, id from reservation where state = 0 and expires_at <= now()"
            + " order by expires_at limit ?";
    try (Connection connection = jobs.getConnection();
        PreparedStatement query = connection.prepareStatement(sql)) {
      query.setInt(1, Math.clamp(limit, 1, MAX_BATCH));
      List<DueReservation> due = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          due.add(new DueReservation(new ClientId(row.getInt(1)), row.getObject(2, UUID.class)));
        }
      }
      connection.commit();
      return due;
    } catch (SQLException failed) {
      throw new StoreUnavailableException("cannot look for due reservations", failed);
    }
  }

  @Override
  public int forgetOutcomes(Duration age, int limit) {
    try (Connection connection = jobs.getConnection();
        PreparedStatement delete = connection.prepareStatement(FORGET)) {
      delete.setLong(1, age.toSeconds());
      delete.setInt(2, limit);
      try (ResultSet row = delete.executeQuery()) {
        row.next();
        int forgotten = row.getInt(1);
        connection.commit();
        return forgotten;
      }
    } catch (SQLException failed) {
      throw new StoreUnavailableException("cannot forget old outcomes", failed);
    }
  }
}
