package dev.holdfast.domain.fulfilment.sourcing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A location that might ship parts of an order.
 *
 * @param location its code
 * @param supplies what it could give, by SKU; a SKU that is missing is not there
 * @param adjustmentMinor added to the price of every shipment from here, in minor units: below 0
 *     for a location that the client prefers, above 0 for one that it would rather spare
 * @param excluded why the client will not have it ship this order; null when it may
 */
public record Source(
    String location,
    Map<String, Supply> supplies,
    long adjustmentMinor,
    @Nullable String excluded) {
  /**
   * Copies the map.
   *
   * @throws IllegalArgumentException when the adjustment is out of range
   */
  public Source {
    supplies = Map.copyOf(supplies);
    if (Math.abs(adjustmentMinor) > SourcingOrder.MAX_MINOR) {
      throw new IllegalArgumentException("adjustment of " + location + " is out of range");
    }
  }

  /** What it could give of a SKU. */
  Supply supply(String sku) {
    Supply supply = supplies.get(sku);
    return supply == null ? Supply.NONE : supply;
  }
}
