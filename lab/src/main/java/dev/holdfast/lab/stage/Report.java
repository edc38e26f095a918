package dev.holdfast.lab.stage;

import java.util.Locale;

/**
 * The eight reports as the laboratory asks them. Each answer is keys and whole numbers, so that
 * stages can be compared to the last unit; rates are what the application makes of them. What each
 * number is, is written as SQL in {@code stages/postgres/1-indexed}.
 */
public enum Report {
  /**
   * By day: orders, lines, ordered, filled, revenue, split, shipments, cartons, shipping, shipped,
   * on time, refusals.
   */
  OVERVIEW(1, 12),
  /** By weekday (1 is Monday) and hour: orders, lines, filled. */
  HOURS(2, 3),
  /**
   * By location: orders, lines, filled, revenue, shipments, cartons, shipping, shipped, on time.
   */
  LOCATIONS(1, 9),
  /** By carrier and service: shipments, cartons, shipping, shipped, on time. */
  CARRIERS(2, 5),
  /** By category: orders, lines, ordered, filled, revenue, returned. */
  CATEGORIES(1, 6),
  /**
   * By {@code day} and date: released, seconds to release, shipped, seconds to ship, walk, picks;
   * and by {@code backlog} and age: shipments, lines, late.
   */
  WAREHOUSE(2, 6),
  /** By location and category: received, sold, shrinkage, spoiled, on hand at the end. */
  STOCK(2, 5),
  /** By Friday, from the last payday to this one, and hour: orders, ordered, filled, refusals. */
  PAYDAY(2, 4);

  private final int keys;
  private final int values;

  Report(int keys, int values) {
    this.keys = keys;
    this.values = values;
  }

  /** As files and addresses name it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many leading columns of an answer are keys. */
  public int keys() {
    return keys;
  }

  /** How many numbers follow. */
  public int numbers() {
    return values;
  }
}
