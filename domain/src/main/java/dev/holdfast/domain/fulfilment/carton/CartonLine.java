package dev.holdfast.domain.fulfilment.carton;

import dev.holdfast.domain.fulfilment.Goods;

/**
 * What is to be packed of one SKU.
 *
 * @param goods one unit
 * @param units how many, 1 to {@link #MAX_UNITS}
 * @param orientations how a unit may lie
 */
public record CartonLine(Goods goods, int units, Orientations orientations) {
  /** Beyond this an order is not packed into cartons by hand: it goes by the pallet. */
  public static final int MAX_UNITS = 10_000;

  public CartonLine {
    if (units < 1 || units > MAX_UNITS) {
      throw new IllegalArgumentException(
          "units of " + goods.sku() + " is " + units + ": give 1 to " + MAX_UNITS + ".");
    }
  }

  /** A line whose units may lie as their handling allows. */
  public static CartonLine of(Goods goods, int units) {
    return new CartonLine(goods, units, Orientations.of(goods.handling()));
  }
}
