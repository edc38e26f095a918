package dev.holdfast.domain.fulfilment.pick;

import java.time.Instant;

/**
 * What a wave needs to know of a released order.
 *
 * @param id names the order; unique within one call
 * @param carrier who collects it
 * @param cutOff when that carrier leaves with it
 * @param units how many pieces are picked for it, at least 1
 */
public record WaveOrder(String id, String carrier, Instant cutOff, long units) {
  /** Throws if there is nothing to pick. */
  public WaveOrder {
    if (units < 1) {
      throw new IllegalArgumentException("Order " + id + " has " + units + " units; at least 1.");
    }
  }
}
