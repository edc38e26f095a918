package dev.holdfast.domain.fulfilment.pick;

import java.util.List;

/**
 * A batch is the orders that are picked in one walk.
 *
 * @param orders in the order in which they were given
 * @param items what they take of the capacity together
 * @param lengthMm the length of the shortest walk over all of their slots, millimetres
 */
public record Batch(List<PickOrder> orders, long items, long lengthMm) {
  /** Copies its orders. */
  public Batch {
    orders = List.copyOf(orders);
  }
}
