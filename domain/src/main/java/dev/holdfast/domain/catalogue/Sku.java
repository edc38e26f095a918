package dev.holdfast.domain.catalogue;

import java.util.List;

/**
 * A sellable unit of one client.
 *
 * @param code the client's own name for it, unique per client, never changed
 * @param barcodes EAN-13, EAN-8, UPC-A or GTIN-14 digits, each unique per client
 * @param unit what one of it is: each, kg, l, m
 * @param scale the decimals of a quantity; never changed
 * @param size of one unit as shipped, in millimetres and grams
 */
public record Sku(
    String code,
    String name,
    List<String> barcodes,
    String unit,
    Scale scale,
    Size size,
    String category) {
  /**
   * The outer size of one unit.
   *
   * @param lengthMm millimetres, 0 where unknown
   * @param widthMm millimetres, 0 where unknown
   * @param heightMm millimetres, 0 where unknown
   * @param weightG grams, 0 where unknown
   */
  public record Size(int lengthMm, int widthMm, int heightMm, int weightG) {}
}
