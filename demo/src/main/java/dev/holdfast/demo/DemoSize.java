package dev.holdfast.demo;

/**
 * The outer size and gross weight of one unit as it is stored; for goods sold by weight, of one
 * kilogram as it lies in the bin.
 */
public record DemoSize(int lengthMm, int widthMm, int heightMm, int weightG) {

  /** Checks that every measure is positive. */
  public DemoSize {
    if (lengthMm <= 0 || widthMm <= 0 || heightMm <= 0 || weightG <= 0) {
      throw new IllegalArgumentException(
          "Size and weight must be positive, in mm and g, not %d x %d x %d mm, %d g"
              .formatted(lengthMm, widthMm, heightMm, weightG));
    }
  }
}
