package dev.holdfast.domain.order;

/** What becomes of an order that somebody wants changed. */
public sealed interface Transition {
  /** The order as it would be; its version is one higher. */
  record Made(Order order) implements Transition {}

  /** Nothing changes, and why. */
  record Impossible(Obstacle obstacle) implements Transition {}

  /** Why an order cannot be changed so. */
  enum Obstacle {
    /** It was released: the warehouse works on it. */
    RELEASED_ALREADY,
    /** A shipment has left: it can be returned, no longer changed or cancelled. */
    SHIPPED_ALREADY,
    /** It was cancelled or has come back. */
    OVER,
    /** The step comes later or earlier than this: placed, released, picking, packed, shipped. */
    NOT_NOW,
    /** It has no such shipment. */
    NO_SUCH_SHIPMENT,
    /** More would come back than was sent and has not come back yet. */
    MORE_THAN_SENT,
    /** A plan that does not ship exactly the lines of the order, each shipment from one place. */
    PLAN_DOES_NOT_FIT
  }
}
