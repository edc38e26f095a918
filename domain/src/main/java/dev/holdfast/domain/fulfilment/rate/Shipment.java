package dev.holdfast.domain.fulfilment.rate;

import java.time.LocalDate;
import java.util.List;

/**
 * Parcels that one carrier takes together from one place to another.
 *
 * @param parcels at least one, at most {@link #MAX_PARCELS}
 * @param origin the postcode of the location that ships
 * @param day the local date on which the carrier picks up: the tariff of that day counts
 */
public record Shipment(
    List<Parcel> parcels, Postcode origin, Destination destination, LocalDate day) {
  /** The most parcels: more are a full truck, which no parcel tariff prices. */
  public static final int MAX_PARCELS = 1_000;

  /** Checks the number of parcels. */
  public Shipment {
    if (parcels.isEmpty() || parcels.size() > MAX_PARCELS) {
      throw new IllegalArgumentException(
          "A shipment of %d parcels: give 1 to %d".formatted(parcels.size(), MAX_PARCELS));
    }
    parcels = List.copyOf(parcels);
  }
}
