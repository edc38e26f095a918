package dev.holdfast.application.floor;

import dev.holdfast.application.order.ChangeOrders.Answer;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.Transition.Obstacle;

/** An answer about an order as the floor tells it. */
final class Settled {
  private Settled() {}

  /**
   * The order that was changed.
   *
   * @throws FloorRefusal when it was not
   */
  static Order order(Answer answer) {
    return switch (answer) {
      case Answer.Changed changed -> changed.order();
      case Answer.Impossible no when no.obstacle() == Obstacle.NO_SUCH_SHIPMENT ->
          throw FloorRefusal.notFound("shipment");
      case Answer.Impossible no ->
          throw FloorRefusal.notNow(
              no.order().state().label(),
              "Order " + no.order().number() + " is " + no.order().state().label() + " by now.");
      case Answer.Refused refused ->
          throw FloorRefusal.notNow(
              refused.order().state().label(),
              "Order "
                  + refused.order().number()
                  + " was changed at the same moment, or its stock does not allow it ("
                  + refused.refusal().refusal().name().toLowerCase(java.util.Locale.ROOT)
                  + "). Look at it, then try again.");
      case Answer.Unknown gone -> throw FloorRefusal.notFound("shipment");
      case Answer.Unsettled unsettled -> throw FloorRefusal.unsettled();
    };
  }
}
