package dev.holdfast.storage.lake;

import dev.holdfast.storage.api.FileColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** A table of a {@link DuckSession} while rows are added to it. For one thread. */
final class DuckTable implements AutoCloseable {
  /** Whole digits and decimals of a decimal. */
  private static final int DIGITS = 18;

  private final String name;
  private final List<FileColumn> columns;
  private final DuckDBAppender appender;
  private long rows;
  private boolean closed;

  private DuckTable(String name, List<FileColumn> columns, DuckDBAppender appender) {
    this.name = name;
    this.columns = columns;
    this.appender = appender;
  }

  /** Makes an empty table. */
  static DuckTable create(DuckSession session, String name, List<FileColumn> columns)
      throws SQLException {
    String types =
        columns.stream()
            .map(column -> '"' + column.name() + "\" " + type(column))
            .collect(Collectors.joining(", "));
    session.execute("create or replace table " + name + " (" + types + ")");
    return new DuckTable(
        name, List.copyOf(columns), session.connection().createAppender("main", name));
  }

  /** The column's type as DuckDB says it. */
  static String type(FileColumn column) {
    return switch (column.kind()) {
      case TEXT -> "varchar";
      case WHOLE -> "bigint";
      case DECIMAL -> "decimal(" + DIGITS + ", " + column.decimals() + ")";
      case YES_NO -> "boolean";
      case DAY -> "date";
      case LOCAL_TIME -> "timestamp";
      case INSTANT -> "timestamp with time zone";
    };
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException when it does not fit the columns
   */
  void add(List<? extends @Nullable Object> row) throws SQLException {
    if (row.size() != columns.size()) {
      throw new IllegalArgumentException(
          name + " has " + columns.size() + " columns, and a row " + row.size() + " values");
    }
    for (int i = 0; i < columns.size(); i++) {
      refuseOther(columns.get(i), row.get(i));
    }
    appender.beginRow();
    for (int i = 0; i < columns.size(); i++) {
      append(columns.get(i), row.get(i));
    }
    appender.endRow();
    rows++;
  }

  /** So many rows were added. */
  long rows() {
    return rows;
  }

  private static void refuseOther(FileColumn column, @Nullable Object value) {
    if (value != null && !column.kind().type().isInstance(value)) {
      throw new IllegalArgumentException(
          column.name() + " takes " + column.kind() + ", not " + value.getClass().getSimpleName());
    }
  }

  private void append(FileColumn column, @Nullable Object value) throws SQLException {
    switch (value) {
      case null -> appender.appendNull();
      case String text -> appender.append(text);
      case Long whole -> appender.append(whole.longValue());
      case BigDecimal decimal ->
          appender.append(decimal.setScale(column.decimals(), RoundingMode.UNNECESSARY));
      case Boolean yes -> appender.append(yes.booleanValue());
      case LocalDate day -> appender.append(day);
      case LocalDateTime local -> appender.append(local.truncatedTo(ChronoUnit.MICROS));
      case Instant instant ->
          appender.append(instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
      default -> throw new IllegalArgumentException("no value of a file: " + value);
    }
  }

  /** Whatever was added is in the table afterwards. */
  @Override
  public void close() throws SQLException {
    if (!closed) {
      closed = true;
      appender.close();
    }
  }
}
