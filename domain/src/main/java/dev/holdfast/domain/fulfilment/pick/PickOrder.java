package dev.holdfast.domain.fulfilment.pick;

import java.util.List;

/**
 * What batching needs to know of an order.
 *
 * @param id names the order; unique within one call
 * @param items how much of a pick list's capacity it takes, at least 1
 * @param slots where its items are; the same slot may be there more than once
 */
public record PickOrder(String id, long items, List<Slot> slots) {
  /** Copies its slots; throws if it has no items. */
  public PickOrder {
    if (items < 1) {
      throw new IllegalArgumentException("Order " + id + " has " + items + " items; at least 1.");
    }
    slots = List.copyOf(slots);
  }
}
