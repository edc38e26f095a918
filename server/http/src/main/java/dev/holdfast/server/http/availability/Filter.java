package dev.holdfast.server.http.availability;

import dev.holdfast.application.view.StockView;
import dev.holdfast.application.view.ViewLocation;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which locations an answer shall name, and in which order.
 *
 * @param location only this one, also where the SKU was never there
 * @param region only those of this region
 * @param near only those within a distance of a point, nearest first
 */
record Filter(@Nullable ViewLocation location, @Nullable String region, @Nullable Near near) {
  /** Every location. */
  static final Filter NONE = new Filter(null, null, null);

  /** A point and the largest distance from it. */
  record Near(double latitude, double longitude, double withinKm) {
    static final double DEFAULT_KM = 50;

    /** As far as one can be from anywhere on Earth, nearly. */
    static final double MAX_KM = 20_000;

    double distance(ViewLocation location) {
      return location.kilometresTo(latitude, longitude);
    }
  }

  boolean isNone() {
    return location == null && region == null && near == null;
  }

  /** Whether a location is asked for; its distance aside. */
  boolean takes(ViewLocation candidate) {
    return (location == null || location.id() == candidate.id())
        && (region == null || region.equals(candidate.region()));
  }

  /**
   * Reads a filter.
   *
   * @param withinName what the largest distance is called where it came from
   * @param found gathers what is wrong
   */
  static Filter read(
      StockView view,
      ClientId client,
      @Nullable String location,
      @Nullable String region,
      @Nullable String near,
      @Nullable String within,
      String withinName,
      List<Violation> found) {
    ViewLocation only = null;
    if (location != null) {
      only = view.location(client, location);
      if (only == null) {
        found.add(
            new Violation(
                "location", "is no location of yours; GET /v1/locations lists those that are"));
      }
    }
    if (region != null
        && view.locations(client).stream().noneMatch(known -> region.equals(known.region()))) {
      found.add(
          new Violation(
              "region",
              "is no region of your locations; GET /v1/locations tells the region of each"));
    }
    Near point = near(near, within, withinName, found);
    return only == null && region == null && point == null ? NONE : new Filter(only, region, point);
  }

  private static @Nullable Near near(
      @Nullable String near, @Nullable String within, String withinName, List<Violation> found) {
    double withinKm = within == null ? Near.DEFAULT_KM : number(within);
    if (!(withinKm > 0 && withinKm <= Near.MAX_KM)) {
      found.add(
          new Violation(
              withinName, "must be a number of kilometres above 0 and at most 20000, as in 7.5"));
    }
    if (near == null) {
      if (within != null) {
        found.add(new Violation(withinName, "needs near, the point to measure from"));
      }
      return null;
    }
    int comma = near.indexOf(',');
    double latitude = comma < 0 ? Double.NaN : number(near.substring(0, comma));
    double longitude = comma < 0 ? Double.NaN : number(near.substring(comma + 1));
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
      found.add(
          new Violation(
              "near", "must be degrees north, a comma and degrees east, as in 47.6062,-122.3321"));
      return null;
    }
    return new Near(latitude, longitude, withinKm);
  }

  /** A plain decimal; NaN for anything else. */
  private static double number(String text) {
    String plain = text.strip();
    return plain.matches("-?[0-9]{1,6}(\\.[0-9]{1,15})?") ? Double.parseDouble(plain) : Double.NaN;
  }
}
