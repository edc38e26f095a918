package dev.holdfast.domain.fulfilment.sourcing.carriage;

import dev.holdfast.domain.fulfilment.carton.Packing;
import dev.holdfast.domain.fulfilment.rate.Parcel;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import java.time.LocalDate;
import java.util.List;

/**
 * How a shipment is sent.
 *
 * @param packing its cartons; its lines are the parts of the shipment, in their order
 * @param parcels the same cartons as the carrier measures them
 * @param service the cheapest that arrives in time; then the earliest, then the first by code
 * @param pickUp the day of its tariff
 * @param postageMinor what the carrier asks, minor units
 * @param cartonsMinor what the cartons themselves cost, minor units
 */
public record Dispatch(
    Packing packing,
    List<Parcel> parcels,
    ServiceId service,
    LocalDate pickUp,
    long postageMinor,
    long cartonsMinor) {
  /** Copies the parcels. */
  public Dispatch {
    parcels = List.copyOf(parcels);
  }
}
