package dev.holdfast.application.reporting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answered report. What JSON, files and charts are made of.
 *
 * <p>A cell is a {@link String} in columns whose kind {@link ColumnKind#isText}, else a {@link
 * Long} in the kind's last decimal; null where nothing was counted that could be told.
 *
 * @param currency of all its money; null where it has none
 * @param otherCurrencies in which there is money that is not told, in alphabetical order
 * @param totals of all rows, one cell per column, null in columns that cannot be summed up; null
 *     where totals mean nothing
 * @param parts further tables of the same report
 * @param notes what must be known to read it, a sentence each
 */
public record ReportTable(
    @Nullable String currency,
    List<String> otherCurrencies,
    List<Column> columns,
    List<List<@Nullable Object>> rows,
    @Nullable List<@Nullable Object> totals,
    List<Part> parts,
    List<String> notes) {
  /** Copies the lists. */
  public ReportTable {
    otherCurrencies = List.copyOf(otherCurrencies);
    columns = List.copyOf(columns);
    rows = copy(rows);
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
  }

  /** Rows have nulls, which {@link List#copyOf} refuses. */
  private static List<List<@Nullable Object>> copy(List<List<@Nullable Object>> rows) {
    return Collections.unmodifiableList(new ArrayList<>(rows));
  }

  /**
   * A column.
   *
   * @param name in answers and files: small letters, digits and underscores
   * @param why how it is computed, in a sentence
   */
  public record Column(String name, String title, ColumnKind kind, String why) {}

  /** A table beside the main one. */
  public record Part(
      String name, String title, List<Column> columns, List<List<@Nullable Object>> rows) {
    /** Copies the lists. */
    public Part {
      columns = List.copyOf(columns);
      rows = copy(rows);
    }
  }
}
