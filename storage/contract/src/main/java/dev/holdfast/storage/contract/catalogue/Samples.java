package dev.holdfast.storage.contract.catalogue;

import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;

/** SKUs and locations of which only what a test is about is said. */
public final class Samples {
  private Samples() {}

  public static SkuSample sku(String code) {
    return new SkuSample(code, "A thing called " + code, List.of(), 0, "things");
  }

  public static LocationSample location(String code) {
    return new LocationSample(code, "west");
  }

  /** A location that differs in every field from {@link #location}. */
  public static Location fulfilmentCentre(String code) {
    return new Location(
        code,
        "Santiago · hub 1",
        Location.Kind.FULFILMENT_CENTRE,
        "south",
        new BigDecimal("-33.456789"),
        new BigDecimal("0"),
        ZoneId.of("America/Santiago"),
        "");
  }

  /** A SKU in the making. */
  public record SkuSample(
      String code, String name, List<String> barcodes, int decimals, String category) {
    public SkuSample named(String other) {
      return new SkuSample(code, other, barcodes, decimals, category);
    }

    public SkuSample barcodes(String... others) {
      return new SkuSample(code, name, List.of(others), decimals, category);
    }

    public SkuSample scale(int other) {
      return new SkuSample(code, name, barcodes, other, category);
    }

    public SkuSample category(String other) {
      return new SkuSample(code, name, barcodes, decimals, other);
    }

    public Sku make() {
      Sku.Size size = new Sku.Size(120, 80, 40, 500);
      return new Sku(code, name, barcodes, "each", new Scale(decimals), size, category);
    }
  }

  /** A store in the making. */
  public record LocationSample(String code, String region) {
    public LocationSample in(String other) {
      return new LocationSample(code, other);
    }

    public Location make() {
      return new Location(
          code,
          "Seattle \"Pier\" 1",
          Location.Kind.STORE,
          region,
          new BigDecimal("47.6062"),
          new BigDecimal("-122.33"),
          ZoneId.of("America/Los_Angeles"),
          "1 Alaskan Way, Seattle");
    }
  }
}
