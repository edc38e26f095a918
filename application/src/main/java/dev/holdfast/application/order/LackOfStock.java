package dev.holdfast.application.order;

import dev.holdfast.domain.catalogue.ClientId;

/** Hears which lines of an order stock was lacking for, once the order is refused. Never blocks. */
@FunctionalInterface
public interface LackOfStock {
  /** Nobody wants to know. */
  LackOfStock UNHEARD = (client, skuId, locationId, quantity) -> {};

  /**
   * A line was refused.
   *
   * @param locationId 0 where any place would have done
   * @param quantity that was asked for, smallest units
   */
  void refused(ClientId client, long skuId, int locationId, long quantity);
}
