package dev.holdfast.domain.catalogue;

import java.util.ArrayList;
import java.util.List;

/** What a SKU must be before it may be kept. Messages use the names of {@link SkuInput}. */
public final class SkuRules {
  /** The most characters of a name. */
  public static final int MAX_NAME = 200;

  /** The most characters of a unit. */
  public static final int MAX_UNIT = 16;

  /** The most characters of a category. */
  public static final int MAX_CATEGORY = 64;

  /** The longest side, in millimetres: 100 metres, a roll of cable laid out. */
  public static final long MAX_SIDE_MM = 100_000;

  /** The heaviest unit, in grams: 10 tonnes, more than a warehouse lifts at once. */
  public static final long MAX_WEIGHT_G = 10_000_000;

  private SkuRules() {}

  /** Everything that is wrong with a SKU, in the order of its fields; empty when it may be kept. */
  public static List<Violation> check(SkuInput sku) {
    List<Violation> found = new ArrayList<>();
    CodeRules.check("code", sku.code(), found);
    TextRules.check("name", sku.name(), 1, MAX_NAME, found);
    BarcodeRules.check("barcodes", sku.barcodes(), found);
    TextRules.check("unit", sku.unit(), 1, MAX_UNIT, found);
    range("scale", sku.scale(), Scale.MAX_DECIMALS, "decimals", found);
    range("lengthMm", sku.lengthMm(), MAX_SIDE_MM, "mm", found);
    range("widthMm", sku.widthMm(), MAX_SIDE_MM, "mm", found);
    range("heightMm", sku.heightMm(), MAX_SIDE_MM, "mm", found);
    range("weightG", sku.weightG(), MAX_WEIGHT_G, "g", found);
    TextRules.check("category", sku.category(), 1, MAX_CATEGORY, found);
    return found;
  }

  private static void range(
      String field, long value, long max, String unit, List<Violation> found) {
    if (value < 0 || value > max) {
      found.add(
          new Violation(
              field, "must be a whole number from 0 to " + max + " " + unit + "; it is " + value));
    }
  }
}
