package dev.holdfast.bench.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Reads every stored outcome, one by one: PostgreSQL 15 cannot say whether a text is what it should
 * be without giving up on the first that is not.
 */
final class OutcomeReading {
  static final Check CHECK =
      new Check(
          5,
          "every outcome can be read",
          Examined.OUTCOMES,
          "A retry of that key has no answer. Correct the text from the ledger as the database's"
              + " owner; other checks of outcomes wait until all can be read.");

  private static final String ALL =
      "select client_id, idempotency_key, outcome, (extract(epoch from at) * 1000000)::bigint"
          + " from command_outcome";

  private OutcomeReading() {}

  static void run(Connection connection, Tally tally) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(AuditRun.FETCH_ROWS);
      try (ResultSet row = statement.executeQuery(ALL)) {
        while (row.next()) {
          String text = row.getString(3);
          String fault = OutcomeText.fault(text, row.getLong(4));
          if (!fault.isEmpty()) {
            String place = "key " + row.getString(2);
            String found = text + " with " + fault;
            tally.add(
                new Violation(
                    row.getInt(1), null, place, found, "compact JSON of time, subject and lines"));
          }
        }
      }
    }
  }
}
