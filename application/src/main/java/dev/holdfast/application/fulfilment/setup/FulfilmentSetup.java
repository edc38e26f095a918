package dev.holdfast.application.fulfilment.setup;

import dev.holdfast.domain.fulfilment.Handling;
import dev.holdfast.domain.fulfilment.carton.CartonType;
import dev.holdfast.domain.fulfilment.rate.RateBook;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import dev.holdfast.domain.fulfilment.split.ClassRules;
import dev.holdfast.domain.fulfilment.transit.ServiceCalendar;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that planning needs to know of a client and that seldom changes. Immutable; for any
 * number of threads.
 *
 * @param revision grows with every change of the client's settings
 * @param rates null where the client has no tariff
 * @param calendars by service; a service without one is not chosen
 * @param cartons the catalogue of boxes; empty where the client has none
 * @param rules goods that must stay apart
 * @param wishes by SKU code; a SKU that is missing has none
 * @param facilities by location code; a location that is missing ships nothing
 * @param terms of every plan
 */
public record FulfilmentSetup(
    long revision,
    @Nullable RateBook rates,
    Map<ServiceId, ServiceCalendar> calendars,
    List<CartonType> cartons,
    ClassRules rules,
    Map<String, SkuWishes> wishes,
    Map<String, Facility> facilities,
    PlanTerms terms) {
  /** Copies its collections. */
  public FulfilmentSetup {
    calendars = Map.copyOf(calendars);
    cartons = List.copyOf(cartons);
    wishes = Map.copyOf(wishes);
    facilities = Map.copyOf(facilities);
  }

  /** How a SKU wants to be packed and how fresh it must arrive. */
  public SkuWishes wishesOf(String sku) {
    return wishes.getOrDefault(sku, SkuWishes.NONE);
  }

  /**
   * What a SKU wants.
   *
   * @param minShelfLifeDays days that are left on the day of arrival, at least; 0 for any
   */
  public record SkuWishes(Handling handling, int minShelfLifeDays) {
    /** No wishes. */
    public static final SkuWishes NONE = new SkuWishes(Handling.NONE, 0);
  }
}
