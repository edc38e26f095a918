package dev.holdfast.domain.fulfilment.sourcing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A price function for tests: cartons and billable weight at a rate per location, plus an extra
 * that depends on exactly what is shipped, so that nothing but asking reveals it. Neither monotone
 * nor additive, as real packings are not.
 */
final class InventedPrice implements ShipmentPrice<String> {
  private static final long MM3_PER_G = 5_000;
  private static final long STEP_G = 500;

  private final long seed;
  private final int refusedOneIn;
  private final long roughness;
  private final Map<String, String> closed = new HashMap<>();
  private int asked;

  InventedPrice(long seed, int refusedOneIn, long roughness) {
    this.seed = seed;
    this.refusedOneIn = refusedOneIn;
    this.roughness = roughness;
  }

  InventedPrice closing(String location, String reason) {
    closed.put(location, reason);
    return this;
  }

  int asked() {
    return asked;
  }

  @Override
  public LocationPrice<String> at(String location) {
    return new Rate(location);
  }

  private long hash(Object... of) {
    long mixed = seed * 0x9E3779B97F4A7C15L + Objects.hash(of);
    mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
    return (mixed ^ mixed >>> 31) >>> 1;
  }

  private final class Rate implements LocationPrice<String> {
    private final String location;
    private final long base;
    private final long perStep;

    Rate(String location) {
      this.location = location;
      base = 300 + hash(location) % 500;
      perStep = 10 + hash(location, 1) % 90;
    }

    @Override
    public @Nullable String closed() {
      return closed.get(location);
    }

    @Override
    public long floor(Load load) {
      long billable = Math.max(load.weightG(), load.volumeMm3() / MM3_PER_G);
      return base * load.cartonsAtLeast() + (billable + STEP_G - 1) / STEP_G * perStep;
    }

    @Override
    public ShipmentQuote<String> price(List<Part> parts) {
      asked++;
      Load load = parts.stream().map(Load::of).reduce(Load::and).orElseThrow();
      String what = location + parts.stream().map(InventedPrice::text).toList();
      if (refusedOneIn > 0 && hash(what, 2) % refusedOneIn == 0) {
        return new ShipmentQuote.Refused<>("sends no such parcel " + what);
      }
      long extra = roughness == 0 ? 0 : hash(what) % roughness;
      return new ShipmentQuote.Priced<>(floor(load) + extra, null, what);
    }
  }

  private static String text(Part part) {
    return part.quantity() + "x" + part.goods().sku();
  }
}
