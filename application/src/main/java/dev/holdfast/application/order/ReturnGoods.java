package dev.holdfast.application.order;

import dev.holdfast.application.order.ChangeOrders.Answer;
import dev.holdfast.application.order.ChangeOrders.Change;
import dev.holdfast.application.order.ChangeOrders.Request;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.Part;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.domain.order.Transition;
import dev.holdfast.domain.order.Transition.Obstacle;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.StockCommand.Return;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes goods of a shipment back to where they came from: what is sellable can be promised again,
 * what is damaged is written off at once. Blocks.
 */
public final class ReturnGoods {
  private final ChangeOrders changes;
  private final Clock clock;

  public ReturnGoods(ChangeOrders changes, Clock clock) {
    this.changes = changes;
    this.clock = clock;
  }

  /** So many smallest units of a SKU, which can be sold again or cannot. */
  public record Back(long skuId, long quantity, boolean damaged) {}

  /** Takes goods back; blocks. */
  public Answer takeBack(
      Request request, UUID orderId, UUID shipmentId, List<Back> goods, @Nullable String reason) {
    return changes.apply(request, orderId, order -> change(order, shipmentId, goods, reason));
  }

  private Change change(Order order, UUID shipmentId, List<Back> goods, @Nullable String reason) {
    for (Shipment shipment : order.shipments()) {
      if (shipment.id().equals(shipmentId)) {
        return change(order, shipment, goods, reason);
      }
    }
    return Change.of(new Transition.Impossible(Obstacle.NO_SUCH_SHIPMENT));
  }

  private Change change(Order order, Shipment shipment, List<Back> goods, @Nullable String reason) {
    long[] quantities = new long[shipment.parts().size()];
    List<Return> returns = new ArrayList<>();
    for (Back back : goods) {
      long left = back.quantity();
      for (int i = 0; i < quantities.length && left > 0; i++) {
        Part part = shipment.parts().get(i);
        boolean same = part.taken().position().skuId() == back.skuId();
        long taken = same ? Math.min(left, part.away() - quantities[i]) : 0;
        if (taken > 0) {
          quantities[i] += taken;
          left -= taken;
          returns.add(new Return(new Line(part.taken().position(), taken), back.damaged()));
        }
      }
      if (left > 0) {
        boolean here = shipment.state().holdsStock();
        return Change.of(
            new Transition.Impossible(here ? Obstacle.NOT_NOW : Obstacle.MORE_THAN_SENT));
      }
    }
    List<Long> counted = new ArrayList<>();
    for (long quantity : quantities) {
      counted.add(quantity);
    }
    String why = reason == null ? "came back" : reason;
    return new Change(order.takeBack(shipment.id(), counted, clock.instant(), why), returns);
  }
}
