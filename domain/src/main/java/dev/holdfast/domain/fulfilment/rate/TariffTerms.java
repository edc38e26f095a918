package dev.holdfast.domain.fulfilment.rate;

import java.time.LocalDate;

/**
 * What holds for all of one version of a tariff. Money is in minor units of the currency.
 *
 * @param currency ISO 4217 code
 * @param validFrom first day of pick-up for which it counts
 * @param validTo last such day, included
 * @param minimumMinor the least that a shipment costs
 * @param roundToMinor fuel, the one charge that is a fraction, is rounded half up to a multiple of
 *     this; 1 is the minor unit
 */
public record TariffTerms(
    ServiceId service,
    String currency,
    LocalDate validFrom,
    LocalDate validTo,
    BillableWeight weight,
    ParcelLimits limits,
    Fuel fuel,
    long minimumMinor,
    long roundToMinor) {

  /** Whether the tariff counts for a day. */
  public boolean covers(LocalDate day) {
    return !day.isBefore(validFrom) && !day.isAfter(validTo);
  }
}
