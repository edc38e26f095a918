package dev.holdfast.domain.fulfilment.sourcing.carriage;

import dev.holdfast.domain.fulfilment.carton.CartonPrice;
import dev.holdfast.domain.fulfilment.carton.CartonType;

/**
 * What a carton costs to ship somewhere, anywhere: the yardstick by which cartons are chosen before
 * it is known who sends them from where. A parcel costs its base, the carton, and so much per
 * billable kilogram; that is the shape of every parcel tariff, so the cartons that are cheap by it
 * are cheap by them, and each set is packed once for all locations and services.
 *
 * @param baseMinor of a parcel, minor units
 * @param perKgMinor per kilogram, minor units
 * @param divisorMm3PerG cubic millimetres that count as one gram
 */
public record TypicalPostage(long baseMinor, long perKgMinor, long divisorMm3PerG)
    implements CartonPrice {
  /** A ground parcel to the middle of the country, in cents. */
  public static final TypicalPostage DEFAULT = new TypicalPostage(700, 40, 5_000);

  private static final long G_PER_KG = 1_000;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException when one is out of range
   */
  public TypicalPostage {
    if (baseMinor < 0 || perKgMinor < 0 || divisorMm3PerG < 1) {
      throw new IllegalArgumentException(
          "typical postage needs amounts from 0 and a divisor from 1");
    }
  }

  @Override
  public long priceMinor(CartonType type, long grossG) {
    long billable = Math.max(grossG, type.outer().volumeMm3() / divisorMm3PerG);
    return baseMinor + type.costMinor() + billable * perKgMinor / G_PER_KG;
  }
}
