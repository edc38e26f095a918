package dev.holdfast.storage.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Rows of whole numbers, kept as one array per column: no object per row, and ready to be sent as
 * array parameters.
 */
final class LongColumns {
  private final long[][] columns;
  private int rows;

  LongColumns(int width, int capacity) {
    this.columns = new long[width][capacity];
  }

  void add(long... row) {
    if (rows == columns[0].length) {
      for (int i = 0; i < columns.length; i++) {
        columns[i] = Arrays.copyOf(columns[i], rows * 2);
      }
    }
    for (int i = 0; i < columns.length; i++) {
      columns[i][rows] = row[i];
    }
    rows++;
  }

  boolean isEmpty() {
    return rows == 0;
  }

  int rows() {
    return rows;
  }

  /** Sets one array parameter per column, from a parameter on. */
  void bind(PreparedStatement statement, int firstParameter) throws SQLException {
    for (int i = 0; i < columns.length; i++) {
      statement.setObject(firstParameter + i, Arrays.copyOf(columns[i], rows));
    }
  }

  void clear() {
    rows = 0;
  }
}
