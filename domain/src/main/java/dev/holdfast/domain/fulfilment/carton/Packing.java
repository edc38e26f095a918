package dev.holdfast.domain.fulfilment.carton;

import java.util.List;

/**
 * The answer of the packer: every unit is either in one carton or among the unpacked.
 *
 * @param cartons in the order in which they were filled
 * @param unpacked what no carton takes, with the reason; empty when everything is packed
 */
public record Packing(List<PackedCarton> cartons, List<Unpacked> unpacked) {
  public Packing {
    cartons = List.copyOf(cartons);
    unpacked = List.copyOf(unpacked);
  }

  /** Whether every unit is in a carton. */
  public boolean complete() {
    return unpacked.isEmpty();
  }

  /** Sum of the cartons' prices, minor units. */
  public long priceMinor() {
    long sum = 0;
    for (PackedCarton carton : cartons) {
      sum = Math.addExact(sum, carton.priceMinor());
    }
    return sum;
  }
}
