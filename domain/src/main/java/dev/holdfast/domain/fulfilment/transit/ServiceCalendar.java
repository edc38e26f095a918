package dev.holdfast.domain.fulfilment.transit;

import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.fulfilment.rate.PostcodePairs;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a service picks up, moves and delivers, and when the location that hands over to it works.
 * All times are on the location's wall clock. Immutable.
 *
 * @param hours when the location works, by weekday; it does not work on days that are missing
 * @param handling how long the location needs
 * @param cutOffs minutes after midnight by which a parcel must be ready, by weekday; no pick-up on
 *     days that are missing
 * @param transitDays the weekdays that count in transit, at least one
 * @param deliveryDays the weekdays of delivery, at least one
 * @param holidays dates, with their names, on which nobody works, picks up, moves or delivers
 * @param transit transit days by origin and destination
 */
public record ServiceCalendar(
    ServiceId service,
    Map<DayOfWeek, Hours> hours,
    HandlingTime handling,
    Map<DayOfWeek, Integer> cutOffs,
    Set<DayOfWeek> transitDays,
    Set<DayOfWeek> deliveryDays,
    Map<LocalDate, String> holidays,
    PostcodePairs transit) {

  /** The longest transit, days. */
  public static final int MAX_TRANSIT_DAYS = 90;

  /** How far ahead a free day is looked for: beyond a year a calendar has none. */
  public static final int MAX_SEARCH_DAYS = 400;

  /** Keeps copies, and checks what would never let a parcel move. */
  public ServiceCalendar {
    hours = Map.copyOf(hours);
    cutOffs = Map.copyOf(cutOffs);
    transitDays = Set.copyOf(transitDays);
    deliveryDays = Set.copyOf(deliveryDays);
    holidays = Map.copyOf(holidays);
    cutOffs.forEach((day, minute) -> LocalMinutes.require("The cut-off of " + day, minute));
    if (transitDays.isEmpty() || deliveryDays.isEmpty() || cutOffs.isEmpty()) {
      throw new IllegalArgumentException(
          service + " never moves: give a pick-up day, a transit day and a delivery day");
    }
    if (hours.isEmpty() && !handling.equals(HandlingTime.NONE)) {
      throw new IllegalArgumentException(
          service + " is handled without working hours: give some, or no handling time");
    }
  }

  /** The same service from a location with its own hours and handling time. */
  public ServiceCalendar at(Map<DayOfWeek, Hours> newHours, HandlingTime newHandling) {
    return new ServiceCalendar(
        service, newHours, newHandling, cutOffs, transitDays, deliveryDays, holidays, transit);
  }

  /** When a parcel must be ready for a pick-up; empty on a day of the week without one. */
  public Optional<Instant> cutOff(LocalDate pickUp, ZoneId zone) {
    Integer minute = cutOffs.get(pickUp.getDayOfWeek());
    return minute == null ? Optional.empty() : Optional.of(LocalMinutes.at(pickUp, minute, zone));
  }

  /** When a parcel arrives that is released at an instant, with every step. */
  public Arrival arrive(Origin origin, Postcode destination, Instant release) {
    List<Step> steps = new ArrayList<>();
    return new Journey(this, origin.zone(), steps).arrive(origin, destination, release);
  }

  /** When a parcel arrives, without its steps. */
  public Arrival arriveQuickly(Origin origin, Postcode destination, Instant release) {
    return new Journey(this, origin.zone(), null).arrive(origin, destination, release);
  }

  /** The last instant of release for arrival on a date or before; empty if none is within reach. */
  public Optional<Instant> latestRelease(Origin origin, Postcode destination, LocalDate by) {
    return new LatestRelease(this, origin, destination).by(by);
  }
}
