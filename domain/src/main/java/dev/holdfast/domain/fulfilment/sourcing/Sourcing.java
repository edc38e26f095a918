package dev.holdfast.domain.fulfilment.sourcing;

import java.util.List;

/**
 * The answer to who ships what.
 *
 * @param <D> how a shipment is sent
 */
public sealed interface Sourcing<D> {
  /** Every location that does not ship all of it, and why; then runners-up, cheapest first. */
  List<Alternative> alternatives();

  /** What it took to find out. */
  Effort effort();

  /**
   * A plan.
   *
   * @param shipments sorted by location, then by first SKU
   * @param splitMinor the price of splits
   * @param proven whether no plan is cheaper; false where the order was too large or the limit on
   *     prices was met
   */
  record Sourced<D>(
      List<Shipment<D>> shipments,
      long splitMinor,
      boolean proven,
      List<Alternative> alternatives,
      Effort effort)
      implements Sourcing<D> {
    /** Copies the lists. */
    public Sourced {
      shipments = List.copyOf(shipments);
      alternatives = List.copyOf(alternatives);
    }

    /** All cost parts together, in minor units. */
    public long totalMinor() {
      return splitMinor + shipments.stream().mapToLong(Shipment::totalMinor).sum();
    }
  }

  /** No plan exists; each obstacle names what is impossible. At least one. */
  record Unsourced<D>(List<Obstacle> obstacles, List<Alternative> alternatives, Effort effort)
      implements Sourcing<D> {
    /** Copies the lists. */
    public Unsourced {
      obstacles = List.copyOf(obstacles);
      alternatives = List.copyOf(alternatives);
    }
  }

  /**
   * What a search did.
   *
   * @param floors lower bounds asked for
   * @param prices prices asked for
   * @param rounds candidate plans looked at
   */
  record Effort(long floors, int prices, int rounds) {}
}
