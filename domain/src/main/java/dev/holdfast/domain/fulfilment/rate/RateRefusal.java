package dev.holdfast.domain.fulfilment.rate;

import java.time.LocalDate;

/** Why a tariff has no price for a shipment. */
public sealed interface RateRefusal {
  /** A sentence that names what is missing and how to mend it. */
  String message();

  /** No version of the tariff counts for the day. */
  record NotValid(ServiceId service, LocalDate day) implements RateRefusal {
    @Override
    public String message() {
      return "%s has no tariff for %s: import one that is valid on that day"
          .formatted(service, day);
    }
  }

  /** No zone row holds the pair. */
  record NoZone(ServiceId service, Postcode origin, Postcode destination) implements RateRefusal {
    @Override
    public String message() {
      return "%s does not go from %s to %s: add a zone row, or use another service"
          .formatted(service, origin, destination);
    }
  }

  /** The zone has no band for the weight, though it may have for others. */
  record BandHole(ServiceId service, String zone, int parcel, long billableG)
      implements RateRefusal {
    @Override
    public String message() {
      return "%s has no price in zone %s for parcel %d of %d g billed: add a band row"
          .formatted(service, zone, parcel + 1, billableG);
    }
  }

  /** A parcel is larger than the service, or its last band, takes. */
  record OverLimit(ServiceId service, Limit limit, int parcel, long value, long max)
      implements RateRefusal {
    @Override
    public String message() {
      return "Parcel %d has %s of %d %s, %s takes %d: use smaller cartons or another service"
          .formatted(parcel + 1, limit.words, value, limit.unit, service, max);
    }
  }

  /** The sum is beyond what can be counted. */
  record TooMuch(ServiceId service) implements RateRefusal {
    @Override
    public String message() {
      return "The price by " + service + " is beyond what can be counted: split the shipment";
    }
  }

  /** What a parcel can be too much of. */
  enum Limit {
    WEIGHT("a weight", "g"),
    BILLABLE_WEIGHT("a billed weight", "g"),
    LONGEST_SIDE("a longest side", "mm"),
    LENGTH_AND_GIRTH("length and girth", "mm");

    private final String words;
    private final String unit;

    Limit(String words, String unit) {
      this.words = words;
      this.unit = unit;
    }
  }
}
