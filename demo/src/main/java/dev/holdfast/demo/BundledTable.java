package dev.holdfast.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads a table that is bundled with this package: UTF-8 lines of cells between {@code |}, section
 * headings in {@code [brackets]}, comments after {@code #} at the start of a line.
 */
final class BundledTable {

  /**
   * One line of a table.
   *
   * @param section the heading above it, or empty
   * @param cells trimmed cells
   */
  record Row(String section, List<String> cells) {}

  private BundledTable() {}

  /** All rows of a resource, each with exactly {@code columns} cells. */
  static List<Row> read(String resource, int columns) {
    List<Row> rows = new ArrayList<>();
    String section = "";
    for (String line : lines(resource)) {
      if (line.startsWith("[") && line.endsWith("]")) {
        section = line.substring(1, line.length() - 1);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        List<String> cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
        if (cells.size() != columns) {
          throw new IllegalStateException(
              "%s: give %d cells instead of %d in the line: %s"
                  .formatted(resource, columns, cells.size(), line));
        }
        rows.add(new Row(section, cells));
      }
    }
    return rows;
  }

  private static List<String> lines(String resource) {
    try (InputStream in = BundledTable.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            resource + " is missing from the class path: build the demo module again");
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource + " cannot be read: build the demo module again", e);
    }
  }
}
