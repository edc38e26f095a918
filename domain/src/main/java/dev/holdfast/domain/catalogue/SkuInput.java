package dev.holdfast.domain.catalogue;

import java.util.List;

/**
 * A SKU as somebody wrote it, not yet checked: see {@link SkuRules}. What was left out is empty or
 * 0.
 *
 * @param scale decimals of a quantity
 * @param lengthMm millimetres
 * @param widthMm millimetres
 * @param heightMm millimetres
 * @param weightG grams
 */
public record SkuInput(
    String code,
    String name,
    List<String> barcodes,
    String unit,
    long scale,
    long lengthMm,
    long widthMm,
    long heightMm,
    long weightG,
    String category) {
  /**
   * The SKU.
   *
   * @throws IllegalArgumentException or {@link ArithmeticException} when {@link SkuRules#check}
   *     finds a violation of scale or size
   */
  public Sku toSku() {
    Sku.Size size =
        new Sku.Size(
            Math.toIntExact(lengthMm),
            Math.toIntExact(widthMm),
            Math.toIntExact(heightMm),
            Math.toIntExact(weightG));
    return new Sku(
        code, name, List.copyOf(barcodes), unit, new Scale(Math.toIntExact(scale)), size, category);
  }
}
