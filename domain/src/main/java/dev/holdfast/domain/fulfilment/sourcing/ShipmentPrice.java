package dev.holdfast.domain.fulfilment.sourcing;

/**
 * What shipments of one order cost: one object per order, because destination, promise and release
 * are the order's. A function: the same question gets the same answer.
 *
 * @param <D> how a shipment is sent: its cartons, service and charges
 */
@FunctionalInterface
public interface ShipmentPrice<D> {
  /** The prices of shipments from one location; asked once per location of an order. */
  LocationPrice<D> at(String location);
}
