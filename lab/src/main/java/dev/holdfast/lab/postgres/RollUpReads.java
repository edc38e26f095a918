package dev.holdfast.lab.postgres;

import com.zaxxer.hikari.HikariDataSource;
import dev.holdfast.lab.LabException;
import dev.holdfast.lab.generate.Place;
import dev.holdfast.lab.stage.Answer;
import dev.holdfast.lab.stage.Question;
import dev.holdfast.lab.stage.Report;
import dev.holdfast.lab.stage.RollUpAnswers;
import dev.holdfast.storage.postgres.PostgresRollUpStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * How many bytes of roll-ups a question looks at. The statements are the store's own, so the server
 * is asked before and after; a session reports what it read when it ends.
 */
final class RollUpReads {
  private static final long PAGE = 8_192;
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final String READ =
      "select sum(heap_blks_read + heap_blks_hit + coalesce(idx_blks_read, 0)"
          + " + coalesce(idx_blks_hit, 0))::bigint from pg_statio_user_tables"
          + " where schemaname = 'holdfast' and relname in ('roll_up', 'backlog', 'open_shipment')";

  private RollUpReads() {}

  /** -1 where the server did not say in time. */
  static long bytes(DataSource owner, DataSource reads, Question question) throws SQLException {
    try (Connection connection = owner.getConnection()) {
      forget(reads);
      long before = settled(connection);
      new RollUpAnswers(new PostgresRollUpStore(reads, reads)).ask(question);
      forget(reads);
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      long after = blocks(connection);
      while (after == before && System.nanoTime() - deadline < 0) {
        LockSupport.parkNanos(PAUSE.toNanos());
        after = blocks(connection);
      }
      return after == before ? -1 : (after - before) * PAGE;
    }
  }

  /** Sessions that were closed may still be reporting. */
  private static long settled(Connection connection) throws SQLException {
    long before = blocks(connection);
    int same = 0;
    while (same < 10) {
      LockSupport.parkNanos(PAUSE.toNanos());
      long now = blocks(connection);
      same = now == before ? same + 1 : 0;
      before = now;
    }
    return before;
  }

  /** The statements in {@code stages/} say the same as the store, or this run fails. */
  static void checkStatements(DataSource jobs, Question question, Answer said) throws SQLException {
    Answer written;
    try (Connection connection = jobs.getConnection()) {
      String sql = Sql.file("3-rolled-up", question.report().label());
      written = Sql.ask(connection, sql, question);
      connection.rollback();
    }
    List<Answer.Row> named = written.rows().stream().map(row -> named(row, question)).toList();
    if (!new Answer(named, 0).comparable().equals(said.comparable())) {
      throw new LabException(
          "stages/postgres/3-rolled-up answers " + question + " otherwise than the roll-up store.");
    }
  }

  /** Statements tell places by number. */
  private static Answer.Row named(Answer.Row row, Question question) {
    Report report = question.report();
    if (report != Report.LOCATIONS && report != Report.STOCK) {
      return row;
    }
    List<String> keys = new ArrayList<>(row.keys());
    for (Place place : question.client().places()) {
      if (keys.getFirst().equals(Integer.toString(place.number()))) {
        keys.set(0, place.code());
      }
    }
    return new Answer.Row(keys, row.values());
  }

  private static long blocks(Connection connection) throws SQLException {
    return Sql.number(connection, READ);
  }

  private static void forget(DataSource pool) {
    if (pool instanceof HikariDataSource hikari && hikari.getHikariPoolMXBean() != null) {
      hikari.getHikariPoolMXBean().softEvictConnections();
    }
  }
}
