package dev.holdfast.domain.fulfilment.rate;

/**
 * One part of what a shipment costs.
 *
 * @param name {@link #BASE}, {@link #FUEL}, {@link #MINIMUM} or that of a surcharge
 * @param minor minor units, 0 or more
 * @param parcel the parcel's index, or {@link #SHIPMENT}
 * @param basis why
 */
public record Charge(String name, long minor, int parcel, Basis basis) {
  /** The price of zone and weight. */
  public static final String BASE = "base";

  /** The share for fuel. */
  public static final String FUEL = "fuel";

  /** What lacked to the minimum. */
  public static final String MINIMUM = "minimum";

  /** Stands for the shipment as a whole. */
  public static final int SHIPMENT = -1;
}
