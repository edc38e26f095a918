package dev.holdfast.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a client of the demo company ships: boxes, rules, wishes, places. Immutable. The tariffs are
 * {@link DemoTariffs}.
 *
 * @param wishes by SKU code, of every SKU
 */
public record DemoFulfilment(
    List<DemoCarton> cartons,
    List<Apart> rules,
    Map<String, DemoHandling> wishes,
    List<DemoFacility> facilities) {
  private static final List<DemoCarton> CARTONS =
      List.of(
          new DemoCarton("S1", 220, 160, 110, 4, 90, 8_000, 28),
          new DemoCarton("S2", 310, 230, 160, 4, 180, 14_000, 42),
          new DemoCarton("M1", 410, 310, 210, 5, 340, 22_000, 68),
          new DemoCarton("M2", 410, 310, 360, 5, 450, 25_000, 89),
          new DemoCarton("L1", 610, 410, 320, 6, 780, 30_000, 145),
          new DemoCarton("L2", 620, 460, 460, 6, 980, 31_500, 178),
          new DemoCarton("X1", 820, 620, 520, 7, 1_700, 31_500, 310),
          new DemoCarton("LONG", 1_220, 320, 320, 6, 1_150, 31_500, 240),
          new DemoCarton("FLAT", 1_380, 220, 880, 7, 2_100, 45_000, 395),
          new DemoCarton("PAL", 1_200, 1_000, 1_650, 12, 24_000, 900_000, 1_650),
          new DemoCarton("PAL-L", 2_600, 1_200, 1_400, 14, 42_000, 900_000, 3_900));

  private static final List<Apart> RULES =
      List.of(
          new Apart("chemical", "food", "carton"),
          new Apart("frozen", "dry", "carton"),
          new Apart("flammable", "food", "shipment"),
          new Apart("glass", "heavy", "carton"));

  /** Copies its collections. */
  public DemoFulfilment {
    cartons = List.copyOf(cartons);
    rules = List.copyOf(rules);
    wishes = Map.copyOf(wishes);
    facilities = List.copyOf(facilities);
  }

  /**
   * Two classes that must not share something.
   *
   * @param scope carton, shipment or location
   */
  public record Apart(String first, String second, String scope) {}

  /** How a client ships. */
  public static DemoFulfilment of(DemoClient client) {
    HandlingTable table = new HandlingTable();
    Map<String, DemoHandling> wishes = new LinkedHashMap<>();
    client.skus().forEach(sku -> wishes.put(sku.code(), table.of(sku)));
    DemoFloor floor = DemoFloor.of(client.skus());
    List<DemoFacility> facilities = new ArrayList<>();
    for (DemoLocation location : client.locations()) {
      facilities.add(
          location.kind() == DemoLocationKind.STORE ? store(location) : centre(location, floor));
    }
    return new DemoFulfilment(CARTONS, RULES, wishes, facilities);
  }

  /** A store ships what its own customers can spare, and is slower at it. */
  private static DemoFacility store(DemoLocation location) {
    return new DemoFacility(
        location.code(),
        location.postcode(),
        "mon-sat 09:00-20:00; sun 10:00-18:00",
        "4h",
        200,
        6,
        150,
        40,
        400,
        24,
        null);
  }

  private static DemoFacility centre(DemoLocation location, DemoFloor floor) {
    return new DemoFacility(
        location.code(),
        location.postcode(),
        "mon-fri 06:00-22:00; sat 07:00-15:00",
        "2h",
        0,
        0,
        0,
        200,
        2_000,
        60,
        floor);
  }
}
