package dev.holdfast.application.reporting;

import java.util.Locale;

/**
 * What the values of a column are. Texts are texts; every number is a whole number of the last of
 * its kind's decimals, so 0.9500 of a rate is 9,500.
 */
public enum ColumnKind {
  /** Start of a stretch of local time: 2026-11-20, or 2026-11-20T14:00 by the hour. A text. */
  TIME(-1),
  /** 1 is Monday, 7 is Sunday. */
  WEEKDAY(0),
  /** Of the day, 0 to 23. */
  HOUR(0),
  TEXT(-1),
  COUNT(0),
  /** Base units of SKUs: pieces, kilograms. */
  UNITS(3),
  /** Minor units of the answer's currency. */
  MONEY(0),
  /** Part of a whole; 1 is all of it. */
  RATE(4),
  /** Seconds. */
  DURATION(0),
  /** Millimetres. */
  LENGTH(0),
  /** How much of one there is for each of another. */
  RATIO(2),
  /** Days of 24 hours. */
  DAYS(2);

  private final int decimals;

  ColumnKind(int decimals) {
    this.decimals = decimals;
  }

  /** The name in answers. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether values are texts, and no numbers. */
  public boolean isText() {
    return decimals < 0;
  }

  /** Decimals of its numbers; 0 for texts. */
  public int decimals() {
    return Math.max(0, decimals);
  }
}
