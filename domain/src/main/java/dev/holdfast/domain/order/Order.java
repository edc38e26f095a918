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
 * @param reservation the shopper's reservation that it took over
 * @param notes what planning said
 * @param steps what happened to it, oldest first
 * @param requests fingerprints of the requests that made it what it is, oldest first: the one that
 *     placed it, and the latest of those that changed it, at most {@link #MAX_REQUESTS} in all
 */
public record Order(
    UUID id,
    String number,
    long version,
    Delivery delivery,
    @Nullable UUID reservation,
    PlanNotes notes,
    List<OrderLine> lines,
    List<Shipment> shipments,
    List<Step> steps,
    List<Long> requests) {
  /** Twice the changes of a usual order: whoever repeats a request does so at once. */
  public static final int MAX_REQUESTS = 16;

  /** Copies the lists. */
  public Order {
    lines = List.copyOf(lines);
    shipments = List.copyOf(shipments);
    steps = List.copyOf(steps);
    requests = List.copyOf(requests);
  }

  /**
   * The first version of an order, if the plan ships exactly its lines.
   *
   * @param reservation a shopper's that it takes over
   */
  public static Transition place(
      UUID id,
      String number,
      Delivery delivery,
      @Nullable UUID reservation,
      List<OrderLine> lines,
      List<Shipment> plan,
      PlanNotes notes,
      Instant at) {
    Step placed = new Step(OrderState.PLACED, at, null);
    return PlanRules.fits(lines, plan)
        ? new Made(
            new Order(
                id,
                number,
                1,
                delivery,
                reservation,
                notes,
                lines,
                plan,
                List.of(placed),
                List.of()))
        : new Impossible(Obstacle.PLAN_DOES_NOT_FIT);
  }

  public ShipTo shipTo() {
    return delivery.to();
  }

  /** The day by which it should be at the door; null where nobody was promised one. */
  public @Nullable LocalDate promised() {
    return delivery.promised();
  }

  /** Whether a request with this fingerprint is one of those that made it what it is. */
  public boolean isMadeBy(long request) {
    return requests.contains(request);
  }

  /** The same order with one more request that made it so. */
  public Order madeBy(long request) {
    List<Long> next = new ArrayList<>(requests);
    if (next.size() == MAX_REQUESTS) {
      next.remove(1);
    }
    next.add(request);
    return new Order(
        id, number, version, delivery, reservation, notes, lines, shipments, steps, next);
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

  /** Another plan, and another delivery or other lines if they differ, before its release. */
  public Transition replan(
      Delivery newDelivery,
      List<OrderLine> newLines,
      List<Shipment> plan,
      PlanNotes newNotes,
      Instant at) {
    Obstacle obstacle = obstacleToReplan();
    if (obstacle == null && !PlanRules.fits(newLines, plan)) {
      obstacle = Obstacle.PLAN_DOES_NOT_FIT;
    }
    if (obstacle != null) {
      return new Impossible(obstacle);
    }
    List<Step> next = with(new Step(OrderState.PLACED, at, "planned again"));
    return new Made(
        new Order(
            id,
            number,
            version + 1,
            newDelivery,
            reservation,
            newNotes,
            newLines,
            plan,
            next,
            requests));
  }

  /** Why it cannot be planned again; null when it can. */
  public @Nullable Obstacle obstacleToReplan() {
    Obstacle obstacle = obstacleToChange();
    return obstacle == null && state() != OrderState.PLACED ? Obstacle.RELEASED_ALREADY : obstacle;
  }

  /** Gives what is placed of the order to the warehouse. */
  public Transition release(Instant at) {
    Obstacle obstacle = obstacleToReplan();
    return obstacle == null
        ? each(
            one -> one.state() == OrderState.PLACED ? one.released(at) : one,
            OrderState.RELEASED,
            at,
            null)
        : new Impossible(obstacle);
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
            ? each(one -> one.id().equals(shipmentId) ? one.in(to, at) : one, to, at, reason)
            : new Impossible(Obstacle.NOT_NOW);
      }
    }
    return new Impossible(Obstacle.NO_SUCH_SHIPMENT);
  }

  /**
   * Goods of a shipment come back; once all of them are, the shipment has come back.
   *
   * @param quantities by part of the shipment, from 0 to what is away of it; one above 0 at least
   */
  public Transition takeBack(
      UUID shipmentId, List<Long> quantities, Instant at, @Nullable String reason) {
    Shipment from =
        shipments.stream().filter(one -> one.id().equals(shipmentId)).findFirst().orElse(null);
    if (from == null) {
      return new Impossible(Obstacle.NO_SUCH_SHIPMENT);
    }
    if (!follows(from.state(), OrderState.RETURNED)) {
      boolean back = from.state() == OrderState.RETURNED;
      return new Impossible(back ? Obstacle.MORE_THAN_SENT : Obstacle.NOT_NOW);
    }
    List<Part> parts = new ArrayList<>();
    boolean away = false;
    for (int i = 0; i < from.parts().size(); i++) {
      Part part = from.parts().get(i);
      long back = quantities.get(i);
      if (back < 0 || back > part.away()) {
        return new Impossible(Obstacle.MORE_THAN_SENT);
      }
      away |= back < part.away();
      parts.add(new Part(part.line(), part.taken(), part.returned() + back));
    }
    OrderState to = away ? from.state() : OrderState.RETURNED;
    return each(one -> one.id().equals(shipmentId) ? one.of(parts).in(to) : one, to, at, reason);
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
    return new Made(next(lines, shipments.stream().map(change).toList(), new Step(to, at, reason)));
  }

  /** The next version, with one more step. */
  Order next(List<OrderLine> newLines, List<Shipment> newShipments, Step step) {
    return new Order(
        id,
        number,
        version + 1,
        delivery,
        reservation,
        notes,
        newLines,
        newShipments,
        with(step),
        requests);
  }

  private List<Step> with(Step step) {
    List<Step> next = new ArrayList<>(steps);
    next.add(step);
    return List.copyOf(next);
  }
}
