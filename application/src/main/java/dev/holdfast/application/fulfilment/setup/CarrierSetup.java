package dev.holdfast.application.fulfilment.setup;

import dev.holdfast.application.fulfilment.CalendarAnswer;
import dev.holdfast.application.fulfilment.SheetTexts;
import dev.holdfast.application.fulfilment.TariffAnswer;
import dev.holdfast.domain.fulfilment.rate.RateBook;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import dev.holdfast.domain.fulfilment.transit.ServiceCalendar;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the sheets of a client say, ready for planning. Reading them is the dearest part of a setup,
 * so it is kept for as long as they stay the same.
 */
record CarrierSetup(
    SheetTexts sheets, @Nullable RateBook rates, Map<ServiceId, ServiceCalendar> calendars) {
  /** Of a client without sheets. */
  static final CarrierSetup NONE = new CarrierSetup(new SheetTexts(Map.of()), null, Map.of());

  static CarrierSetup of(SheetTexts sheets) {
    if (sheets.isEmpty()) {
      return NONE;
    }
    TariffAnswer tariffs = sheets.tariffs();
    CalendarAnswer calendars = sheets.calendars();
    return new CarrierSetup(
        sheets,
        tariffs.tariffs().isEmpty() ? null : RateBook.of(tariffs.tariffs()),
        calendars.calendars().stream()
            .collect(Collectors.toUnmodifiableMap(ServiceCalendar::service, Function.identity())));
  }
}
