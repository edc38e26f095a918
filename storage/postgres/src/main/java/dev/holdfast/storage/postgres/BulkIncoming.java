package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.BulkOrder;
import dev.holdfast.storage.api.BulkResult;
import dev.holdfast.storage.api.BulkStore.RowSource;
import dev.holdfast.storage.api.RowReject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The rows of a file in a temporary table of the transaction, each with its line and, once it is
 * found bad, the reason. COPY fills it: row-level security does not allow that for lasting tables.
 */
final class BulkIncoming {
  /** Bytes sent to the server at once. */
  private static final int BUFFER = 64 * 1024;

  private final Connection connection;
  private final String client;
  private long rows;

  /**
   * Makes the table {@code incoming}.
   *
   * @param columns names and types, {@code code} among them
   */
  BulkIncoming(Connection connection, ClientId client, String columns) throws SQLException {
    this.connection = connection;
    this.client = Integer.toString(client.value());
    execute(
        "create temporary table incoming (line bigint primary key, "
            + columns
            + ", bad_column text, bad_value text, reason text) on commit drop");
  }

  /**
   * Fills the table.
   *
   * @param cells a row's values in the order of the columns; arrays as PostgreSQL writes them
   */
  <T> void copy(String names, RowSource<T> source, Function<T, List<Object>> cells)
      throws SQLException {
    String copy = "copy incoming (line, " + names + ") from stdin with (encoding 'UTF8')";
    CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
    try {
      StringBuilder text = new StringBuilder(BUFFER);
      source.forEach((line, row) -> {
        text.append(line);
        for (Object cell : cells.apply(row)) {
          text.append('\t');
          appendEscaped(text, cell.toString());
        }
        text.append('\n');
        rows++;
        if (text.length() >= BUFFER) {
          send(in, text);
        }
      });
      send(in, text);
      in.endCopy();
    } catch (Undelivered undelivered) {
      throw undelivered.failed;
    } finally {
      if (in.isActive()) {
        in.cancelCopy();
      }
    }
    execute("analyze incoming");
  }

  private static void send(CopyIn in, StringBuilder text) {
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    text.setLength(0);
    try {
      in.writeToCopy(bytes, 0, bytes.length);
    } catch (SQLException failed) {
      throw new Undelivered(failed);
    }
  }

  /** As the text format of COPY asks for. */
  private static void appendEscaped(StringBuilder text, String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }

  /** Marks the second and later rows of one code. */
  void rejectRepeatedCodes() throws SQLException {
    execute(
        """
        update incoming i set bad_column = 'code', bad_value = i.code,
          reason = 'stands in line ' || d.first || ' already: keep one of the two rows'
        from (
          select line, first_value(line) over (partition by code order by line) as first
          from incoming) d
        where d.line = i.line and d.first < d.line\
        """);
  }

  /** Makes the changes with the rows that are good, unless there are bad ones and no leave to. */
  BulkTransaction.Change apply(BulkOrder order, List<String> changes) throws SQLException {
    long rejected = rejected();
    List<RowReject> rejects = rejected == 0 ? List.of() : rejects();
    if (order.skipBad() || order.rejected() + rejected == 0) {
      execute("delete from incoming where reason is not null");
      for (String change : changes) {
        execute(change);
      }
    }
    return new BulkTransaction.Change(now(), rows, rejected, rejects);
  }

  private long rejected() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select count(*) from incoming where reason is not null")) {
      row.next();
      return row.getLong(1);
    }
  }

  /** The first marked rows, in line order. */
  private List<RowReject> rejects() throws SQLException {
    String sql =
        "select line, bad_column, bad_value, reason from incoming where reason is not null"
            + " order by line limit "
            + BulkResult.MAX_REJECTS;
    List<RowReject> rejects = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        rejects.add(
            new RowReject(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)));
      }
    }
    return rejects;
  }

  /**
   * Runs a statement in which {@code :client} stands for the client's number.
   *
   * @return how many rows it changed; 0 for a query
   */
  int execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.execute(sql.replace(":client", client)) ? 0 : statement.getUpdateCount();
    }
  }

  private Instant now() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select clock_timestamp()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  /** Carries a checked exception out of the rows' source. */
  private static final class Undelivered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SQLException failed;

    Undelivered(SQLException failed) {
      super(failed);
      this.failed = failed;
    }
  }
}
