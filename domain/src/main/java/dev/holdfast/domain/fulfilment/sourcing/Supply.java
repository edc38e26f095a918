package dev.holdfast.domain.fulfilment.sourcing;

/**
 * What one location could give of one SKU.
 *
 * @param available units, net of reservations and safety stock; at least 0
 * @param opportunityMinor what a unit taken here costs beyond its carriage, because it will be
 *     missed near other demand, in minor units; 0 for stock that nobody else waits for
 */
public record Supply(long available, long opportunityMinor) {
  /** Nothing there. */
  public static final Supply NONE = new Supply(0, 0);

  /**
   * Checks both.
   *
   * @throws IllegalArgumentException when one is out of range
   */
  public Supply {
    if (available < 0) {
      throw new IllegalArgumentException("available is " + available + "; give 0 or more units");
    }
    if (opportunityMinor < 0 || opportunityMinor > SourcingOrder.MAX_MINOR / Part.MAX_QUANTITY) {
      throw new IllegalArgumentException(
          "opportunity cost is "
              + opportunityMinor
              + "; give 0 to "
              + SourcingOrder.MAX_MINOR / Part.MAX_QUANTITY
              + " minor units");
    }
  }

  /** So many units that nobody else waits for. */
  public static Supply of(long available) {
    return new Supply(available, 0);
  }
}
