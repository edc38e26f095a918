package dev.holdfast.domain.fulfilment.rate;

/**
 * The largest parcel that a service takes. 0 is no limit.
 *
 * @param weightG actual weight, g
 * @param longestMm longest side, mm
 * @param lengthAndGirthMm longest side and twice the others, mm
 */
public record ParcelLimits(int weightG, int longestMm, int lengthAndGirthMm) {
  /** Anything goes. */
  public static final ParcelLimits NONE = new ParcelLimits(0, 0, 0);
}
