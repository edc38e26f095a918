package dev.holdfast.storage.postgres;

import dev.holdfast.storage.api.RefusalLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Refusals of every client, written as the jobs role. Safe for use by several threads. */
public final class PostgresRefusalLog implements RefusalLog {
  private static final String KEEP =
      "insert into refusal (client_id, position_id, at, lines, quantity)"
          + " select * from unnest(?::int[], ?::bigint[], ?::timestamptz[], ?::bigint[],"
          + " ?::bigint[])";

  private final DataSource jobs;

  public PostgresRefusalLog(Database database) {
    this.jobs = database.jobs();
  }

  @Override
  public void keep(List<Refused> rows) {
    if (rows.isEmpty() || rows.size() > MAX_ROWS) {
      throw new IllegalArgumentException("1 to " + MAX_ROWS + " rows are kept at once");
    }
    try (Connection connection = jobs.getConnection();
        Columns columns = new Columns(connection, KEEP)) {
      columns.ints(rows, row -> row.client().value());
      columns.longs(rows, row -> RefusalSums.position(row.skuId(), row.locationId()));
      columns.times(rows, Refused::at);
      columns.longs(rows, Refused::lines);
      columns.longs(rows, Refused::quantity);
      columns.update(rows.size());
      connection.commit();
    } catch (SQLException failed) {
      if (SqlStates.isUnavailable(failed)) {
        throw StoreFailures.unavailable(failed);
      }
      throw new IllegalStateException(failed);
    }
  }
}
