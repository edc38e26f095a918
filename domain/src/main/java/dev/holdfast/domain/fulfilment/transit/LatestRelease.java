package dev.holdfast.domain.fulfilment.transit;

import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.fulfilment.rate.PostcodePairs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Goes a parcel's way backwards, from the day it must arrive to the last instant of release. */
final class LatestRelease {
  private final ServiceCalendar calendar;
  private final Origin origin;
  private final Journey forward;
  private final int days;

  LatestRelease(ServiceCalendar calendar, Origin origin, Postcode destination) {
    this.calendar = calendar;
    this.origin = origin;
    this.forward = new Journey(calendar, origin.zone(), null);
    this.days = calendar.transit().at(origin.postcode(), destination);
  }

  Optional<Instant> by(LocalDate arrival) {
    if (days == PostcodePairs.NONE) {
      return Optional.empty();
    }
    LocalDate day = arrival;
    for (int i = 0; i < ServiceCalendar.MAX_SEARCH_DAYS; i++) {
      Integer cutOff = calendar.cutOffs().get(day.getDayOfWeek());
      if (cutOff != null && isOpen(day) && arrivesBy(day, arrival)) {
        return Optional.ofNullable(released(last(day, cutOff)));
      }
      day = day.minusDays(1);
    }
    return Optional.empty();
  }

  private boolean arrivesBy(LocalDate pickUp, LocalDate arrival) {
    LocalDate moved = forward.move(pickUp, days);
    LocalDate delivered = moved == null ? null : forward.deliver(moved);
    return delivered != null && !delivered.isAfter(arrival);
  }

  private boolean isOpen(LocalDate day) {
    return !calendar.holidays().containsKey(day);
  }

  /** The last release that is ready at an instant or before. */
  private @Nullable Instant released(Instant ready) {
    return switch (calendar.handling()) {
      case HandlingTime.Working working when working.time().isZero() -> ready;
      case HandlingTime.Working working -> beforeWork(ready, working.time());
      case HandlingTime.Days handling -> beforeDays(ready, handling.days());
    };
  }

  private @Nullable Instant beforeWork(Instant ready, Duration time) {
    Duration rest = time;
    LocalDate day = LocalDate.ofInstant(ready, origin.zone());
    for (int i = 0; i < ServiceCalendar.MAX_SEARCH_DAYS; i++) {
      Hours hours = works(day);
      if (hours != null) {
        Instant open = LocalMinutes.at(day, hours.openMinute(), origin.zone());
        Instant close = LocalMinutes.at(day, hours.closeMinute(), origin.zone());
        Instant to = ready.isBefore(close) ? ready : close;
        Duration free = open.isBefore(to) ? Duration.between(open, to) : Duration.ZERO;
        if (free.compareTo(rest) >= 0) {
          return to.minus(rest);
        }
        rest = rest.minus(free);
      }
      day = day.minusDays(1);
    }
    return null;
  }

  private @Nullable Instant beforeDays(Instant ready, int handlingDays) {
    int rest = handlingDays;
    boolean begun = false;
    LocalDate day = LocalDate.ofInstant(ready, origin.zone());
    for (int i = 0; i < ServiceCalendar.MAX_SEARCH_DAYS; i++) {
      Hours hours = works(day);
      if (hours != null && begun && --rest == 0) {
        return last(day, hours.closeMinute());
      }
      if (hours != null && !begun) {
        begun = !LocalMinutes.at(day, hours.openMinute(), origin.zone()).isAfter(ready);
      }
      day = day.minusDays(1);
    }
    return null;
  }

  /** A minute of a day that is still of that day: its end is the second before midnight. */
  private Instant last(LocalDate day, int minute) {
    Instant at = LocalMinutes.at(day, minute, origin.zone());
    return minute == LocalMinutes.MIDNIGHT_AFTER ? at.minusSeconds(1) : at;
  }

  private @Nullable Hours works(LocalDate day) {
    return isOpen(day) ? calendar.hours().get(day.getDayOfWeek()) : null;
  }
}
