package dev.holdfast.domain.fulfilment.pick;

import java.time.Instant;
import java.util.List;

/**
 * A wave is the orders that are released to the floor together: of one carrier and one cut-off.
 *
 * @param orders their identifiers, in the order in which they came
 * @param units how many pieces are picked for them together
 * @param closed why it has no more orders
 */
public record Wave(String carrier, Instant cutOff, List<String> orders, long units, Closed closed) {
  /** Copies its orders. */
  public Wave {
    orders = List.copyOf(orders);
  }

  /** Why a wave has no more orders. */
  public enum Closed {
    NOTHING_LEFT("has every order of its carrier and cut-off that was left"),
    ORDERS_FULL("has as many orders as a wave takes"),
    UNITS_FULL("has no room for the units of a further order");

    private final String reason;

    Closed(String reason) {
      this.reason = reason;
    }

    /** The end of a sentence about the wave. */
    public String reason() {
      return reason;
    }
  }
}
