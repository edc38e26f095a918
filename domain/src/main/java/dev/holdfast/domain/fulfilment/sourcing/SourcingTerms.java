package dev.holdfast.domain.fulfilment.sourcing;

import dev.holdfast.domain.fulfilment.split.ClassRules;

/**
 * What a client wants of every plan.
 *
 * @param rules goods that must stay apart
 * @param maxShipments at most so many shipments per order, at least 1
 * @param splitMinor what every shipment after the first costs beyond its carriage, in minor units:
 *     the second parcel that a customer must wait in for
 * @param maxPrices after so many prices the best plan so far counts, without proof; at least 1
 * @param runnersUp how many of the next best sets of locations are looked for and explained; 0 for
 *     placing orders, 1 or 2 for showing a person why
 */
public record SourcingTerms(
    ClassRules rules, int maxShipments, long splitMinor, int maxPrices, int runnersUp) {
  /** A proof takes tens of prices, hundreds in the worst orders seen; each costs microseconds. */
  public static final int PRICES = 20_000;

  /** No rules, any number of shipments, no price on them. */
  public static final SourcingTerms FREE =
      new SourcingTerms(ClassRules.NONE, Integer.MAX_VALUE, 0, PRICES, 0);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException when one is out of range
   */
  public SourcingTerms {
    if (maxShipments < 1 || maxPrices < 1 || runnersUp < 0) {
      throw new IllegalArgumentException(
          "maxShipments and maxPrices must be 1 or more, runnersUp 0 or more");
    }
    if (splitMinor < 0 || splitMinor > SourcingOrder.MAX_MINOR) {
      throw new IllegalArgumentException("the price of a split must be 0 or more minor units");
    }
  }
}
