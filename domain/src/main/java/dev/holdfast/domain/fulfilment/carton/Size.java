package dev.holdfast.domain.fulfilment.carton;

import dev.holdfast.domain.fulfilment.Goods;

/**
 * The extents of a box or a carton, whole millimetres, each from 1 to {@link Goods#MAX_SIDE_MM}.
 *
 * @param lengthMm along x
 * @param widthMm along y
 * @param heightMm along z, upwards
 */
public record Size(int lengthMm, int widthMm, int heightMm) {
  public Size {
    int least = Math.min(lengthMm, Math.min(widthMm, heightMm));
    int most = Math.max(lengthMm, Math.max(widthMm, heightMm));
    if (least < 1 || most > Goods.MAX_SIDE_MM) {
      throw new IllegalArgumentException(
          text(lengthMm, widthMm, heightMm)
              + " is no size: give each side 1 to "
              + Goods.MAX_SIDE_MM
              + " millimetres.");
    }
  }

  /** Cubic millimetres. */
  public long volumeMm3() {
    return (long) lengthMm * widthMm * heightMm;
  }

  /** As people write it, such as {@code 230 x 300 x 240 mm}. */
  public String text() {
    return text(lengthMm, widthMm, heightMm);
  }

  private static String text(int length, int width, int height) {
    return length + " x " + width + " x " + height + " mm";
  }
}
