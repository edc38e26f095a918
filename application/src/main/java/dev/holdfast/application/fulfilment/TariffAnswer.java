package dev.holdfast.application.fulfilment;

import dev.holdfast.domain.fulfilment.rate.Tariff;
import dev.holdfast.storage.api.RowReject;
import java.util.List;
import java.util.Map;

/**
 * What files of tariffs gave.
 *
 * @param tariffs those of carriers without a bad row; they fit into one rate book
 * @param rejects bad rows by file, in line order
 * @param holes rows beside which something is missing, by file: the tariffs work, and refuse by
 *     name whatever falls into a hole
 */
public record TariffAnswer(
    List<Tariff> tariffs,
    Map<TariffSheet, List<RowReject>> rejects,
    Map<TariffSheet, List<RowReject>> holes) {
  /** Keeps copies. */
  public TariffAnswer {
    tariffs = List.copyOf(tariffs);
    rejects = Map.copyOf(rejects);
    holes = Map.copyOf(holes);
  }

  /** Whether no row was bad. */
  public boolean isComplete() {
    return rejects.isEmpty();
  }
}
