package dev.holdfast.application.bulk;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which column of a file stands where. Names count without case, spaces, dashes and underscores, so
 * {@code timeZone} and {@code Time Zone} are {@code time_zone}.
 */
public final class CsvHeader {
  /** The place of a column that the file does not have. */
  static final int ABSENT = -1;

  private final List<String> cells;
  private final Map<String, Integer> places;

  private CsvHeader(List<String> cells, Map<String, Integer> places) {
    this.cells = cells;
    this.places = places;
  }

  /** Reads a header; what is wrong with it refuses the file. */
  static CsvHeader of(CsvForm form, List<String> cells, Rejects rejects) {
    Map<String, String> known = new HashMap<>();
    for (CsvColumn column : form.columns()) {
      known.put(folded(column.name()), column.name());
    }
    Map<String, Integer> places = new HashMap<>();
    for (int place = 0; place < cells.size(); place++) {
      String cell = cells.get(place);
      String name = known.get(folded(cell));
      if (name == null) {
        rejects.refuseFile(1, cell.strip(), cell, "is " + unknown(form, cell));
      } else if (places.putIfAbsent(name, place) != null) {
        rejects.refuseFile(1, name, cell, "is there twice: remove one of the two columns");
      }
    }
    for (CsvColumn column : form.columns()) {
      if (column.isRequired() && !places.containsKey(column.name())) {
        rejects.refuseFile(
            1,
            column.name(),
            "",
            "is missing: the first line must name it, and every row must fill it");
      }
    }
    return new CsvHeader(List.copyOf(cells), places);
  }

  private static String unknown(CsvForm form, String cell) {
    String columns = String.join(", ", form.columnNames());
    if (cell.indexOf(';') >= 0 || cell.indexOf('\t') >= 0) {
      return "not a column of "
          + form.label()
          + ": separate columns by commas, not by semicolons or tabs ("
          + columns
          + ")";
    }
    return "not a column of " + form.label() + ": remove it, or rename it to one of " + columns;
  }

  private static String folded(String name) {
    return name.replaceAll("[\\s_-]", "").toLowerCase(Locale.ROOT);
  }

  /** Where a column stands, or {@link #ABSENT}. */
  int place(String column) {
    return places.getOrDefault(column, ABSENT);
  }

  boolean has(String column) {
    return places.containsKey(column);
  }

  Set<String> names() {
    return places.keySet();
  }

  int width() {
    return cells.size();
  }
}
