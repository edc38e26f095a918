package dev.holdfast.domain.order;

import dev.holdfast.domain.stock.Line;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The part of an order that leaves one location together. Its stock is held by one reservation,
 * whose identifier is the shipment's too.
 *
 * @param parts at least one, all at one location
 */
public record Shipment(
    UUID id, List<Part> parts, OrderState state, Carriage carriage, FloorMarks floor) {
  /** Copies the parts. */
  public Shipment {
    parts = List.copyOf(parts);
  }

  /** A shipment as it is planned. */
  public static Shipment planned(UUID id, List<Part> parts, Carriage carriage) {
    return new Shipment(id, parts, OrderState.PLACED, carriage, FloorMarks.NONE);
  }

  public int locationId() {
    return parts.getFirst().taken().position().locationId();
  }

  /** What its reservation holds, in the order of its parts. */
  public List<Line> lines() {
    return parts.stream().map(Part::taken).toList();
  }

  Shipment in(OrderState next) {
    return new Shipment(id, parts, next, carriage, floor);
  }

  /** Given to the warehouse at this moment. */
  Shipment released(Instant at) {
    return in(OrderState.RELEASED).with(floor.released(at));
  }

  /** Where a state has a moment of its own, the moment is noted. */
  Shipment in(OrderState next, Instant at) {
    return next == OrderState.SHIPPED ? in(next).with(floor.shipped(at)) : in(next);
  }

  Shipment with(FloorMarks marks) {
    return new Shipment(id, parts, state, carriage, marks);
  }

  Shipment of(List<Part> others) {
    return new Shipment(id, others, state, carriage, floor);
  }

  Shipment by(Carriage other) {
    return new Shipment(id, parts, state, other, floor);
  }
}
