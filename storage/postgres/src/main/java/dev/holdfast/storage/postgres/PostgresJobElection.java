package dev.holdfast.storage.postgres;

import dev.holdfast.storage.api.JobElection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leadership is a session's advisory lock: the server gives it up when the session ends. */
public final class PostgresJobElection implements JobElection {
  /** "jobs" in ASCII; advisory locks are per database. */
  private static final long LOCK = 0x6a6f6273L;

  private static final Logger LOG = LoggerFactory.getLogger(PostgresJobElection.class);

  private final DataSource jobs;
  private @Nullable Connection held;

  public PostgresJobElection(Database database) {
    this.jobs = database.jobs();
  }

  @Override
  public synchronized boolean leads() {
    try {
      Connection connection = held;
      if (connection != null) {
        ask(connection, "select true");
        return true;
      }
      connection = jobs.getConnection();
      if (ask(connection, "select pg_try_advisory_lock(" + LOCK + ")")) {
        held = connection;
        return true;
      }
      connection.close();
      return false;
    } catch (SQLException lost) {
      LOG.debug("no leadership without the store", lost);
      close();
      return false;
    }
  }

  private static boolean ask(Connection connection, String question) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(question);
        ResultSet row = query.executeQuery()) {
      row.next();
      boolean answer = row.getBoolean(1);
      connection.commit();
      return answer;
    }
  }

  @Override
  public synchronized void close() {
    Connection connection = held;
    held = null;
    if (connection == null) {
      return;
    }
    try (connection) {
      ask(connection, "select pg_advisory_unlock(" + LOCK + ")");
    } catch (SQLException alreadyGone) {
      LOG.debug("the session has ended already", alreadyGone);
    }
  }
}
