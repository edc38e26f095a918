package dev.holdfast.domain.catalogue;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;

/**
 * A location as somebody wrote it, not yet checked: see {@link LocationRules}. What was left out is
 * empty.
 *
 * @param kind the label of a {@link Location.Kind}
 * @param latitude degrees north
 * @param longitude degrees east
 * @param timeZone a name of the IANA time zone database
 */
public record LocationInput(
    String code,
    String name,
    String kind,
    String region,
    BigDecimal latitude,
    BigDecimal longitude,
    String timeZone,
    String address) {
  /**
   * The location.
   *
   * @throws IllegalArgumentException or {@link DateTimeException} when {@link LocationRules#check}
   *     finds a violation of kind or time zone
   */
  public Location toLocation() {
    Location.Kind known =
        LocationRules.kind(kind)
            .orElseThrow(() -> new IllegalArgumentException("unknown kind of location"));
    return new Location(
        code,
        name,
        known,
        region,
        LocationRules.shortest(latitude),
        LocationRules.shortest(longitude),
        ZoneId.of(timeZone),
        address);
  }
}
