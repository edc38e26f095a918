package dev.holdfast.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** How the demo's carriers were used: the services of {@link DemoTariffs}, roughly priced. */
enum PastService {
  ECONOMY("Bluegull (synthetic)", "economy", 55, LocalTime.of(17, 0), 3, 720, 1_500),
  EXPRESS("Bluegull (synthetic)", "express", 20, LocalTime.of(18, 30), 1, 1_400, 3_200),
  REGIONAL("Ternline (synthetic)", "regional", 22, LocalTime.of(13, 30), 2, 590, 1_100),
  PALLET("Ironback (synthetic)", "pallet", 3, LocalTime.of(15, 0), 4, 9_500, 16_000);

  private static final int HANDLING_HOURS = 3;
  private static final PastService[] ALL = values();

  private final String carrier;
  private final String service;
  private final int percent;
  private final LocalTime cutOff;
  private final int days;
  private final int leastMinor;
  private final int mostMinor;

  PastService(
      String carrier,
      String service,
      int percent,
      LocalTime cutOff,
      int days,
      int leastMinor,
      int mostMinor) {
    this.carrier = carrier;
    this.service = service;
    this.percent = percent;
    this.cutOff = cutOff;
    this.days = days;
    this.leastMinor = leastMinor;
    this.mostMinor = mostMinor;
  }

  static PastService draw(Draw draw) {
    int left = draw.between(1, 100);
    int next = 0;
    while (left > ALL[next].percent) {
      left -= ALL[next].percent;
      next++;
    }
    return ALL[next];
  }

  String carrier() {
    return carrier;
  }

  String service() {
    return service;
  }

  /** The cut-off that an order of this moment makes; no carrier comes on a Sunday. */
  Instant shipBy(Instant placed, ZoneId zone) {
    LocalDate day = LocalDate.ofInstant(placed, zone);
    Instant today = day.atTime(cutOff.minusHours(HANDLING_HOURS)).atZone(zone).toInstant();
    LocalDate leaves = placed.isBefore(today) ? day : day.plusDays(1);
    if (leaves.getDayOfWeek() == DayOfWeek.SUNDAY) {
      leaves = leaves.plusDays(1);
    }
    return leaves.atTime(cutOff).atZone(zone).toInstant();
  }

  LocalDate arrival(Instant shipBy, ZoneId zone) {
    return LocalDate.ofInstant(shipBy, zone).plusDays(days);
  }

  long costMinor(Draw draw) {
    return draw.between(leastMinor, mostMinor);
  }
}
