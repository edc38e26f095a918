package dev.holdfast.domain.fulfilment.carton;

import dev.holdfast.domain.fulfilment.Handling;

/**
 * A set of the six ways in which the sides of a box can lie along x, y and z.
 *
 * @param mask bit i allows the i-th of: l-w-h, w-l-h, l-h-w, h-l-w, w-h-l, h-w-l, where the last
 *     letter is the side that stands upright
 */
public record Orientations(int mask) {
  /** Any side may stand upright. */
  public static final Orientations FREE = new Orientations(0b111111);

  /** The height stays vertical: only turns about the vertical axis. */
  public static final Orientations UPRIGHT = new Orientations(0b000011);

  static final int COUNT = 6;

  private static final int[][] SIDES = {
    {0, 1, 2}, {1, 0, 2}, {0, 2, 1}, {2, 0, 1}, {1, 2, 0}, {2, 1, 0}
  };
  private static final int WIDTH_UP = 0b001100;
  private static final int LENGTH_UP = 0b110000;

  public Orientations {
    if (mask < 1 || mask > 0b111111) {
      throw new IllegalArgumentException("At least one of six orientations must be allowed.");
    }
  }

  /** Those in which only the named sides stand upright, as container-loading problems say it. */
  public static Orientations standing(boolean length, boolean width, boolean height) {
    return new Orientations(
        (height ? UPRIGHT.mask : 0) | (width ? WIDTH_UP : 0) | (length ? LENGTH_UP : 0));
  }

  /** What the goods' handling allows. */
  public static Orientations of(Handling handling) {
    return handling.keepUpright() ? UPRIGHT : FREE;
  }

  boolean allows(int orientation) {
    return (mask >> orientation & 1) != 0;
  }

  /** The side (0 length, 1 width, 2 height) that lies along an axis (0 x, 1 y, 2 z). */
  static int side(int orientation, int axis) {
    return SIDES[orientation][axis];
  }
}
