package dev.holdfast.domain.catalogue;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a location must be before it may be kept. Messages use the names of {@link LocationInput}.
 */
public final class LocationRules {
  /** The most characters of a name. */
  public static final int MAX_NAME = 200;

  /** The most characters of a region. */
  public static final int MAX_REGION = 64;

  /** The most characters of an address. */
  public static final int MAX_ADDRESS = 300;

  /** The most decimals of a degree: a tenth of a metre. */
  public static final int MAX_DEGREE_DECIMALS = 6;

  private static final long MAX_LATITUDE = 90;
  private static final long MAX_LONGITUDE = 180;

  /** Names only: an offset such as +02:00 is right for half of the year in most places. */
  private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

  private static final String KINDS =
      Arrays.stream(Location.Kind.values())
          .map(Location.Kind::label)
          .collect(Collectors.joining(" or "));

  private LocationRules() {}

  /** Everything that is wrong with a location, in the order of its fields; empty: may be kept. */
  public static List<Violation> check(LocationInput location) {
    List<Violation> found = new ArrayList<>();
    CodeRules.check("code", location.code(), found);
    TextRules.check("name", location.name(), 1, MAX_NAME, found);
    if (kind(location.kind()).isEmpty()) {
      found.add(new Violation("kind", "must be " + KINDS));
    }
    TextRules.check("region", location.region(), 1, MAX_REGION, found);
    degrees("latitude", location.latitude(), MAX_LATITUDE, found);
    degrees("longitude", location.longitude(), MAX_LONGITUDE, found);
    if (!ZONES.contains(location.timeZone())) {
      found.add(
          new Violation(
              "timeZone", "must be a name of the IANA time zone database, such as Europe/Lisbon"));
    }
    TextRules.check("address", location.address(), 0, MAX_ADDRESS, found);
    return found;
  }

  /** The kind with this label. */
  public static Optional<Location.Kind> kind(String label) {
    return Arrays.stream(Location.Kind.values())
        .filter(kind -> kind.label().equals(label))
        .findFirst();
  }

  /** The same degrees as somebody would write them: 47.6062, not 47.606200; 40, not 4E+1. */
  public static BigDecimal shortest(BigDecimal degrees) {
    BigDecimal stripped = degrees.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static void degrees(String field, BigDecimal value, long max, List<Violation> found) {
    BigDecimal limit = BigDecimal.valueOf(max);
    if (value.abs().compareTo(limit) > 0) {
      found.add(new Violation(field, "must be a number from -" + max + " to " + max));
    } else if (value.stripTrailingZeros().scale() > MAX_DEGREE_DECIMALS) {
      found.add(new Violation(field, "must have at most " + MAX_DEGREE_DECIMALS + " decimals"));
    }
  }
}
