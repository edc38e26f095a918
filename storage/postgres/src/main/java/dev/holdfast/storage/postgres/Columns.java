package dev.holdfast.storage.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A statement whose parameters are columns: one array per column, one element per row. Parameters
 * are set in the order of the calls. Numbers and texts travel in binary.
 */
final class Columns implements AutoCloseable {
  private final Connection connection;
  private final PreparedStatement statement;
  private int next = 1;

  Columns(Connection connection, String sql) throws SQLException {
    this.connection = connection;
    this.statement = connection.prepareStatement(sql);
  }

  void time(Instant instant) throws SQLException {
    statement.setObject(next++, instant.atOffset(ZoneOffset.UTC));
  }

  <T> void longs(List<T> rows, ToLongFunction<T> column) throws SQLException {
    long[] values = new long[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.applyAsLong(rows.get(i));
    }
    statement.setObject(next++, values);
  }

  /** All numbers of all rows as one flat array, row after row. */
  <T> void numbers(List<T> rows, BiConsumer<T, Numbers> write) throws SQLException {
    Numbers numbers = new Numbers(rows.size() * 8);
    for (T row : rows) {
      write.accept(row, numbers);
    }
    statement.setObject(next++, numbers.toArray());
  }

  <T> void ints(List<T> rows, ToIntFunction<T> column) throws SQLException {
    int[] values = new int[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.applyAsInt(rows.get(i));
    }
    statement.setObject(next++, values);
  }

  <T> void shorts(List<T> rows, ToIntFunction<T> column) throws SQLException {
    short[] values = new short[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) column.applyAsInt(rows.get(i));
    }
    statement.setObject(next++, values);
  }

  <T> void texts(List<T> rows, Function<T, @Nullable String> column) throws SQLException {
    @Nullable String[] values = new String[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    statement.setArray(next++, connection.createArrayOf("text", values));
  }

  <T> void uuids(List<T> rows, Function<T, @Nullable UUID> column) throws SQLException {
    @Nullable UUID[] values = new UUID[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    statement.setArray(next++, connection.createArrayOf("uuid", values));
  }

  <T> void bytes(List<T> rows, Function<T, byte[]> column) throws SQLException {
    byte[][] values = new byte[rows.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i));
    }
    statement.setArray(next++, connection.createArrayOf("bytea", values));
  }

  <T> void times(List<T> rows, Function<T, Instant> column) throws SQLException {
    String[] values = new String[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = column.apply(rows.get(i)).toString();
    }
    statement.setArray(next++, connection.createArrayOf("timestamptz", values));
  }

  /** The literal of one bigint array, for a column whose elements are arrays. */
  static <T> String arrayText(List<T> elements, ToLongFunction<T> value) {
    StringBuilder text = new StringBuilder(24);
    text.append('{');
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      text.append(value.applyAsLong(elements.get(i)));
    }
    return text.append('}').toString();
  }

  void number(long value) throws SQLException {
    statement.setLong(next++, value);
  }

  /** Runs every statement of the text; returns what the server warned of, if anything. */
  @Nullable SQLWarning executeAll() throws SQLException {
    statement.execute();
    return statement.getWarnings();
  }

  /** Runs a statement that must change so many rows. */
  void update(int expected) throws SQLException {
    int changed = statement.executeUpdate();
    if (changed != expected) {
      throw new SQLException("changed " + changed + " rows instead of " + expected, "XX000");
    }
  }

  /** One row of an answer. */
  interface EachRow {
    void at(ResultSet row) throws SQLException;
  }

  /** Asks, and goes over the answer. */
  void each(EachRow each) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        each.at(rows);
      }
    }
  }

  void execute() throws SQLException {
    statement.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
