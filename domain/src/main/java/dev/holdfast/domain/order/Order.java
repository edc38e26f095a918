package dev.holdfast.domain.order;

import dev.holdfast.domain.order.Transition.Impossible;
import dev.holdfast.domain.order.Transition.Made;
import dev.holdfast.domain.order.Transition.Obstacle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a client promises to somebody: lines, and the shipments that bring them. Immutable; every
 * change makes the next version or says why it cannot be.
 *
 * <p>Invariants: its live shipments together ship exactly its lines; its state is that of the live
 * shipment that has come least far, or the end of all of them.
 *
 * @param version from 1, one more with each change
 * @param promised the day by which it should be at the door
 * @param steps what happened to it, oldest first
 */
public record Order(
    UUID id,
    String number,
    long version,
    ShipTo shipTo,
    @Nullable LocalDate promised,
    List<OrderLine> lines,
    List<Shipment> shipments,
    List<Step> steps) {
  /** The first version of an order, if the plan ships exactly its lines. */
  public static Transition place(
      UUID id,
      String number,
      ShipTo shipTo,
      @Nullable LocalDate promised,
      List<OrderLine> lines,
      List<Shipment> plan,
      Instant at) {
    Step placed = new Step(OrderState.PLACED, at, null);
    return PlanRules.fits(lines, plan)
        ? new Made(new Order(id, number, 1, shipTo, promised, lines, plan, List.of(placed)))
        : new Impossible(Obstacle.PLAN_DOES_NOT_FIT);
  }

  /** The state of the live shipment that has come least far; the end when all have ended. */
  public OrderState state() {
    OrderState least = OrderState.CANCELLED;
    for (Shipment shipment : shipments) {
      if (rank(shipment.state()) < rank(least)) {
        least = shipment.state();
      }
    }
    return least;
  }

  /** What was given up says least about an order of which something was sent. */
  private static int rank(OrderState state) {
    return state == OrderState.CANCELLED ? Integer.MAX_VALUE : state.number();
  }

  /** Another plan, and other lines if they differ, before the order is released. */
  public Transition replan(List<OrderLine> newLines, List<Shipment> plan, Instant at) {
    Obstacle obstacle = obstacleToChange();
    if (obstacle == null && state() != OrderState.PLACED) {
      obstacle = Obstacle.RELEASED_ALREADY;
    }
    if (obstacle == null && !PlanRules.fits(newLines, plan)) {
      obstacle = Obstacle.PLAN_DOES_NOT_FIT;
    }
    if (obstacle != null) {
      return new Impossible(obstacle);
    }
    List<Step> next = with(new Step(OrderState.PLACED, at, "planned again"));
    return new Made(new Order(id, number, version + 1, shipTo, promised, newLines, plan, next));
  }

  /** Gives the whole order to the warehouse. */
  public Transition release(Instant at) {
    Obstacle obstacle = obstacleToChange();
    if (obstacle == null && state() != OrderState.PLACED) {
      obstacle = Obstacle.RELEASED_ALREADY;
    }
    return obstacle == null ? all(OrderState.RELEASED, at, null) : new Impossible(obstacle);
  }

  /** Gives the order up; only while nothing of it has left. */
  public Transition cancel(Instant at, @Nullable String reason) {
    Obstacle obstacle = obstacleToChange();
    return obstacle == null ? all(OrderState.CANCELLED, at, reason) : new Impossible(obstacle);
  }

  /**
   * One shipment goes one step on.
   *
   * @param to {@code PICKING}, {@code PACKED}, {@code SHIPPED} or {@code DELIVERED}, from the step
   *     before; {@code RETURNED} from shipped or delivered
   */
  public Transition advance(UUID shipmentId, OrderState to, Instant at, @Nullable String reason) {
    for (Shipment shipment : shipments) {
      if (shipment.id().equals(shipmentId)) {
        return follows(shipment.state(), to)
            ? each(one -> one.id().equals(shipmentId) ? one.in(to) : one, to, at, reason)
            : new Impossible(Obstacle.NOT_NOW);
      }
    }
    return new Impossible(Obstacle.NO_SUCH_SHIPMENT);
  }

  private static boolean follows(OrderState from, OrderState to) {
    return switch (to) {
      case PICKING -> from == OrderState.RELEASED;
      case PACKED -> from == OrderState.PICKING;
      case SHIPPED -> from == OrderState.PACKED;
      case DELIVERED -> from == OrderState.SHIPPED;
      case RETURNED -> from == OrderState.SHIPPED || from == OrderState.DELIVERED;
      case PLACED, RELEASED, CANCELLED -> false;
    };
  }

  private @Nullable Obstacle obstacleToChange() {
    boolean live = false;
    for (Shipment shipment : shipments) {
      if (shipment.state() == OrderState.SHIPPED || shipment.state() == OrderState.DELIVERED) {
        return Obstacle.SHIPPED_ALREADY;
      }
      live |= shipment.state().holdsStock();
    }
    return live ? null : Obstacle.OVER;
  }

  private Transition all(OrderState to, Instant at, @Nullable String reason) {
    return each(one -> one.state().holdsStock() ? one.in(to) : one, to, at, reason);
  }

  private Transition each(
      UnaryOperator<Shipment> change, OrderState to, Instant at, @Nullable String reason) {
    List<Shipment> changed = shipments.stream().map(change).toList();
    return new Made(
        new Order(
            id,
            number,
            version + 1,
            shipTo,
            promised,
            lines,
            changed,
            with(new Step(to, at, reason))));
  }

  private List<Step> with(Step step) {
    List<Step> next = new ArrayList<>(steps);
    next.add(step);
    return List.copyOf(next);
  }
}
