package dev.holdfast.application.bulk;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Set;

/** One row of a file, by column. */
public final class CsvRow {
  private final CsvHeader header;
  private final CsvRecord cells;

  CsvRow(CsvHeader header, CsvRecord cells) {
    this.header = header;
    this.cells = cells;
  }

  /** Where the row starts in the file, from 1. */
  public long line() {
    return cells.getStartingLineNumber();
  }

  /** The names of the file's columns. */
  public Set<String> columns() {
    return header.names();
  }

  /** What stands at a place; empty for the place of an absent column. */
  String at(int place) {
    return place == CsvHeader.ABSENT ? "" : cells.getField(place);
  }

  /** A text as it was before an export made it harmless to spreadsheets. */
  public String text(String column) {
    return SpreadsheetCells.unescape(at(header.place(column)));
  }

  /** A code or number: what surrounds it is no part of it. */
  public String word(String column) {
    return at(header.place(column)).strip();
  }
}
