package dev.holdfast.application.floor;

import dev.holdfast.application.order.OrderPlan;
import dev.holdfast.application.order.PlanOrder;
import dev.holdfast.application.order.PlanQuestion;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.carton.PackedCarton;
import dev.holdfast.domain.fulfilment.carton.Placement;
import dev.holdfast.domain.order.Carriage;
import dev.holdfast.domain.order.Delivery;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.OrderLine;
import dev.holdfast.domain.order.Part;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.domain.stock.PositionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Plans where missing goods of an order come from instead: by the promised day if that is possible,
 * else as soon as they can; all lines together if that is possible, else line by line. A line comes
 * whole or not at all. Blocks; for any number of threads.
 */
public final class Elsewhere {
  private final PlanOrder planning;

  public Elsewhere(PlanOrder planning) {
    this.planning = planning;
  }

  /**
   * Shipments that bring what is missing.
   *
   * @param missing smallest units by line of the order
   * @param without positions that were just found empty
   * @return none where nobody has it; parts and placements name lines of the order
   */
  List<Shipment> bring(
      ClientId client, Order order, Map<Integer, Long> missing, Set<PositionKey> without) {
    List<Shipment> together = plan(client, order, missing, without);
    if (!together.isEmpty() || missing.size() == 1) {
      return together;
    }
    List<Shipment> apart = new ArrayList<>();
    missing.forEach(
        (line, quantity) -> apart.addAll(plan(client, order, Map.of(line, quantity), without)));
    return apart;
  }

  private List<Shipment> plan(
      ClientId client, Order order, Map<Integer, Long> missing, Set<PositionKey> without) {
    List<Integer> lines = missing.keySet().stream().sorted().toList();
    List<OrderLine> asked =
        lines.stream()
            .map(line ->
                new OrderLine(order.lines().get(line).skuId(), missing.getOrDefault(line, 0L)))
            .toList();
    Delivery inTime = order.delivery();
    Delivery late = new Delivery(inTime.to(), null, inTime.preferences());
    for (Delivery delivery : inTime.promised() == null ? List.of(late) : List.of(inTime, late)) {
      PlanQuestion question = PlanQuestion.of(client, delivery, asked).avoiding(without);
      if (planning.plan(question) instanceof OrderPlan.Planned planned) {
        return planned.shipments().stream().map(one -> ofOrder(one, lines)).toList();
      }
    }
    return List.of();
  }

  /** The plan counts the missing lines; the order counts all of its own. */
  private static Shipment ofOrder(Shipment planned, List<Integer> lines) {
    List<Part> parts =
        planned.parts().stream()
            .map(part -> new Part(lines.get(part.line()), part.taken()))
            .toList();
    Carriage by = planned.carriage();
    Carriage carriage =
        new Carriage(
            by.carrier(),
            by.service(),
            by.pickUp(),
            by.shipBy(),
            by.arrival(),
            by.cost(),
            by.cartons().stream().map(carton -> ofOrder(carton, lines)).toList(),
            by.others());
    return Shipment.planned(planned.id(), parts, carriage);
  }

  private static PackedCarton ofOrder(PackedCarton carton, List<Integer> lines) {
    List<Placement> placements =
        carton.placements().stream()
            .map(unit ->
                new Placement(
                    lines.get(unit.line()),
                    unit.x(),
                    unit.y(),
                    unit.z(),
                    unit.dx(),
                    unit.dy(),
                    unit.dz()))
            .toList();
    return new PackedCarton(carton.type(), placements, carton.grossG(), carton.priceMinor());
  }
}
