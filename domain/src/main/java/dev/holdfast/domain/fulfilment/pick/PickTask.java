package dev.holdfast.domain.fulfilment.pick;

/**
 * Something to pick for an order: so much of an item from a slot.
 *
 * @param quantity in smallest units, at least 1
 */
public record PickTask(String order, PickItem item, long quantity, Slot slot) {
  /** Throws if there is nothing to pick. */
  public PickTask {
    if (quantity < 1) {
      throw new IllegalArgumentException(
          "Order " + order + " asks for " + quantity + " of " + item.sku() + "; at least 1.");
    }
  }
}
