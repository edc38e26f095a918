package dev.holdfast.bench.fulfilment.sourcing;

import dev.holdfast.domain.fulfilment.rate.BandRow;
import dev.holdfast.domain.fulfilment.rate.BillableWeight;
import dev.holdfast.domain.fulfilment.rate.Charge;
import dev.holdfast.domain.fulfilment.rate.Fuel;
import dev.holdfast.domain.fulfilment.rate.ParcelLimits;
import dev.holdfast.domain.fulfilment.rate.PostcodePairs;
import dev.holdfast.domain.fulfilment.rate.PostcodeRange;
import dev.holdfast.domain.fulfilment.rate.RateBook;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import dev.holdfast.domain.fulfilment.rate.SurchargeKind;
import dev.holdfast.domain.fulfilment.rate.SurchargeRow;
import dev.holdfast.domain.fulfilment.rate.Tariff;
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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Three invented carriers with two services each. Prices are in cents. */
final class Carriers {
  private static final int REGIONS = 100;
  private static final int ZONES = 8;
  private static final int DISTANCE_PER_ZONE = 12;
  private static final int LAST_BAND_G = 20_000;
  private static final EnumSet<DayOfWeek> WEEKDAYS =
      EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
  private static final LocalDate TO = LocalDate.of(2026, 12, 31);

  private static final List<Service> SERVICES =
      List.of(
          new Service("Bluegull", "economy", 520, 38, 24, 5_000, 500, 3, 16 * 60),
          new Service("Bluegull", "express", 1_150, 110, 60, 5_000, 500, 1, 17 * 60),
          new Service("Redfinch", "ground", 610, 30, 21, 6_000, 1_000, 2, 15 * 60),
          new Service("Redfinch", "overnight", 1_900, 150, 85, 5_000, 500, 1, 18 * 60),
          new Service("Heron", "bulky", 1_050, 20, 9, 4_000, 2_000, 4, 12 * 60),
          new Service("Heron", "regional", 410, 90, 18, 5_000, 250, 2, 14 * 60));

  private Carriers() {}

  /**
   * @param base of a parcel
   * @param perZone further per zone and parcel
   * @param perKg further per kilogram
   * @param days transit days of the first zones; it grows with the distance
   */
  private record Service(
      String carrier,
      String name,
      int base,
      int perZone,
      int perKg,
      int divisor,
      int stepG,
      int days,
      int cutOff) {
    ServiceId id() {
      return new ServiceId(carrier, name);
    }
  }

  static RateBook book() {
    return RateBook.of(SERVICES.stream().map(service -> Tariff.of(rows(service))).toList());
  }

  static Map<ServiceId, ServiceCalendar> calendars() {
    Map<ServiceId, ServiceCalendar> calendars = new TreeMap<>();
    for (Service service : SERVICES) {
      calendars.put(service.id(), calendar(service));
    }
    return calendars;
  }

  private static int zone(int location, int region) {
    return Math.min(ZONES, 1 + Country.distance(location, region) / DISTANCE_PER_ZONE);
  }

  private static PostcodeRange region(int region) {
    return PostcodeRange.prefix(String.format(Locale.ROOT, "%02d", region));
  }

  private static TariffRows rows(Service service) {
    List<ZoneRow> zones = new ArrayList<>();
    List<BandRow> bands = new ArrayList<>();
    for (int location = 0; location < Country.LOCATIONS; location++) {
      for (int region = 0; region < REGIONS; region++) {
        PostcodeRange from = PostcodeRange.prefix(Integer.toString(location));
        String zone = Integer.toString(zone(location, region));
        zones.add(new ZoneRow(zones.size() + 2L, from, region(region), zone));
      }
    }
    for (int zone = 1; zone <= ZONES; zone++) {
      addBands(service, zone, bands);
    }
    List<SurchargeRow> surcharges =
        List.of(
            new SurchargeRow(2, "home", SurchargeKind.RESIDENTIAL, 0, null, false, 195),
            new SurchargeRow(3, "oversize", SurchargeKind.OVERSIZE, 650, null, false, 900),
            new SurchargeRow(4, "heavy", SurchargeKind.OVERWEIGHT, 22_000, null, false, 650),
            new SurchargeRow(5, "pick-up", SurchargeKind.ALWAYS, 0, null, true, 60),
            new SurchargeRow(
                6, "remote", SurchargeKind.REMOTE, 0, PostcodeRange.prefix("99"), true, 480));
    TariffTerms terms =
        new TariffTerms(
            service.id(),
            "USD",
            FROM,
            TO,
            new BillableWeight(service.divisor(), service.stepG()),
            new ParcelLimits(31_500, 1_500, 3_000),
            new Fuel(1_275, Set.of(Charge.BASE, "home")),
            450,
            1);
    return new TariffRows(1, terms, zones, bands, surcharges);
  }

  private static void addBands(Service service, int zone, List<BandRow> bands) {
    String name = Integer.toString(zone);
    long price = service.base() + (long) service.perZone() * zone;
    for (int over = 0; over < LAST_BAND_G; over += service.stepG()) {
      long kg = (long) service.perKg() * (over + service.stepG()) * (zone + 4) / 6_000;
      bands.add(new BandRow(bands.size() + 2L, name, over, over + service.stepG(), 0, price + kg));
    }
    long step = Math.max(1, (long) service.perKg() * service.stepG() * (zone + 4) / 5_000);
    bands.add(
        new BandRow(bands.size() + 2L, name, LAST_BAND_G, BandRow.NO_END, service.stepG(), step));
  }

  private static ServiceCalendar calendar(Service service) {
    Map<DayOfWeek, Hours> hours = new HashMap<>();
    Map<DayOfWeek, Integer> cutOffs = new HashMap<>();
    for (DayOfWeek day : WEEKDAYS) {
      hours.put(day, new Hours(7 * 60, 20 * 60));
      cutOffs.put(day, service.cutOff());
    }
    List<PostcodePairs.Entry> transit = new ArrayList<>();
    for (int location = 0; location < Country.LOCATIONS; location++) {
      for (int region = 0; region < REGIONS; region++) {
        int days = service.days() * (2 + zone(location, region)) / 3;
        PostcodeRange from = PostcodeRange.prefix(Integer.toString(location));
        transit.add(new PostcodePairs.Entry(from, region(region), days));
      }
    }
    return new ServiceCalendar(
        service.id(),
        hours,
        new HandlingTime.Working(Duration.ofHours(2)),
        cutOffs,
        WEEKDAYS,
        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.SATURDAY),
        Map.of(LocalDate.of(2026, 11, 26), "Thanksgiving"),
        PostcodePairs.of(transit));
  }
}
