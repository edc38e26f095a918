package dev.holdfast.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The floor of a fulfilment centre: aisles of blocks, one SKU per slot on the floor level. Upper
 * levels hold reserves. Lengths in mm.
 */
public record DemoFloor(
    int aisles,
    int aislePitchMm,
    int blocks,
    int blockLengthMm,
    int slotsPerSide,
    int crossAisleMm,
    int levels,
    int depotAisle,
    int depotDistanceMm,
    List<Place> places) {
  private static final int SIDES = 2;
  private static final int PLACE_MM = 1_200;
  private static final int PITCH_MM = 3_400;
  private static final int CROSS_MM = 3_000;
  private static final int DEPOT_MM = 4_000;

  /** Places that stay free, in percent, for what comes new. */
  private static final int SPARE_PERCENT = 10;

  /** Frozen goods lie together, so do chilled ones; chemicals lie far from food. */
  private static final List<String> DISTRICTS =
      List.of("frozen", "chilled", "food", "chemical", "flammable");

  /** Copies the places. */
  public DemoFloor {
    places = List.copyOf(places);
  }

  /** Where a SKU lies; the right or the left side of the aisle. */
  public record Place(String sku, int aisle, int block, int position, boolean right) {}

  /** A floor with a slot for every SKU. */
  static DemoFloor of(List<DemoSku> skus) {
    HandlingTable handling = new HandlingTable();
    List<DemoSku> sorted = new ArrayList<>(skus);
    sorted.sort(
        Comparator.comparingInt((DemoSku sku) -> district(handling.of(sku).classes()))
            .thenComparing(DemoSku::code));
    boolean large = skus.size() > 400;
    int blocks = large ? 2 : 1;
    int slotsPerSide = large ? 24 : 12;
    int perAisle = blocks * slotsPerSide * SIDES;
    int aisles = skus.size() * (100 + SPARE_PERCENT) / 100 / perAisle + 1;
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      int within = i % perAisle;
      places.add(
          new Place(
              sorted.get(i).code(),
              i / perAisle,
              within / (slotsPerSide * SIDES),
              within / SIDES % slotsPerSide,
              within % SIDES == 1));
    }
    int length = slotsPerSide * PLACE_MM;
    return new DemoFloor(
        aisles, PITCH_MM, blocks, length, slotsPerSide, CROSS_MM, 3, aisles / 2, DEPOT_MM, places);
  }

  private static int district(Set<String> classes) {
    for (String district : DISTRICTS) {
      if (classes.contains(district)) {
        return DISTRICTS.indexOf(district);
      }
    }
    return DISTRICTS.size();
  }
}
