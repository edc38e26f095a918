package dev.holdfast.domain.fulfilment.transit;

import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.fulfilment.rate.PostcodePairs;
import dev.holdfast.domain.fulfilment.transit.Step.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One parcel's way through a calendar, day by day: handled, picked up, moved, delivered. For one
 * thread, once.
 */
final class Journey {
  private final ServiceCalendar calendar;
  private final ZoneId zone;
  private final @Nullable List<Step> steps;

  /**
   * @param steps takes what happens; null where nobody wants to know
   */
  Journey(ServiceCalendar calendar, ZoneId zone, @Nullable List<Step> steps) {
    this.calendar = calendar;
    this.zone = zone;
    this.steps = steps;
  }

  Arrival arrive(Origin origin, Postcode destination, Instant release) {
    int days = calendar.transit().at(origin.postcode(), destination);
    if (days == PostcodePairs.NONE) {
      return new Arrival.NoTransit(calendar.service(), origin.postcode(), destination);
    }
    note(Kind.RELEASED, release);
    Instant ready = ready(release);
    if (ready == null) {
      return new Arrival.NoDay(calendar.service(), Kind.READY);
    }
    LocalDate pickUp = pickUp(ready);
    if (pickUp == null) {
      return new Arrival.NoDay(calendar.service(), Kind.PICKED_UP);
    }
    LocalDate moved = move(pickUp, days);
    if (moved == null) {
      return new Arrival.NoDay(calendar.service(), Kind.MOVED);
    }
    LocalDate date = deliver(moved);
    if (date == null) {
      return new Arrival.NoDay(calendar.service(), Kind.ARRIVES);
    }
    return new Arrival.Arrives(date, pickUp, ready, steps == null ? List.of() : steps);
  }

  /** When handling ends; null if that day is not found. */
  @Nullable Instant ready(Instant release) {
    return switch (calendar.handling()) {
      case HandlingTime.Working working when working.time().isZero() -> release;
      case HandlingTime.Working working -> afterWork(release, working.time());
      case HandlingTime.Days days -> afterDays(release, days.days());
    };
  }

  private @Nullable Instant afterWork(Instant release, Duration time) {
    Duration rest = time;
    LocalDate day = LocalDate.ofInstant(release, zone);
    for (int i = 0; i < ServiceCalendar.MAX_SEARCH_DAYS; i++) {
      Hours hours = works(day);
      if (hours != null) {
        Instant open = LocalMinutes.at(day, hours.openMinute(), zone);
        Instant close = LocalMinutes.at(day, hours.closeMinute(), zone);
        Instant from = release.isAfter(open) ? release : open;
        Duration free = from.isBefore(close) ? Duration.between(from, close) : Duration.ZERO;
        if (free.compareTo(rest) >= 0) {
          Instant ready = from.plus(rest);
          note(Kind.READY, ready);
          return ready;
        }
        rest = rest.minus(free);
        note(Kind.CLOSED, day, hours.closeMinute(), "");
      }
      day = day.plusDays(1);
    }
    return null;
  }

  private @Nullable Instant afterDays(Instant release, int days) {
    int rest = days;
    boolean begun = false;
    LocalDate day = LocalDate.ofInstant(release, zone);
    for (int i = 0; i < ServiceCalendar.MAX_SEARCH_DAYS; i++) {
      Hours hours = works(day);
      if (hours != null && begun && --rest == 0) {
        Instant ready = LocalMinutes.at(day, hours.openMinute(), zone);
        note(Kind.READY, ready);
        return ready;
      }
      if (hours != null && !begun) {
        begun = !release.isAfter(LocalMinutes.at(day, hours.closeMinute(), zone));
        if (!begun) {
          note(Kind.CLOSED, day, hours.closeMinute(), "");
        }
      }
      day = day.plusDays(1);
    }
    return null;
  }

  /** The location's hours on a day, or null, noted, if it does not work. */
  private @Nullable Hours works(LocalDate day) {
    if (isHoliday(day)) {
      return null;
    }
    Hours hours = calendar.hours().get(day.getDayOfWeek());
    if (hours == null) {
      note(Kind.NOT_WORKING, day, Step.ALL_DAY, "");
    }
    return hours;
  }

  /** The day on which the carrier takes what is ready; null if that day is not found. */
  @Nullable LocalDate pickUp(Instant ready) {
    LocalDate day = LocalDate.ofInstant(ready, zone);
    for (int i = 0; i < ServiceCalendar.MAX_SEARCH_DAYS; i++) {
      if (!isHoliday(day)) {
        Integer cutOff = calendar.cutOffs().get(day.getDayOfWeek());
        if (cutOff == null) {
          note(Kind.NO_PICK_UP, day, Step.ALL_DAY, "");
        } else if (ready.isAfter(LocalMinutes.at(day, cutOff, zone))) {
          note(Kind.MISSED_CUT_OFF, day, cutOff, "");
        } else {
          note(Kind.PICKED_UP, day, cutOff, "");
          return day;
        }
      }
      day = day.plusDays(1);
    }
    return null;
  }

  /** The last day of transit; null if it is not found. */
  @Nullable LocalDate move(LocalDate pickUp, int days) {
    LocalDate day = pickUp;
    for (int i = 0; i < days; i++) {
      day = next(day.plusDays(1), calendar.transitDays(), Kind.NO_TRANSIT);
      if (day == null) {
        return null;
      }
    }
    if (days > 0 && steps != null) {
      note(Kind.MOVED, day, Step.ALL_DAY, days == 1 ? "1 day" : days + " days");
    }
    return day;
  }

  /** The day of delivery; null if it is not found. */
  @Nullable LocalDate deliver(LocalDate moved) {
    LocalDate day = next(moved, calendar.deliveryDays(), Kind.NO_DELIVERY);
    if (day != null) {
      note(Kind.ARRIVES, day, Step.ALL_DAY, "");
    }
    return day;
  }

  /** The first day, this or later, that is one of some weekdays and no holiday. */
  private @Nullable LocalDate next(LocalDate from, Set<DayOfWeek> weekdays, Kind otherwise) {
    LocalDate day = from;
    for (int i = 0; i < ServiceCalendar.MAX_SEARCH_DAYS; i++) {
      if (!isHoliday(day)) {
        if (weekdays.contains(day.getDayOfWeek())) {
          return day;
        }
        note(otherwise, day, Step.ALL_DAY, "");
      }
      day = day.plusDays(1);
    }
    return null;
  }

  private boolean isHoliday(LocalDate day) {
    String name = calendar.holidays().get(day);
    if (name != null) {
      note(Kind.HOLIDAY, day, Step.ALL_DAY, name);
    }
    return name != null;
  }

  private void note(Kind kind, Instant at) {
    if (steps != null) {
      LocalTime time = LocalTime.ofInstant(at, zone);
      note(kind, LocalDate.ofInstant(at, zone), time.toSecondOfDay() / 60, "");
    }
  }

  private void note(Kind kind, LocalDate day, int minute, String detail) {
    if (steps != null) {
      steps.add(new Step(kind, day, minute, detail));
    }
  }
}
