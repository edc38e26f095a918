package dev.holdfast.application.bulk;

/** A column that a file may, or must, have. */
public record CsvColumn(String name, boolean isRequired) {
  /** One that must be there. */
  public static CsvColumn required(String name) {
    return new CsvColumn(name, true);
  }

  /** One that may be left out. */
  public static CsvColumn optional(String name) {
    return new CsvColumn(name, false);
  }
}
