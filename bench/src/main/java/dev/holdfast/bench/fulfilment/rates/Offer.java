package dev.holdfast.bench.fulfilment.rates;

import dev.holdfast.domain.fulfilment.rate.PostcodePairs;
import dev.holdfast.domain.fulfilment.rate.TariffRows;
import dev.holdfast.domain.fulfilment.transit.ServiceCalendar;
import java.util.List;

/** One service as rows: what both ways of choosing are made from. */
record Offer(TariffRows tariff, ServiceCalendar calendar, List<PostcodePairs.Entry> transit) {
  /** Keeps copies. */
  Offer {
    transit = List.copyOf(transit);
  }
}
