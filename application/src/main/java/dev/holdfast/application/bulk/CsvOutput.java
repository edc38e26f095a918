package dev.holdfast.application.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes CSV (RFC 4180, UTF-8) cell by cell. Texts that a spreadsheet would run are made harmless;
 * numbers and codes can be none.
 */
public final class CsvOutput {
  /** Characters gathered before they are sent. */
  private static final int BUFFER = 32 * 1024;

  private final OutputStream out;
  private final StringBuilder buffer = new StringBuilder(BUFFER + 1024);
  private boolean startsRow = true;

  public CsvOutput(OutputStream out) {
    this.out = out;
  }

  /** A row of names. */
  public void header(List<String> columns) throws IOException {
    columns.forEach(this::plain);
    endRow();
  }

  /** A cell that needs no care: a number, a code, a time. */
  public CsvOutput plain(String cell) {
    separate();
    buffer.append(cell);
    return this;
  }

  /** A cell with a whole number. */
  public CsvOutput number(long cell) {
    separate();
    buffer.append(cell);
    return this;
  }

  /** A cell with a text that somebody wrote. */
  public CsvOutput text(String cell) {
    separate();
    String safe = SpreadsheetCells.escape(cell);
    if (needsQuotes(safe)) {
      buffer.append('"').append(safe.replace("\"", "\"\"")).append('"');
    } else {
      buffer.append(safe);
    }
    return this;
  }

  private void separate() {
    if (!startsRow) {
      buffer.append(',');
    }
    startsRow = false;
  }

  /** Blanks at the ends are quoted too: many programs cut them off otherwise. */
  private static boolean needsQuotes(String cell) {
    int length = cell.length();
    if (length > 0 && (cell.charAt(0) == ' ' || cell.charAt(length - 1) == ' ')) {
      return true;
    }
    for (int i = 0; i < length; i++) {
      char c = cell.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  public void endRow() throws IOException {
    buffer.append("\r\n");
    startsRow = true;
    if (buffer.length() >= BUFFER) {
      flush();
    }
  }

  /** Sends what is gathered. */
  public void flush() throws IOException {
    if (!buffer.isEmpty()) {
      out.write(buffer.toString().getBytes(StandardCharsets.UTF_8));
      buffer.setLength(0);
    }
  }
}
