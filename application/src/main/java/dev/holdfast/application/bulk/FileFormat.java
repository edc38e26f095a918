package dev.holdfast.application.bulk;

/** How the rows of a file are written. */
public enum FileFormat {
  /** Rows of cells under a header. */
  CSV,
  /** One JSON object per line. */
  JSON_LINES
}
