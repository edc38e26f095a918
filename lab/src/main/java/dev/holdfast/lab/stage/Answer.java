package dev.holdfast.lab.stage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What a stage said.
 *
 * @param rows in any order; rows of zeros count as absent
 * @param databaseNanos of the time it took, what was spent waiting for the database
 */
public record Answer(List<Row> rows, long databaseNanos) {
  /** Copies the list. */
  public Answer {
    rows = List.copyOf(rows);
  }

  /** Keys and the report's numbers. */
  public record Row(List<String> keys, List<Long> values) {
    /** Copies the lists. */
    public Row {
      keys = List.copyOf(keys);
      values = List.copyOf(values);
    }

    /** The same from an array. */
    public static Row of(List<String> keys, long... values) {
      return new Row(keys, Arrays.stream(values).boxed().toList());
    }
  }

  /** In order of keys, without rows of zeros: what stages are compared by. */
  public List<Row> comparable() {
    List<Row> sorted = new ArrayList<>();
    for (Row row : rows) {
      if (row.values().stream().anyMatch(value -> value != 0)) {
        sorted.add(row);
      }
    }
    sorted.sort(Comparator.comparing(row -> String.join("\0", row.keys())));
    return sorted;
  }
}
