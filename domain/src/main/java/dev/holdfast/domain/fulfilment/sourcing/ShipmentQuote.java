package dev.holdfast.domain.fulfilment.sourcing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a price function about one shipment.
 *
 * @param <D> how a shipment is sent
 */
public sealed interface ShipmentQuote<D> {
  /**
   * It can be sent.
   *
   * @param minor carriage in minor units, 0 to {@link SourcingOrder#MAX_MINOR}
   * @param arrival the day it arrives; null where nobody promises one
   * @param dispatch how it is sent
   */
  record Priced<D>(long minor, @Nullable LocalDate arrival, D dispatch)
      implements ShipmentQuote<D> {
    /**
     * Checks the amount.
     *
     * @throws IllegalArgumentException when it is out of range
     */
    public Priced {
      if (minor < 0 || minor > SourcingOrder.MAX_MINOR) {
        throw new IllegalArgumentException("a shipment's carriage of " + minor + " minor units");
      }
    }
  }

  /**
   * It cannot be sent.
   *
   * @param reason the end of a sentence about the location: "arrives Tuesday, promised Monday"
   */
  record Refused<D>(String reason) implements ShipmentQuote<D> {}
}
