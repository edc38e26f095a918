package dev.holdfast.application.fulfilment;

import dev.holdfast.domain.fulfilment.rate.BandRow;
import dev.holdfast.domain.fulfilment.rate.SurchargeRow;
import dev.holdfast.domain.fulfilment.rate.TariffRows;
import dev.holdfast.domain.fulfilment.rate.TariffTerms;
import dev.holdfast.domain.fulfilment.rate.ZoneRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tariff while its rows are being gathered from several files. */
final class DraftTariff {
  private final long line;
  private final TariffTerms terms;
  private final List<ZoneRow> zones = new ArrayList<>();
  private final List<BandRow> bands = new ArrayList<>();
  private final List<SurchargeRow> surcharges = new ArrayList<>();

  DraftTariff(long line, TariffTerms terms) {
    this.line = line;
    this.terms = terms;
  }

  TariffTerms terms() {
    return terms;
  }

  long line() {
    return line;
  }

  /** How many decimals prices have. */
  int decimals() {
    return Math.max(0, Currency.getInstance(terms.currency()).getDefaultFractionDigits());
  }

  /** Whether a row means this tariff: without a service all, without a date every version. */
  boolean isMeant(String carrier, String service, @Nullable LocalDate validFrom) {
    return terms.service().carrier().equals(carrier)
        && (service.isEmpty() || terms.service().service().equals(service))
        && (validFrom == null || terms.validFrom().equals(validFrom));
  }

  void add(ZoneRow row) {
    zones.add(row);
  }

  void add(BandRow row) {
    bands.add(row);
  }

  void add(SurchargeRow row) {
    surcharges.add(row);
  }

  TariffRows rows() {
    return new TariffRows(line, terms, zones, bands, surcharges);
  }
}
