package dev.holdfast.application.order;

import dev.holdfast.application.fulfilment.setup.Facility;
import dev.holdfast.application.fulfilment.setup.FulfilmentSetup;
import dev.holdfast.domain.fulfilment.carton.CartonPacker;
import dev.holdfast.domain.fulfilment.carton.PackingRules;
import dev.holdfast.domain.fulfilment.rate.RateBook;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import dev.holdfast.domain.fulfilment.sourcing.carriage.CartonRatePrice;
import dev.holdfast.domain.fulfilment.transit.ServiceCalendar;
import dev.holdfast.domain.fulfilment.transit.ServiceChoice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A client's setup in the form that plans are made with. Made once per setup; immutable.
 *
 * @param stations what ships, by location code
 */
record PlanKit(
    FulfilmentSetup setup, RateBook rates, CartonRatePrice price, Map<String, Station> stations) {
  /** A few hundred microseconds for the worst order; the usual ones need far less. */
  private static final PackingRules PACKING = new PackingRules(PackingRules.FULL_SUPPORT, 5_000);

  /** A location with its own hours in the calendar of each service. */
  record Station(
      Facility facility, Map<ServiceId, ServiceCalendar> calendars, ServiceChoice services) {}

  /** What the client has not set up; empty when a kit can be made. */
  static List<PlanObstacle> missing(FulfilmentSetup setup) {
    List<PlanObstacle> missing = new ArrayList<>();
    if (setup.rates() == null) {
      missing.add(lack("tariffs", "No tariff is known: PUT /v1/fulfilment/tariffs."));
    }
    if (setup.cartons().isEmpty()) {
      missing.add(
          lack("cartons", "There is no carton to pack into: PUT /v1/fulfilment/cartons/{code}."));
    }
    if (setup.facilities().isEmpty()) {
      missing.add(
          lack(
              "facilities", "No location ships orders: PUT /v1/fulfilment/facilities/{location}."));
    }
    return missing;
  }

  private static PlanObstacle lack(String subject, String sentence) {
    return new PlanObstacle(PlanObstacle.SETUP, subject, sentence);
  }

  /** The kit of a setup of which nothing is missing. */
  static PlanKit of(FulfilmentSetup setup) {
    RateBook rates = Objects.requireNonNull(setup.rates());
    CartonRatePrice price =
        new CartonRatePrice(
            new CartonPacker(setup.cartons(), PACKING),
            setup.terms().yardstick(),
            rates,
            setup.rules());
    Map<String, Station> stations = new HashMap<>();
    for (Facility facility : setup.facilities().values()) {
      Map<ServiceId, ServiceCalendar> calendars = new HashMap<>();
      setup.calendars().forEach((service, of) -> calendars.put(service, facility.calendar(of)));
      ServiceChoice services = new ServiceChoice(rates, calendars.values());
      stations.put(facility.location(), new Station(facility, Map.copyOf(calendars), services));
    }
    return new PlanKit(setup, rates, price, Map.copyOf(stations));
  }

  @Nullable Station station(String location) {
    return stations.get(location);
  }
}
