package dev.holdfast.domain.order;

import dev.holdfast.domain.fulfilment.carton.PackedCarton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a shipment is sent, as it was planned; after packing, with the cartons that were used.
 *
 * @param pickUp the local day at the origin on which the carrier takes it
 * @param shipBy the carrier's cut-off of that day: when it must be ready
 * @param arrival the local day at the destination
 * @param cartons whose placements name lines of the order, from 0
 * @param others the services that were not chosen, with their reasons
 */
public record Carriage(
    String carrier,
    String service,
    LocalDate pickUp,
    Instant shipBy,
    LocalDate arrival,
    Cost cost,
    List<PackedCarton> cartons,
    List<OtherService> others) {
  /** Copies the lists. */
  public Carriage {
    cartons = List.copyOf(cartons);
    others = List.copyOf(others);
  }

  /** The same in other cartons; its cost stays what was planned. */
  Carriage in(List<PackedCarton> used) {
    return new Carriage(carrier, service, pickUp, shipBy, arrival, cost, used, others);
  }

  /**
   * What a shipment costs, minor units of the order's currency.
   *
   * @param postageMinor what the carrier asks
   * @param cartonsMinor what the cartons themselves cost
   * @param adjustmentMinor the location's bonus (below 0) or price
   * @param opportunityMinor what its units will be missed for
   */
  public record Cost(
      long postageMinor, long cartonsMinor, long adjustmentMinor, long opportunityMinor) {
    /** All parts together. */
    public long totalMinor() {
      return postageMinor + cartonsMinor + adjustmentMinor + opportunityMinor;
    }
  }

  /**
   * A service that was not chosen.
   *
   * @param postageMinor what it would have asked; null where it has no price
   * @param arrival null where it does not arrive
   * @param reason why it was not chosen, as the end of a sentence
   */
  public record OtherService(
      String carrier,
      String service,
      @Nullable Long postageMinor,
      @Nullable LocalDate arrival,
      String reason) {}
}
