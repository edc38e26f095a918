package dev.holdfast.application.fulfilment;

import dev.holdfast.domain.fulfilment.transit.ServiceCalendar;
import dev.holdfast.storage.api.RowReject;
import java.util.List;
import java.util.Map;

/**
 * What files of calendars gave.
 *
 * @param calendars those of carriers without a bad row
 * @param rejects bad rows by file, in line order
 */
public record CalendarAnswer(
    List<ServiceCalendar> calendars, Map<TariffSheet, List<RowReject>> rejects) {
  /** Keeps copies. */
  public CalendarAnswer {
    calendars = List.copyOf(calendars);
    rejects = Map.copyOf(rejects);
  }

  /** Whether no row was bad. */
  public boolean isComplete() {
    return rejects.isEmpty();
  }
}
