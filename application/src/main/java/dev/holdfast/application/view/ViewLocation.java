package dev.holdfast.application.view;

import dev.holdfast.domain.catalogue.ClientId;

/**
 * What lookups need to know of a location.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 */
public record ViewLocation(
    int id,
    ClientId client,
    String code,
    String name,
    String region,
    double latitude,
    double longitude) {
  /** The mean radius of the Earth (IUGG), in kilometres. */
  private static final double EARTH_KM = 6_371.0088;

  /**
   * The distance in kilometres along the surface, by the haversine formula (Sinnott 1984), which
   * stays exact for neighbours. A sphere is off by at most 0.6 %.
   */
  public double kilometresTo(double toLatitude, double toLongitude) {
    double north = Math.toRadians(toLatitude - latitude) / 2;
    double east = Math.toRadians(toLongitude - longitude) / 2;
    double a =
        Math.sin(north) * Math.sin(north)
            + Math.cos(Math.toRadians(latitude))
                * Math.cos(Math.toRadians(toLatitude))
                * Math.sin(east)
                * Math.sin(east);
    return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(a)));
  }
}
