package dev.holdfast.demo;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** A building of the operator, from which each client makes a location of its own. */
record Facility(
    String code,
    String city,
    DemoLocationKind kind,
    String region,
    BigDecimal latitude,
    BigDecimal longitude,
    ZoneId timeZone,
    String address) {

  private static final int COLUMNS = 8;

  /** Every building, stores first. */
  static List<Facility> all() {
    return BundledTable.read("facilities.txt", COLUMNS).stream()
        .map(row -> parse(row.cells()))
        .toList();
  }

  /** The record that a client keeps of this building. */
  DemoLocation locationOf(String clientName) {
    String suffix = kind == DemoLocationKind.STORE ? "" : " Fulfilment Centre";
    String name = clientName + " " + city + suffix;
    return new DemoLocation(code, name, kind, region, latitude, longitude, timeZone, address);
  }

  private static Facility parse(List<String> cells) {
    return new Facility(
        cells.get(0),
        cells.get(1),
        DemoLocationKind.valueOf(cells.get(2).toUpperCase(Locale.ROOT)),
        cells.get(3),
        new BigDecimal(cells.get(4)),
        new BigDecimal(cells.get(5)),
        ZoneId.of(cells.get(6)),
        cells.get(7));
  }
}
