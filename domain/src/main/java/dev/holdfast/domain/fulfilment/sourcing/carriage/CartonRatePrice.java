package dev.holdfast.domain.fulfilment.sourcing.carriage;

import dev.holdfast.domain.fulfilment.carton.CartonPacker;
import dev.holdfast.domain.fulfilment.carton.CartonPrice;
import dev.holdfast.domain.fulfilment.rate.PostcodePairs;
import dev.holdfast.domain.fulfilment.rate.RateBook;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import dev.holdfast.domain.fulfilment.rate.Tariff;
import dev.holdfast.domain.fulfilment.sourcing.LocationPrice;
import dev.holdfast.domain.fulfilment.sourcing.ShipmentPrice;
import dev.holdfast.domain.fulfilment.sourcing.carriage.Lane.Ride;
import dev.holdfast.domain.fulfilment.split.ClassRules;
import dev.holdfast.domain.fulfilment.transit.Arrival;
import dev.holdfast.domain.fulfilment.transit.ServiceCalendar;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The price of shipments as they really are: their parts packed into cartons, and these sent by the
 * cheapest service that arrives by the promise. Immutable and for any number of threads; {@link
 * #of} makes the price function of one order, for one thread.
 */
public final class CartonRatePrice {
  private final CartonPacker packer;
  private final CartonPrice yardstick;
  private final Boxes boxes;
  private final RateBook book;
  private final ClassRules rules;

  /**
   * Of a client's cartons, tariffs and class rules.
   *
   * @param packer with few steps per order, thousands at most: it is asked tens of times
   * @param yardstick by which cartons are chosen, such as {@link TypicalPostage}
   */
  public CartonRatePrice(
      CartonPacker packer, CartonPrice yardstick, RateBook book, ClassRules rules) {
    this.packer = packer;
    this.yardstick = yardstick;
    this.book = book;
    this.rules = rules;
    boxes = new Boxes(packer.types());
  }

  /**
   * The price function of one order.
   *
   * @param depots by location; a location without one is closed
   */
  public ShipmentPrice<Dispatch> of(Promise promise, Map<String, Depot> depots) {
    Packings packings = new Packings(packer, yardstick, rules);
    return location -> lane(packings, promise, depots.get(location));
  }

  private LocationPrice<Dispatch> lane(Packings packings, Promise promise, @Nullable Depot depot) {
    if (depot == null) {
      return new Closed("has no address to ship from: give it one");
    }
    List<Ride> rides = new ArrayList<>();
    LocalDate late = null;
    String reason = "no service goes there: import a tariff and a calendar for it";
    for (ServiceId service : book.services()) {
      ServiceCalendar calendar = depot.calendars().get(service);
      if (calendar == null) {
        continue;
      }
      Arrival arrival =
          calendar.arriveQuickly(depot.origin(), promise.destination().postcode(), depot.release());
      if (!(arrival instanceof Arrival.Arrives arrives)) {
        reason = arrival.message();
        continue;
      }
      Tariff tariff = book.at(service, arrives.pickUp());
      int zone =
          tariff == null
              ? PostcodePairs.NONE
              : tariff.zoneNumber(depot.origin().postcode(), promise.destination().postcode());
      if (tariff == null || zone == PostcodePairs.NONE) {
        continue;
      }
      if (!arrives.date().isAfter(promise.by())) {
        rides.add(new Ride(tariff, zone, arrives.pickUp(), arrives.date()));
      } else if (late == null || arrives.date().isBefore(late)) {
        late = arrives.date();
      }
    }
    if (rides.isEmpty()) {
      return new Closed(late == null ? reason : late(late, promise.by()));
    }
    return new Lane(packings, boxes, depot, promise, rides);
  }

  private static String late(LocalDate arrives, LocalDate promised) {
    return "arrives " + day(arrives) + ", promised " + day(promised);
  }

  private static String day(LocalDate date) {
    return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + date;
  }
}
