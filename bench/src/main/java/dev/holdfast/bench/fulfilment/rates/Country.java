package dev.holdfast.bench.fulfilment.rates;

import dev.holdfast.domain.fulfilment.rate.BandRow;
import dev.holdfast.domain.fulfilment.rate.BillableWeight;
import dev.holdfast.domain.fulfilment.rate.Charge;
import dev.holdfast.domain.fulfilment.rate.Fuel;
import dev.holdfast.domain.fulfilment.rate.ParcelLimits;
import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.fulfilment.rate.PostcodePairs;
import dev.holdfast.domain.fulfilment.rate.PostcodeRange;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import dev.holdfast.domain.fulfilment.rate.SurchargeKind;
import dev.holdfast.domain.fulfilment.rate.SurchargeRow;
import dev.holdfast.domain.fulfilment.rate.TariffRows;
import dev.holdfast.domain.fulfilment.rate.TariffTerms;
import dev.holdfast.domain.fulfilment.rate.ZoneRow;
import dev.holdfast.domain.fulfilment.transit.HandlingTime;
import dev.holdfast.domain.fulfilment.transit.Hours;
import dev.holdfast.domain.fulfilment.transit.ServiceCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Seven services of three carriers that do not exist, of the size that real ones have: from each of
 * 20 origins, the thousand three-digit areas fall into some 220 ranges, each with its zone and its
 * days. The same for every run of one seed.
 */
final class Country {
  static final int ORIGINS = 20;
  private static final int AREAS = 1_000;
  private static final int LONGEST_RANGE = 8;
  private static final int ZONES = 7;
  private static final long[] BANDS_G = {500, 1000, 2000, 3000, 5000, 7500, 10_000, 15_000, 20_000};
  private static final LocalDate FROM = LocalDate.of(2020, 1, 1);
  private static final LocalDate TO = LocalDate.of(2099, 12, 31);

  private final Random random;
  private final List<String> origins = new ArrayList<>();

  Country(long seed) {
    random = new Random(seed);
    for (int i = 0; i < ORIGINS; i++) {
      origins.add(area(i * AREAS / ORIGINS + random.nextInt(AREAS / ORIGINS)));
    }
  }

  /** The three-digit areas of the locations. */
  List<String> origins() {
    return origins;
  }

  /** What one service is like, beside its rows. */
  private record Shape(
      String carrier, String service, int firstArea, int baseMinor, int perKgMinor, int days) {}

  List<Offer> offers() {
    List<Offer> offers = new ArrayList<>();
    for (Shape shape :
        List.of(
            new Shape("Bluegull", "economy", 0, 640, 55, 3),
            new Shape("Bluegull", "ground", 0, 760, 60, 2),
            new Shape("Bluegull", "express", 0, 1580, 190, 0),
            new Shape("Ironback", "ground", 0, 790, 48, 2),
            new Shape("Ironback", "pallet", 0, 9500, 12, 4),
            new Shape("Ternline", "regional", 700, 540, 40, 1),
            new Shape("Ternline", "express", 700, 1390, 160, 0))) {
      offers.add(offer(shape));
    }
    return offers;
  }

  private Offer offer(Shape shape) {
    List<ZoneRow> zones = new ArrayList<>();
    List<PostcodePairs.Entry> transit = new ArrayList<>();
    for (String origin : origins) {
      int at = Integer.parseInt(origin);
      if (at >= shape.firstArea()) {
        addRanges(shape, PostcodeRange.prefix(origin), at, zones, transit);
      }
    }
    ServiceId service = new ServiceId(shape.carrier(), shape.service());
    boolean heavy = shape.service().equals("pallet");
    TariffTerms terms =
        new TariffTerms(
            service,
            "USD",
            FROM,
            TO,
            new BillableWeight(heavy ? 4000 : 5000, heavy ? 10_000 : 500),
            heavy ? ParcelLimits.NONE : new ParcelLimits(32_000, 2740, 4190),
            new Fuel(1000 + random.nextInt(500), Set.of(Charge.BASE, "home")),
            heavy ? 9500 : 720,
            1);
    TariffRows rows = new TariffRows(1, terms, zones, bands(shape, zones), surcharges());
    return new Offer(rows, calendar(service, transit), transit);
  }

  private void addRanges(
      Shape shape,
      PostcodeRange origin,
      int at,
      List<ZoneRow> zones,
      List<PostcodePairs.Entry> transit) {
    int area = shape.firstArea();
    while (area < AREAS) {
      int last = Math.min(AREAS - 1, area + random.nextInt(LONGEST_RANGE));
      PostcodeRange to = PostcodeRange.of(Postcode.of(area(area)), Postcode.of(area(last)));
      int zone = Math.min(ZONES - 1, Math.abs(area - at) * ZONES / AREAS + random.nextInt(2));
      zones.add(new ZoneRow(zones.size(), origin, to, "zone " + zone));
      transit.add(new PostcodePairs.Entry(origin, to, Math.max(1, shape.days() + zone / 2)));
      area = last + 1;
    }
  }

  /** Bands of the zones that the rows know: those of no row would be a finding. */
  private static List<BandRow> bands(Shape shape, List<ZoneRow> zones) {
    Set<String> known = new HashSet<>();
    zones.forEach(row -> known.add(row.zone()));
    List<BandRow> bands = new ArrayList<>();
    for (int zone = 0; zone < ZONES; zone++) {
      String name = "zone " + zone;
      if (!known.contains(name)) {
        continue;
      }
      long perKg = shape.perKgMinor() + (long) shape.perKgMinor() * zone / 4;
      long over = 0;
      for (long upTo : BANDS_G) {
        long price = shape.baseMinor() + 45L * zone + perKg * upTo / 1000;
        bands.add(new BandRow(bands.size(), name, over, upTo, 0, price));
        over = upTo;
      }
      bands.add(new BandRow(bands.size(), name, over, BandRow.NO_END, 500, perKg / 2));
    }
    return bands;
  }

  private List<SurchargeRow> surcharges() {
    List<SurchargeRow> rows = new ArrayList<>();
    rows.add(new SurchargeRow(1, "home", SurchargeKind.RESIDENTIAL, 0, null, false, 395));
    rows.add(new SurchargeRow(2, "long", SurchargeKind.OVERSIZE, 1220, null, false, 1450));
    rows.add(new SurchargeRow(3, "bulky", SurchargeKind.GIRTH, 2670, null, false, 2200));
    rows.add(new SurchargeRow(4, "heavy", SurchargeKind.OVERWEIGHT, 22_500, null, false, 1875));
    for (int i = 0; i < 60; i++) {
      PostcodeRange area = PostcodeRange.prefix(area(random.nextInt(AREAS)) + random.nextInt(10));
      rows.add(new SurchargeRow(5, "remote", SurchargeKind.REMOTE, 0, area, true, 1240));
    }
    return rows;
  }

  private ServiceCalendar calendar(ServiceId service, List<PostcodePairs.Entry> transit) {
    Set<DayOfWeek> week = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    Set<DayOfWeek> delivery = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY);
    Map<LocalDate, String> holidays =
        Map.of(
            LocalDate.of(2026, 5, 25), "Memorial Day",
            LocalDate.of(2026, 7, 3), "Independence Day (observed)",
            LocalDate.of(2026, 9, 7), "Labor Day",
            LocalDate.of(2026, 11, 26), "Thanksgiving",
            LocalDate.of(2026, 12, 25), "Christmas Day");
    Map<DayOfWeek, Hours> hours = new EnumMap<>(DayOfWeek.class);
    Map<DayOfWeek, Integer> cutOffs = new EnumMap<>(DayOfWeek.class);
    int cutOff = 15 * 60 + random.nextInt(180);
    week.forEach(day -> hours.put(day, new Hours(6 * 60, 20 * 60)));
    week.forEach(day -> cutOffs.put(day, cutOff));
    return new ServiceCalendar(
        service,
        hours,
        new HandlingTime.Working(Duration.ofHours(2)),
        cutOffs,
        week,
        delivery,
        holidays,
        PostcodePairs.of(transit));
  }

  private static String area(int number) {
    return "%03d".formatted(number);
  }
}
