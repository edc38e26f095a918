package dev.holdfast.bench.peak;

/** What customers and tills ask for, in the order of the columns of a trace. */
enum Kind {
  LOOKUP("lookups"),
  QUERY("queries"),
  SEARCH("searches"),
  RESERVE("reservations"),
  SELL("sales");

  private final String column;

  Kind(String column) {
    this.column = column;
  }

  /** The name in the header of a trace. */
  String column() {
    return column;
  }
}
