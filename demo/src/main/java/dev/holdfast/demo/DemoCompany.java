package dev.holdfast.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The demo installation: Harbor Wholesale and Tidewater Provisions, who share the buildings of one
 * logistics operator.
 *
 * <p>Harbor sells 2,000 SKUs from 24 warehouse stores and 3 fulfilment centres; Tidewater keeps 200
 * in the fulfilment centres and four of the stores. Stock is as it stands in the last week of
 * November: holiday goods high, summer goods nearly gone. Immutable and safe for use by any thread.
 */
public final class DemoCompany {

  /** The SKU that examples use: paper towels, counted in whole packs. */
  public static final String TOUR_SKU = "HB-00001";

  /** The location that examples use: the Seattle store. */
  public static final String TOUR_LOCATION = "SEA-01";

  /**
   * Packs of {@link #TOUR_SKU} at {@link #TOUR_LOCATION}, none of them withheld as safety stock.
   */
  public static final long TOUR_QUANTITY = 100;

  private static final Set<String> TIDEWATER_FACILITIES =
      Set.of("SEA-01", "LAX-01", "CHI-01", "BOS-01", "FC-RNO", "FC-MCI", "FC-ABE");

  private final List<DemoClient> clients;

  private DemoCompany(List<DemoClient> clients) {
    this.clients = clients;
  }

  /** Generates the company. Takes about 0.3 s in a JVM that has just started. */
  public static DemoCompany create() {
    List<Facility> all = Facility.all();
    List<Facility> tidewater =
        all.stream().filter(f -> TIDEWATER_FACILITIES.contains(f.code())).toList();
    return new DemoCompany(
        List.of(
            client("harbor", "Harbor Wholesale", all, harborRange()),
            client("tidewater", "Tidewater Provisions", tidewater, tidewaterRange())));
  }

  /** Both clients, Harbor first. */
  public List<DemoClient> clients() {
    return clients;
  }

  private static DemoClient client(
      String code, String name, List<Facility> facilities, RangePlan range) {
    List<DemoLocation> locations = facilities.stream().map(f -> f.locationOf(name)).toList();
    return new DemoClient(code, name, locations, Assortment.of(range));
  }

  private static RangePlan harborRange() {
    return new RangePlan(
        "HB-",
        List.of("household.txt", "grocery.txt", "produce.txt", "general.txt"),
        Map.of(
            DemoCategory.HOUSEHOLD, 460,
            DemoCategory.GROCERY, 820,
            DemoCategory.PRODUCE, 180,
            DemoCategory.GENERAL, 540),
        "201",
        "211");
  }

  private static RangePlan tidewaterRange() {
    return new RangePlan(
        "TW-",
        List.of("tidewater.txt"),
        Map.of(
            DemoCategory.GROCERY, 96,
            DemoCategory.HOUSEHOLD, 44,
            DemoCategory.GENERAL, 48,
            DemoCategory.PRODUCE, 12),
        "202",
        "212");
  }
}
