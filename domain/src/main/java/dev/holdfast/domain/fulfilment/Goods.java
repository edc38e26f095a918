package dev.holdfast.domain.fulfilment;

/**
 * One unit of a SKU as it is packed and weighed.
 *
 * @param sku the client's code of it
 * @param lengthMm one horizontal side, millimetres, 1 to {@link #MAX_SIDE_MM}
 * @param widthMm the other horizontal side, millimetres
 * @param heightMm the side that is vertical when it stands upright, millimetres
 * @param weightG grams, 0 to {@link #MAX_WEIGHT_G}
 * @param handling how it wants to be packed
 */
public record Goods(
    String sku, int lengthMm, int widthMm, int heightMm, int weightG, Handling handling) {
  /** 20 m: longer than any vehicle; the volume of such a cube is far from overflowing a long. */
  public static final int MAX_SIDE_MM = 20_000;

  /** 50 t: heavier than any shipment. */
  public static final int MAX_WEIGHT_G = 50_000_000;

  public Goods {
    requireSide(sku, "lengthMm", lengthMm);
    requireSide(sku, "widthMm", widthMm);
    requireSide(sku, "heightMm", heightMm);
    if (weightG < 0 || weightG > MAX_WEIGHT_G) {
      throw new IllegalArgumentException(
          "weightG of " + sku + " is " + weightG + ": give 0 to " + MAX_WEIGHT_G + " grams.");
    }
  }

  /** Its volume in cubic millimetres. */
  public long volumeMm3() {
    return (long) lengthMm * widthMm * heightMm;
  }

  /**
   * By the SKU alone, which tells goods of one order apart: searches hash parts by the thousand.
   */
  @Override
  public int hashCode() {
    return sku.hashCode();
  }

  private static void requireSide(String sku, String side, int mm) {
    if (mm < 1 || mm > MAX_SIDE_MM) {
      throw new IllegalArgumentException(
          side + " of " + sku + " is " + mm + ": give 1 to " + MAX_SIDE_MM + " millimetres.");
    }
  }
}
