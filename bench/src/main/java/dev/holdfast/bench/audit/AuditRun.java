package dev.holdfast.bench.audit;

import dev.holdfast.bench.report.Progress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One audit in its transaction: asks question by question and keeps the tallies. One thread. */
final class AuditRun {
  /** Rows that travel together: few round trips, little memory. */
  static final int FETCH_ROWS = 2_000;

  private final Connection connection;
  private final Progress progress;
  private final int idempotencyDays;
  private final Map<Examined, Long> counts = new EnumMap<>(Examined.class);
  private final List<Tally> tallies = new ArrayList<>();

  /**
   * @param idempotencyDays how long outcomes are remembered: an older effect may be without one
   */
  AuditRun(Connection connection, Progress progress, int idempotencyDays) {
    this.connection = connection;
    this.progress = progress;
    this.idempotencyDays = idempotencyDays;
  }

  /** Asks everything that the database alone can answer. */
  void askAll() throws SQLException {
    Tally readable = tally(OutcomeReading.CHECK);
    progress.step("auditing: " + OutcomeReading.CHECK.title());
    OutcomeReading.run(connection, readable);
    for (Question question : Auditor.QUESTIONS) {
      progress.step("auditing: " + question.checks().getFirst().title());
      if (question.readsOutcomes() && readable.violations() > 0) {
        skip(question, "an outcome cannot be read, see \"" + OutcomeReading.CHECK.title() + "\"");
      } else {
        ask(question);
      }
    }
    progress.step("auditing: " + RoleTrial.UNNAMED.title());
    new RoleTrial(connection).run(tally(RoleTrial.UNNAMED), tally(RoleTrial.NAMED));
  }

  /** Compares the database with what somebody was told. */
  void compare(Iterable<Acknowledged> journal) throws SQLException {
    progress.step("auditing: " + JournalChecks.SURVIVED.title());
    Tally survived = tally(JournalChecks.SURVIVED);
    new JournalChecks(connection).run(journal, survived, tally(JournalChecks.REFUSED));
  }

  /** The tallies so far, by invariant. */
  List<Tally> tallies() {
    return tallies.stream()
        .sorted((one, other) -> Integer.compare(one.check().invariant(), other.check().invariant()))
        .toList();
  }

  private void ask(Question question) throws SQLException {
    List<Tally> asked = new ArrayList<>();
    for (Check check : question.checks()) {
      asked.add(tally(check));
    }
    String sql = question.sql().replace(":days", Integer.toString(idempotencyDays));
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH_ROWS);
      try (ResultSet row = statement.executeQuery(sql)) {
        while (row.next()) {
          asked.get(row.getInt(1) - 1).add(Violation.of(row));
        }
      }
    }
  }

  private void skip(Question question, String why) throws SQLException {
    for (Check check : question.checks()) {
      tally(check).notChecked(why);
    }
  }

  private Tally tally(Check check) throws SQLException {
    Tally tally = new Tally(check);
    tally.examined(count(check.examined()));
    tallies.add(tally);
    return tally;
  }

  private long count(Examined what) throws SQLException {
    Long known = counts.get(what);
    if (known != null || what.count().isEmpty()) {
      return known == null ? 0 : known;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(what.count())) {
      row.next();
      long counted = row.getLong(1);
      counts.put(what, counted);
      return counted;
    }
  }
}
