package dev.holdfast.application.order;

import dev.holdfast.domain.fulfilment.sourcing.Alternative;
import dev.holdfast.domain.order.PlanNotes;
import dev.holdfast.domain.order.Shipment;
import java.util.List;

/** What planning says to an order. */
public sealed interface OrderPlan {
  /** How it is shipped at the least cost. */
  record Planned(List<Shipment> shipments, PlanNotes notes) implements OrderPlan {}

  /**
   * It cannot be shipped.
   *
   * @param obstacles at least one
   * @param alternatives places that were looked at, and what speaks against them
   */
  record Impossible(List<PlanObstacle> obstacles, List<Alternative> alternatives)
      implements OrderPlan {}
}
