package dev.holdfast.domain.order;

import dev.holdfast.domain.stock.Line;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Whether shipments bring what an order asks for. Pure. */
final class PlanRules {
  private PlanRules() {}

  /** Exactly the lines, no more and no less; each shipment placed, from one place, with parts. */
  static boolean fits(List<OrderLine> lines, List<Shipment> plan) {
    long[] missing = lines.stream().mapToLong(OrderLine::quantity).toArray();
    Set<UUID> ids = new HashSet<>();
    for (Shipment shipment : plan) {
      boolean isNew = shipment.state() == OrderState.PLACED && ids.add(shipment.id());
      if (!isNew || shipment.parts().isEmpty()) {
        return false;
      }
      for (Part part : shipment.parts()) {
        Line taken = part.taken();
        boolean known = part.line() >= 0 && part.line() < missing.length;
        if (!known
            || taken.quantity() <= 0
            || taken.position().skuId() != lines.get(part.line()).skuId()
            || taken.position().locationId() != shipment.locationId()
            || taken.quantity() > missing[part.line()]) {
          return false;
        }
        missing[part.line()] -= taken.quantity();
      }
    }
    for (long left : missing) {
      if (left != 0) {
        return false;
      }
    }
    return missing.length > 0;
  }
}
