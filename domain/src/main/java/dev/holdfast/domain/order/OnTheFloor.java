package dev.holdfast.domain.order;

import dev.holdfast.domain.fulfilment.carton.PackedCarton;
import dev.holdfast.domain.order.Transition.Impossible;
import dev.holdfast.domain.order.Transition.Made;
import dev.holdfast.domain.order.Transition.Obstacle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the work on the warehouse floor makes of an order. Pure; each change is one version. */
public final class OnTheFloor {
  private OnTheFloor() {}

  /**
   * Shipments are given to pickers. What else of the order is only placed is released, because its
   * lines can no longer change.
   *
   * @param marks of each shipment its wave, pick list and lots; its times are its own
   */
  public static Transition startPicking(Order order, Map<UUID, FloorMarks> marks, Instant at) {
    boolean placed = order.state() == OrderState.PLACED;
    for (UUID id : marks.keySet()) {
      Shipment one = shipment(order, id);
      if (one == null) {
        return new Impossible(Obstacle.NO_SUCH_SHIPMENT);
      }
      if (one.state() != OrderState.PLACED && one.state() != OrderState.RELEASED) {
        return new Impossible(Obstacle.NOT_NOW);
      }
    }
    Order released = order;
    if (placed) {
      released =
          each(
              order,
              one -> one.state() == OrderState.PLACED ? one.released(at) : one,
              new Step(OrderState.RELEASED, at, null));
    }
    return new Made(
        each(
            released,
            one -> {
              FloorMarks mark = marks.get(one.id());
              return mark == null ? one : one.in(OrderState.PICKING).with(one.floor().with(mark));
            },
            new Step(OrderState.PICKING, at, null)));
  }

  /** Shipments of which nothing was picked wait for another wave. */
  public static Transition putBack(Order order, Set<UUID> ids, Instant at, String reason) {
    for (UUID id : ids) {
      Shipment one = shipment(order, id);
      if (one == null) {
        return new Impossible(Obstacle.NO_SUCH_SHIPMENT);
      }
      if (one.state() != OrderState.PICKING) {
        return new Impossible(Obstacle.NOT_NOW);
      }
    }
    return new Made(
        each(
            order,
            one ->
                ids.contains(one.id())
                    ? one.in(OrderState.RELEASED).with(one.floor().putBack())
                    : one,
            new Step(OrderState.RELEASED, at, reason)));
  }

  /**
   * A picked shipment is in its cartons.
   *
   * @param tracking one number per carton
   * @param cartons as they really are
   */
  public static Transition pack(
      Order order, UUID id, List<String> tracking, List<PackedCarton> cartons, Instant at) {
    Shipment packed = shipment(order, id);
    if (packed == null) {
      return new Impossible(Obstacle.NO_SUCH_SHIPMENT);
    }
    if (packed.state() != OrderState.PICKING) {
      return new Impossible(Obstacle.NOT_NOW);
    }
    FloorMarks marks = packed.floor().tracked(tracking);
    Carriage carriage = packed.carriage().in(cartons);
    return new Made(
        each(
            order,
            one -> one.id().equals(id) ? one.in(OrderState.PACKED).with(marks).by(carriage) : one,
            new Step(OrderState.PACKED, at, null)));
  }

  /**
   * What remains of a shipment after a short pick, and what brings the rest.
   *
   * @param shipment the one that is picked
   * @param remainder the identifier of what remains of it: a reservation is never changed, so a
   *     smaller one takes its place
   * @param found by part of the shipment, from 0 to what was asked for
   * @param cartons of what remains
   * @param more shipments for what is missing, as they were planned: they are released at once;
   *     what they do not bring is taken off the order's lines
   */
  public record ShortPicked(
      UUID shipment,
      UUID remainder,
      List<Long> found,
      List<PackedCarton> cartons,
      List<Shipment> more) {
    /** Copies the lists. */
    public ShortPicked {
      found = List.copyOf(found);
      cartons = List.copyOf(cartons);
      more = List.copyOf(more);
    }
  }

  /** Something of a shipment was not found. */
  public static Transition shortPick(Order order, ShortPicked what, Instant at, String reason) {
    Shipment was = shipment(order, what.shipment());
    if (was == null) {
      return new Impossible(Obstacle.NO_SUCH_SHIPMENT);
    }
    if (was.state() != OrderState.PICKING) {
      return new Impossible(Obstacle.NOT_NOW);
    }
    long[] lines = order.lines().stream().mapToLong(OrderLine::quantity).toArray();
    List<Part> left = new ArrayList<>();
    for (int i = 0; i < was.parts().size(); i++) {
      Part part = was.parts().get(i);
      long found = what.found().get(i);
      lines[part.line()] -= part.taken().quantity() - found;
      if (found > 0) {
        left.add(part.of(found));
      }
    }
    for (Shipment one : what.more()) {
      one.parts().forEach(part -> lines[part.line()] += part.taken().quantity());
    }
    List<Shipment> shipments = new ArrayList<>();
    for (Shipment one : order.shipments()) {
      if (!one.id().equals(was.id())) {
        shipments.add(one);
      } else if (left.isEmpty()) {
        shipments.add(one.in(OrderState.CANCELLED));
      } else {
        FloorMarks marks = LotsLeft.of(was, what.found());
        Carriage carriage = was.carriage().in(what.cartons());
        shipments.add(new Shipment(what.remainder(), left, OrderState.PICKING, carriage, marks));
      }
    }
    what.more().forEach(one -> shipments.add(one.released(at)));
    boolean live = shipments.stream().anyMatch(one -> one.state() != OrderState.CANCELLED);
    List<OrderLine> asked = new ArrayList<>();
    for (int i = 0; i < lines.length; i++) {
      asked.add(order.lines().get(i).having(lines[i]));
    }
    OrderState said = live ? OrderState.PICKING : OrderState.CANCELLED;
    return new Made(
        order.next(live ? asked : order.lines(), shipments, new Step(said, at, reason)));
  }

  private static @Nullable Shipment shipment(Order order, UUID id) {
    return order.shipments().stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }

  private static Order each(Order order, UnaryOperator<Shipment> change, Step step) {
    return order.next(order.lines(), order.shipments().stream().map(change).toList(), step);
  }
}
