package dev.holdfast.bench.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Invariant 6 from outside: what clients were told is what the database holds. */
final class JournalChecks {
  static final Check SURVIVED =
      new Check(
          6,
          "what clients were told is done, is",
          Examined.JOURNAL,
          "An acknowledged effect is gone. See whether a standby was promoted or a backup restored;"
              + " then tell the client which keys to send again.");

  static final Check REFUSED =
      new Check(
          6,
          "what clients were told is refused, had no effect",
          Examined.JOURNAL,
          "A client was told no, but it was done. Give the stock back: release the reservation or"
              + " correct the movement, and keep the database as it is for analysis.");

  /** Commands that are looked up at once. */
  private static final int BATCH = 20_000;

  private static final String COMPARE =
      """
      select v.n, c.id, null, format('key %s of client %s', a.key, a.client), v.found, v.expected
      from unnest(?::text[], ?::text[], ?::boolean[], ?::text[]) a(client, key, done, subject)
      left join client c on c.code = a.client
      left join command_outcome o on o.client_id = c.id and o.idempotency_key = a.key
      left join reservation r on r.client_id = c.id and r.id = nullif(a.subject, '')::uuid
      left join transfer t on t.client_id = c.id and t.id = nullif(a.subject, '')::uuid
      cross join lateral (select o.outcome like '%"refused":%' as refused,
        r.id is not null or t.id is not null as there) x
      cross join lateral (values
        (1, a.done and o.outcome is null, 'nothing', 'done'),
        (1, a.done and x.refused, 'a refusal', 'done'),
        (1, a.done and not x.refused and a.subject <> ''
            and strpos(o.outcome, '"subject":"' || a.subject || '"') = 0, o.outcome,
          'done for ' || a.subject),
        (1, a.done and a.subject <> '' and not x.there and o.outcome is not null,
          'no reservation or transfer ' || a.subject, 'it'),
        (2, not a.done and not x.refused, 'done: ' || o.outcome, 'refused, or nothing'))
        v(n, broken, found, expected)
      where v.broken
      """;

  private final Connection connection;

  JournalChecks(Connection connection) {
    this.connection = connection;
  }

  void run(Iterable<Acknowledged> journal, Tally survived, Tally refused) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local enable_indexscan = on");
    }
    long done = 0;
    long others = 0;
    List<Acknowledged> batch = new ArrayList<>();
    for (Acknowledged told : journal) {
      done += told.done() ? 1 : 0;
      others += told.done() ? 0 : 1;
      batch.add(told);
      if (batch.size() == BATCH) {
        compare(batch, List.of(survived, refused));
        batch.clear();
      }
    }
    compare(batch, List.of(survived, refused));
    survived.examined(done);
    refused.examined(others);
  }

  private void compare(List<Acknowledged> batch, List<Tally> tallies) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(COMPARE)) {
      set(query, 1, "text", batch, Acknowledged::client);
      set(query, 2, "text", batch, Acknowledged::key);
      set(query, 3, "bool", batch, Acknowledged::done);
      set(query, 4, "text", batch, Acknowledged::subject);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          tallies.get(row.getInt(1) - 1).add(Violation.of(row));
        }
      }
    }
  }

  private void set(
      PreparedStatement query,
      int parameter,
      String type,
      List<Acknowledged> batch,
      Function<Acknowledged, Object> column)
      throws SQLException {
    query.setArray(parameter, connection.createArrayOf(type, batch.stream().map(column).toArray()));
  }
}
