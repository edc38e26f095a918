package dev.holdfast.application.search;

/** A SKU that was found, and by what. */
public record SkuHit(long skuId, Matched matched) {
  /** What of the SKU was asked for. */
  public enum Matched {
    BARCODE("barcode"),
    CODE("code"),
    NAME("name");

    private final String label;

    Matched(String label) {
      this.label = label;
    }

    /** The name on the wire. */
    public String label() {
      return label;
    }
  }
}
