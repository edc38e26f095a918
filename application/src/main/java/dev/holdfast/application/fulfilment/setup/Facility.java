package dev.holdfast.application.fulfilment.setup;

import dev.holdfast.domain.fulfilment.pick.Layout;
import dev.holdfast.domain.fulfilment.pick.Slot;
import dev.holdfast.domain.fulfilment.pick.WaveLimits;
import dev.holdfast.domain.fulfilment.transit.HandlingTime;
import dev.holdfast.domain.fulfilment.transit.Hours;
import dev.holdfast.domain.fulfilment.transit.Origin;
import dev.holdfast.domain.fulfilment.transit.ServiceCalendar;
import java.time.DayOfWeek;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A location as far as it ships.
 *
 * @param location its code
 * @param country two capital letters, ISO 3166-1
 * @param hours when it works, by weekday; empty: at the hours of each calendar
 * @param handling null: the handling time of each calendar
 * @param adjustmentMinor added to the price of each of its shipments: below 0 preferred
 * @param excluded why it ships no orders for now; null when it does
 * @param scarce what its last units cost others; null where nobody else waits for them
 * @param waves how large its waves may become
 * @param pickCapacity units that one walk carries, at least 1
 * @param floor null where no layout is known: pick lists go by SKU then
 */
public record Facility(
    String location,
    Origin origin,
    String country,
    Map<DayOfWeek, Hours> hours,
    @Nullable HandlingTime handling,
    long adjustmentMinor,
    @Nullable String excluded,
    @Nullable Scarce scarce,
    WaveLimits waves,
    long pickCapacity,
    @Nullable Floor floor) {
  /** Copies the hours. */
  public Facility {
    hours = Map.copyOf(hours);
  }

  /** A service from here: with the location's own hours and handling time, where it has any. */
  public ServiceCalendar calendar(ServiceCalendar usual) {
    if (hours.isEmpty() && handling == null) {
      return usual;
    }
    return usual.at(
        hours.isEmpty() ? usual.hours() : hours, handling == null ? usual.handling() : handling);
  }

  /**
   * An opportunity cost: a SKU of which fewer than so many units are left is missed by its own
   * customers.
   *
   * @param below units available, at least 1
   * @param minor per unit taken, minor units
   */
  public record Scarce(long below, long minor) {}

  /**
   * Where goods lie.
   *
   * @param slots by SKU code; a SKU that is missing is picked last, at no known place
   */
  public record Floor(Layout layout, Map<String, Slot> slots) {
    /** Copies the slots. */
    public Floor {
      slots = Map.copyOf(slots);
    }
  }
}
