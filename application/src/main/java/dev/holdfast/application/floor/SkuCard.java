package dev.holdfast.application.floor;

import dev.holdfast.domain.catalogue.Scale;
import java.util.List;

/**
 * What somebody on the floor has to know of a SKU.
 *
 * @param decimals its scale
 * @param weightG of one unit, grams; 0 where unknown
 */
public record SkuCard(
    long id,
    String code,
    String name,
    String unit,
    int decimals,
    int weightG,
    List<String> barcodes) {
  public SkuCard {
    barcodes = List.copyOf(barcodes);
  }

  /** How its quantities are written. */
  public Scale scale() {
    return new Scale(decimals);
  }

  /** Pieces of a quantity in smallest units: a begun one counts. */
  public long pieces(long quantity) {
    return Math.ceilDiv(quantity, scale().unit());
  }
}
