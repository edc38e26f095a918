package dev.holdfast.domain.fulfilment.rate;

/**
 * A closed carton or pallet as a carrier measures it; which side is which does not matter.
 *
 * @param lengthMm outer length, mm, at least 1
 * @param widthMm outer width, mm, at least 1
 * @param heightMm outer height, mm, at least 1
 * @param weightG gross weight, g; 0 is billed as one step
 */
public record Parcel(int lengthMm, int widthMm, int heightMm, int weightG) {
  /** Checks that every side is there. */
  public Parcel {
    if (lengthMm < 1 || widthMm < 1 || heightMm < 1 || weightG < 0) {
      throw new IllegalArgumentException(
          "A parcel of %d x %d x %d mm and %d g: give sides from 1 mm and a weight from 0 g"
              .formatted(lengthMm, widthMm, heightMm, weightG));
    }
  }

  /** The longest side, mm. */
  public int longestMm() {
    return Math.max(lengthMm, Math.max(widthMm, heightMm));
  }

  /** The longest side and twice the two others together: how carriers limit bulk. mm. */
  public long lengthAndGirthMm() {
    long sides = (long) lengthMm + widthMm + heightMm;
    return 2 * sides - longestMm();
  }
}
