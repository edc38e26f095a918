package dev.holdfast.application.fulfilment.setup;

import dev.holdfast.application.fulfilment.WorkingTimes;
import dev.holdfast.domain.catalogue.TextRules;
import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.fulfilment.pick.WaveLimits;
import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.fulfilment.transit.Hours;
import dev.holdfast.domain.fulfilment.transit.Origin;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a location ships.
 *
 * @param postcode where its parcels leave from
 * @param country two capital letters, ISO 3166-1
 * @param hours such as {@code mon-fri 08:00-18:00}; null: at the hours of each calendar
 * @param handling such as {@code 2h}; null: the handling time of each calendar
 * @param adjustmentMinor added to the price of its shipments: below 0 preferred
 * @param excluded why it ships no orders for now; null when it does
 * @param scarce what its last units cost others; null where nobody else waits for them
 * @param waves how large its waves may become
 * @param pickCapacity units that one walk carries
 */
public record FacilitySetting(
    String postcode,
    String country,
    @Nullable String hours,
    @Nullable String handling,
    long adjustmentMinor,
    @Nullable String excluded,
    @Nullable Scarce scarce,
    Waves waves,
    long pickCapacity)
    implements Setting {
  /** A wave that a team of ten walks in about two hours. */
  public static final Waves USUAL_WAVES = new Waves(200, 2_000);

  /** What a trolley with totes takes. */
  public static final long USUAL_CAPACITY = 60;

  private static final int MAX_ORDERS = 10_000;
  private static final long MAX_UNITS = 1_000_000;
  private static final int MAX_REASON = 200;

  /** An opportunity cost of each unit taken where fewer than {@code below} are left. */
  public record Scarce(long below, long minor) {}

  /** The most orders and units of a wave. */
  public record Waves(int maxOrders, long maxUnits) {}

  @Override
  public SettingKind kind() {
    return SettingKind.FACILITY;
  }

  @Override
  public List<Violation> check() {
    List<Violation> found = new ArrayList<>();
    if (Postcode.parse(postcode).isEmpty()) {
      found.add(
          new Violation(
              "postcode",
              "must be a postcode, 1 to " + Postcode.MAX_LENGTH + " letters and digits"));
    }
    if (!Set.of(Locale.getISOCountries()).contains(country)) {
      found.add(new Violation("country", "must be an ISO 3166-1 code such as US"));
    }
    readable("hours", hours, WorkingTimes::hours, found);
    readable("handling", handling, WorkingTimes::handling, found);
    Setting.within("adjustmentMinor", adjustmentMinor, -MAX_MINOR, MAX_MINOR, found);
    if (excluded != null) {
      TextRules.check("excluded", excluded, 1, MAX_REASON, found);
    }
    if (scarce != null) {
      Setting.within("scarce.below", scarce.below(), 1, MAX_UNITS, found);
      Setting.within("scarce.minor", scarce.minor(), 0, MAX_MINOR, found);
    }
    Setting.within("waves.maxOrders", waves.maxOrders(), 1, MAX_ORDERS, found);
    Setting.within("waves.maxUnits", waves.maxUnits(), 1, MAX_UNITS, found);
    Setting.within("pickCapacity", pickCapacity, 1, MAX_UNITS, found);
    return found;
  }

  /** A text that a reader may refuse; its exception says why. */
  private interface Reader {
    @Nullable Object read(String text);
  }

  private static void readable(
      String field, @Nullable String text, Reader reader, List<Violation> found) {
    if (text != null) {
      try {
        reader.read(text);
      } catch (IllegalArgumentException wrong) {
        found.add(new Violation(field, String.valueOf(wrong.getMessage())));
      }
    }
  }

  /** The same for planning. */
  Facility compiled(String location, ZoneId zone, Facility.@Nullable Floor floor) {
    Map<DayOfWeek, Hours> open = hours == null ? Map.of() : WorkingTimes.hours(hours);
    return new Facility(
        location,
        new Origin(Postcode.of(postcode), zone),
        country,
        open,
        handling == null ? null : WorkingTimes.handling(handling),
        adjustmentMinor,
        excluded,
        scarce == null ? null : new Facility.Scarce(scarce.below(), scarce.minor()),
        new WaveLimits(waves.maxOrders(), waves.maxUnits()),
        pickCapacity,
        floor);
  }
}
