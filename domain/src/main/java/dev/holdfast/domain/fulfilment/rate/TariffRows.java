package dev.holdfast.domain.fulfilment.rate;

import java.util.List;

/**
 * One version of a tariff as somebody wrote it, not yet checked.
 *
 * @param line where its terms stand in their file
 */
public record TariffRows(
    long line,
    TariffTerms terms,
    List<ZoneRow> zones,
    List<BandRow> bands,
    List<SurchargeRow> surcharges) {
  /** Keeps copies. */
  public TariffRows {
    zones = List.copyOf(zones);
    bands = List.copyOf(bands);
    surcharges = List.copyOf(surcharges);
  }
}
