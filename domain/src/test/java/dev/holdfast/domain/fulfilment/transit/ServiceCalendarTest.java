package dev.holdfast.domain.fulfilment.transit;

import static dev.holdfast.domain.fulfilment.transit.Calendars.NO_HOLIDAYS;
import static dev.holdfast.domain.fulfilment.transit.Calendars.ORIGIN;
import static dev.holdfast.domain.fulfilment.transit.Calendars.PORTLAND;
import static dev.holdfast.domain.fulfilment.transit.Calendars.at;
import static dev.holdfast.domain.fulfilment.transit.Calendars.calendar;
import static dev.holdfast.domain.fulfilment.transit.Calendars.day;
import static dev.holdfast.domain.fulfilment.transit.Calendars.hours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.fulfilment.rate.Postcode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Monday is 2026-11-23; Thanksgiving is Thursday 2026-11-26. */
class ServiceCalendarTest {
  private static final HandlingTime AT_ONCE = HandlingTime.NONE;

  private static Arrival.Arrives arrives(ServiceCalendar calendar, String release) {
    return (Arrival.Arrives) calendar.arrive(ORIGIN, PORTLAND, at(release));
  }

  private static LocalDate date(ServiceCalendar calendar, String release) {
    return arrives(calendar, release).date();
  }

  private static List<String> steps(ServiceCalendar calendar, String release) {
    return arrives(calendar, release).steps().stream().map(Step::text).toList();
  }

  @Test
  void inTimeForTheCutOffIsPickedUpToday() {
    assertThat(date(calendar(2, AT_ONCE, NO_HOLIDAYS), "2026-11-23T16:00"))
        .isEqualTo(day("2026-11-25"));
  }

  @Test
  void aMinuteLateIsPickedUpTomorrowAndSaysSo() {
    ServiceCalendar calendar = calendar(2, AT_ONCE, NO_HOLIDAYS);

    assertThat(date(calendar, "2026-11-23T16:01")).isEqualTo(day("2026-11-26"));
    assertThat(steps(calendar, "2026-11-23T16:01"))
        .containsExactly(
            "Mon 2026-11-23 16:01: released",
            "Mon 2026-11-23 16:00: missed the cut-off",
            "Tue 2026-11-24 16:00: picked up",
            "Thu 2026-11-26: last day of transit (2 days)",
            "Thu 2026-11-26: arrives");
  }

  @Test
  void weekendsAndHolidaysAreSteppedOverByName() {
    ServiceCalendar calendar = calendar(1, AT_ONCE, Map.of(day("2026-11-26"), "Thanksgiving"));

    assertThat(steps(calendar, "2026-11-25T17:00"))
        .containsExactly(
            "Wed 2026-11-25 17:00: released",
            "Wed 2026-11-25 16:00: missed the cut-off",
            "Thu 2026-11-26: holiday (Thanksgiving)",
            "Fri 2026-11-27 16:00: picked up",
            "Sat 2026-11-28: not moved on this day of the week",
            "Sun 2026-11-29: not moved on this day of the week",
            "Mon 2026-11-30: last day of transit (1 day)",
            "Mon 2026-11-30: arrives");
  }

  @Test
  void aDayOfDeliveryMayBeNoDayOfTransit() {
    Set<DayOfWeek> tuesdays = Set.of(DayOfWeek.TUESDAY);

    assertThat(date(calendar(1, AT_ONCE, NO_HOLIDAYS, tuesdays), "2026-11-24T10:00"))
        .isEqualTo(day("2026-12-01"));
  }

  @Test
  void handlingCountsWorkingHoursOnly() {
    ServiceCalendar calendar = calendar(1, hours(4), NO_HOLIDAYS);

    assertThat(arrives(calendar, "2026-11-23T10:00").ready()).isEqualTo(at("2026-11-23T14:00"));
    assertThat(arrives(calendar, "2026-11-23T07:00").ready()).isEqualTo(at("2026-11-23T13:00"));
    assertThat(arrives(calendar, "2026-11-23T16:00").ready()).isEqualTo(at("2026-11-24T11:00"));
    assertThat(arrives(calendar, "2026-11-27T16:00").ready()).isEqualTo(at("2026-11-30T11:00"));
  }

  @Test
  void handlingInDaysIsReadyWhenTheLocationOpens() {
    ServiceCalendar calendar = calendar(1, new HandlingTime.Days(1), NO_HOLIDAYS);

    assertThat(arrives(calendar, "2026-11-23T18:00").ready()).isEqualTo(at("2026-11-24T09:00"));
    assertThat(arrives(calendar, "2026-11-23T18:01").ready()).isEqualTo(at("2026-11-25T09:00"));
    assertThat(arrives(calendar, "2026-11-28T12:00").ready()).isEqualTo(at("2026-12-01T09:00"));
  }

  /**
   * In Seattle 02:00 to 03:00 of 2026-03-08 does not exist; 01:00 to 02:00 of 2026-11-01 is twice.
   */
  @Test
  void workingHoursAreThoseOfTheClockEvenWhenItJumps() {
    Set<DayOfWeek> all = Set.of(DayOfWeek.values());
    ServiceCalendar calendar =
        calendar(1, AT_ONCE, NO_HOLIDAYS).at(Calendars.every(all, new Hours(0, 6 * 60)), hours(4));

    assertThat(arrives(calendar, "2026-03-08T00:00").ready()).isEqualTo(at("2026-03-08T05:00"));
    assertThat(arrives(calendar, "2026-11-01T00:00").ready()).isEqualTo(at("2026-11-01T03:00"));
    assertThat(arrives(calendar, "2026-11-02T00:00").ready()).isEqualTo(at("2026-11-02T04:00"));
  }

  /** 16:00 is 23:00 UTC in summer and midnight in winter. */
  @Test
  void theCutOffIsOnTheWallClock() {
    ServiceCalendar calendar = calendar(1, AT_ONCE, NO_HOLIDAYS);

    assertThat(calendar.latestRelease(ORIGIN, PORTLAND, day("2026-10-30")))
        .hasValueSatisfying(i -> assertThat(i).hasToString("2026-10-29T23:00:00Z"));
    assertThat(calendar.latestRelease(ORIGIN, PORTLAND, day("2026-11-03")))
        .hasValueSatisfying(i -> assertThat(i).hasToString("2026-11-03T00:00:00Z"));
  }

  @Test
  void theLatestReleaseIsBeforeHandlingAndHolidays() {
    ServiceCalendar calendar = calendar(1, hours(9), Map.of(day("2026-11-26"), "Thanksgiving"));

    assertThat(calendar.latestRelease(ORIGIN, PORTLAND, day("2026-11-30")))
        .contains(at("2026-11-25T16:00"));
  }

  @Test
  void whatNeverArrivesSaysWhy() {
    Arrival unknown =
        calendar(1, AT_ONCE, NO_HOLIDAYS)
            .arrive(ORIGIN, Postcode.of("10001"), at("2026-11-23T10:00"));

    assertThat(unknown.message())
        .isEqualTo(
            "Bluegull ground has no transit time from 98101 to 10001: add a transit row, or use"
                + " another service");
  }
}
