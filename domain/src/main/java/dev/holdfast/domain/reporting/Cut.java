package dev.holdfast.domain.reporting;

import java.util.Set;

/**
 * Which dimensions a row of a roll-up is cut by, beside client, currency and time. What can be
 * counted twice (an order that ships from two places) counts once per row of each cut, so rows are
 * only ever summed over time and currency of one cut, or where the measure adds up. The number is
 * what stores keep.
 */
public enum Cut {
  /** The client as a whole. */
  CLIENT(0, Set.of()),
  PLACE(1, Set.of(Dimension.LOCATION)),
  SERVICE(2, Set.of(Dimension.LOCATION, Dimension.CARRIER, Dimension.SERVICE)),
  CATEGORY(3, Set.of(Dimension.LOCATION, Dimension.CARRIER, Dimension.SERVICE, Dimension.CATEGORY)),
  /** What moves in and out, by place and category. */
  STOCK(4, Set.of(Dimension.LOCATION, Dimension.CATEGORY));

  private static final Cut[] ALL = values();
  private final int number;
  private final Set<Dimension> dimensions;

  Cut(int number, Set<Dimension> dimensions) {
    this.number = number;
    this.dimensions = dimensions;
  }

  public int number() {
    return number;
  }

  public Set<Dimension> dimensions() {
    return dimensions;
  }

  /** By its stored number. */
  public static Cut ofNumber(int number) {
    return ALL[number];
  }
}
