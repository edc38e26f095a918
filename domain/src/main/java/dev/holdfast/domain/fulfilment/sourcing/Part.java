package dev.holdfast.domain.fulfilment.sourcing;

import dev.holdfast.domain.fulfilment.Goods;

/**
 * Some units of one SKU: a line of an order, or what one shipment carries of it.
 *
 * @param quantity units, 1 to {@link #MAX_QUANTITY}
 */
public record Part(Goods goods, long quantity) {
  /** More than any order line; weight and volume of so many units fit a long. */
  public static final long MAX_QUANTITY = 1_000_000;

  /**
   * Checks the quantity.
   *
   * @throws IllegalArgumentException when it is out of range
   */
  public Part {
    if (quantity < 1 || quantity > MAX_QUANTITY) {
      throw new IllegalArgumentException(
          goods.sku() + ": quantity is " + quantity + "; give 1 to " + MAX_QUANTITY + " units");
    }
  }
}
