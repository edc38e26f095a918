package dev.holdfast.demo;

/**
 * A box of the demo company. Outer sides in mm; every wall takes {@code wallMm}.
 *
 * @param code what the packers call it
 * @param emptyG grams
 * @param maxGrossG with its content, grams
 * @param costMinor US cents
 */
public record DemoCarton(
    String code,
    int lengthMm,
    int widthMm,
    int heightMm,
    int wallMm,
    int emptyG,
    int maxGrossG,
    long costMinor) {
  /** The inner length, mm. */
  public int innerLengthMm() {
    return lengthMm - 2 * wallMm;
  }

  /** The inner width, mm. */
  public int innerWidthMm() {
    return widthMm - 2 * wallMm;
  }

  /** The inner height, mm. */
  public int innerHeightMm() {
    return heightMm - 2 * wallMm;
  }
}
