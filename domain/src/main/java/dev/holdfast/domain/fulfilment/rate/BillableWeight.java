package dev.holdfast.domain.fulfilment.rate;

/**
 * How a carrier weighs bulk: the greater of weight and volume by a divisor, rounded up to a step.
 *
 * @param divisorMm3PerG cubic millimetres that count as a gram, the same number as cubic
 *     centimetres per kilogram (5000); 0 where volume does not count
 * @param stepG the step, g, at least 1
 */
public record BillableWeight(int divisorMm3PerG, int stepG) {

  /** The weight that volume counts as, g, rounded up; 0 where it does not count. */
  public long dimensionalG(Parcel parcel) {
    if (divisorMm3PerG == 0) {
      return 0;
    }
    long volume =
        Math.multiplyExact((long) parcel.lengthMm() * parcel.widthMm(), (long) parcel.heightMm());
    return Math.ceilDiv(volume, divisorMm3PerG);
  }

  /** The weight that is charged, g: a multiple of the step, at least one. */
  public long billableG(Parcel parcel) {
    long heavier = Math.max(1, Math.max(parcel.weightG(), dimensionalG(parcel)));
    return Math.multiplyExact(Math.ceilDiv(heavier, stepG), (long) stepG);
  }
}
