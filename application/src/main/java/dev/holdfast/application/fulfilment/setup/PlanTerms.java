package dev.holdfast.application.fulfilment.setup;

import dev.holdfast.domain.fulfilment.sourcing.carriage.TypicalPostage;

/**
 * What a client wants of every plan. Money is in minor units of the tariffs' currency.
 *
 * @param maxShipments at most so many per order, at least 1
 * @param splitMinor what every shipment after the first costs beyond its carriage
 * @param yardstick by which cartons are chosen before the carrier is known
 */
public record PlanTerms(int maxShipments, long splitMinor, TypicalPostage yardstick) {
  /** Up to four shipments; a second one must save 1.00 in carriage. */
  public static final PlanTerms DEFAULT = new PlanTerms(4, 100, TypicalPostage.DEFAULT);
}
