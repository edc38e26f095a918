package dev.holdfast.domain.fulfilment.rate;

/**
 * What a parcel to a zone costs from one billable weight to another. With a step it is what each
 * started step above {@code overG} costs, on top of the price of the band that ends there.
 *
 * @param line where it stands in its file, for findings
 * @param overG the band begins above this weight, g
 * @param upToG and ends with this one, g; {@link #NO_END} where it does not
 * @param stepG 0 for one price, else the size of a step, g
 * @param priceMinor of the band or of each step
 */
public record BandRow(long line, String zone, long overG, long upToG, long stepG, long priceMinor) {
  /** The end of a band without one. */
  public static final long NO_END = Long.MAX_VALUE;
}
