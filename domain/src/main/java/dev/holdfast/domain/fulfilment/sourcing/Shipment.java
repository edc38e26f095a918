package dev.holdfast.domain.fulfilment.sourcing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One shipment of a plan, with what it costs and why.
 *
 * @param parts sorted by SKU
 * @param carriageMinor what the price function asked
 * @param adjustmentMinor the location's bonus (below 0) or price
 * @param opportunityMinor what its units will be missed for
 * @param arrival the day it arrives; null where nobody promises one
 * @param dispatch how it is sent
 */
public record Shipment<D>(
    String location,
    List<Part> parts,
    long carriageMinor,
    long adjustmentMinor,
    long opportunityMinor,
    @Nullable LocalDate arrival,
    D dispatch) {
  /** Copies the parts. */
  public Shipment {
    parts = List.copyOf(parts);
  }

  /** Everything but the price of splits. */
  public long totalMinor() {
    return carriageMinor + adjustmentMinor + opportunityMinor;
  }
}
