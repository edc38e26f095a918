package dev.holdfast.domain.order;

import dev.holdfast.domain.fulfilment.sourcing.Alternative;
import java.util.List;

/**
 * What planning said beyond the shipments themselves.
 *
 * @param currency of every amount of the order, ISO 4217
 * @param splitMinor the price of the shipments after the first, minor units
 * @param proven whether no plan is cheaper
 * @param alternatives that were not chosen, with their reasons
 */
public record PlanNotes(
    String currency, long splitMinor, boolean proven, List<Alternative> alternatives) {
  /** Copies the list. */
  public PlanNotes {
    alternatives = List.copyOf(alternatives);
  }
}
