package dev.holdfast.domain.order;

import dev.holdfast.domain.stock.Line;
import java.util.List;
import java.util.UUID;

/**
 * The part of an order that leaves one location together. Its stock is held by one reservation,
 * whose identifier is the shipment's too.
 *
 * @param parts at least one, all at one location
 */
public record Shipment(UUID id, List<Part> parts, OrderState state) {
  public int locationId() {
    return parts.getFirst().taken().position().locationId();
  }

  /** What its reservation holds, in the order of its parts. */
  public List<Line> lines() {
    return parts.stream().map(Part::taken).toList();
  }

  Shipment in(OrderState next) {
    return new Shipment(id, parts, next);
  }
}
