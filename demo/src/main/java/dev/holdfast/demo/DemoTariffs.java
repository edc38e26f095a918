package dev.holdfast.demo;

import java.io.InputStream;
import java.util.List;

/**
 * Tariffs and service calendars of three carriers that do not exist, as the CSV files that the
 * import reads. Everything in them is synthetic, and every carrier's name says so: zones follow
 * rough distances between US postcode areas, prices a formula of zone and weight.
 */
public final class DemoTariffs {
  /** The names of the files, without their ending. */
  public static final List<String> SHEETS =
      List.of("tariffs", "zones", "bands", "surcharges", "calendars", "transit", "holidays");

  private DemoTariffs() {}

  /**
   * Opens a file; the caller closes it.
   *
   * @param sheet one of {@link #SHEETS}
   */
  public static InputStream open(String sheet) {
    String resource = "synthetic/" + sheet + ".csv";
    InputStream file = DemoTariffs.class.getResourceAsStream(resource);
    if (file == null) {
      throw new IllegalArgumentException(
          resource + " is not bundled: give one of " + SHEETS + ", or build the demo module again");
    }
    return file;
  }
}
