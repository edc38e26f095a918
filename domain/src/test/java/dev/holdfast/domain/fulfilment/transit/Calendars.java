package dev.holdfast.domain.fulfilment.transit;

import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.fulfilment.rate.PostcodePairs;
import dev.holdfast.domain.fulfilment.rate.PostcodeRange;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Calendars for tests: nine to six, cut-off at four, Monday to Friday, unless told otherwise. */
final class Calendars {
  static final ServiceId SERVICE = new ServiceId("Bluegull", "ground");
  static final ZoneId SEATTLE = ZoneId.of("America/Los_Angeles");
  static final Origin ORIGIN = new Origin(Postcode.of("98101"), SEATTLE);
  static final Postcode PORTLAND = Postcode.of("97201");
  static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  static final Map<LocalDate, String> NO_HOLIDAYS = Map.of();

  private Calendars() {}

  static HandlingTime hours(int hours) {
    return new HandlingTime.Working(Duration.ofHours(hours));
  }

  static <T> Map<DayOfWeek, T> every(Set<DayOfWeek> days, T value) {
    Map<DayOfWeek, T> each = new EnumMap<>(DayOfWeek.class);
    days.forEach(day -> each.put(day, value));
    return each;
  }

  static ServiceCalendar calendar(
      int transitDays, HandlingTime handling, Map<LocalDate, String> holidays) {
    return calendar(transitDays, handling, holidays, WEEKDAYS);
  }

  static ServiceCalendar calendar(
      int transitDays,
      HandlingTime handling,
      Map<LocalDate, String> holidays,
      Set<DayOfWeek> deliveryDays) {
    return new ServiceCalendar(
        SERVICE,
        every(WEEKDAYS, new Hours(9 * 60, 18 * 60)),
        handling,
        every(WEEKDAYS, 16 * 60),
        WEEKDAYS,
        deliveryDays,
        holidays,
        transit(transitDays));
  }

  static PostcodePairs transit(int days) {
    PostcodeRange west = PostcodeRange.of(Postcode.of("970"), Postcode.of("989"));
    return PostcodePairs.of(List.of(new PostcodePairs.Entry(west, west, days)));
  }

  /** An instant by Seattle's wall clock, such as 2026-11-25T10:00. */
  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(SEATTLE).toInstant();
  }

  static LocalDate day(String date) {
    return LocalDate.parse(date);
  }
}
