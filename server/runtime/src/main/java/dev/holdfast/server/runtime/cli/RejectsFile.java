package dev.holdfast.server.runtime.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.application.bulk.SpreadsheetCells;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The bad rows of an import: in a file beside the imported one, and the first few on screen. */
final class RejectsFile {
  private static final int SHOWN = 5;

  private RejectsFile() {}

  /** Where the bad rows of a file go. */
  static Path of(Path imported) {
    return imported.resolveSibling(imported.getFileName() + ".rejects.csv");
  }

  /** Removes what an earlier import of the same file left: it is good now. */
  static void forget(Path imported) throws CommandFailure {
    Path file = of(imported);
    try {
      Files.deleteIfExists(file);
    } catch (IOException kept) {
      throw new CommandFailure(
          "Every row was imported, but "
              + file
              + " of an earlier try cannot be removed: remove it.");
    }
  }

  /** Writes and shows the bad rows of an answer. */
  static void report(JsonNode answer, Path file, PrintStream out) throws CommandFailure {
    List<String> lines = new ArrayList<>();
    lines.add("line,column,value,reason");
    for (JsonNode reject : answer.path("rejects")) {
      String line = reject.path("line").asText();
      String column = reject.path("column").asText();
      String value = reject.path("value").asText();
      String reason = reject.path("reason").asText();
      if (lines.size() <= SHOWN) {
        out.printf("  line %s%s: %s%n", line, column.isEmpty() ? "" : ", " + column, reason);
      }
      lines.add(line + "," + cell(column) + "," + cell(value) + "," + cell(reason));
    }
    try {
      Files.write(file, lines);
    } catch (IOException failed) {
      throw new CommandFailure(
          "The bad rows cannot be written to " + file + ". Make its folder writable.");
    }
    long more = answer.path("moreRejects").asLong();
    out.printf(
        "All %,d that were named are in %s%s.%n",
        lines.size() - 1, file, more == 0 ? "" : String.format("; %,d more were not named", more));
  }

  /** Quoted, and harmless to spreadsheets. */
  private static String cell(String text) {
    return '"' + SpreadsheetCells.escape(text).replace("\"", "\"\"") + '"';
  }
}
