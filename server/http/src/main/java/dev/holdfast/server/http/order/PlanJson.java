package dev.holdfast.server.http.order;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.holdfast.application.order.PlanObstacle;
import dev.holdfast.domain.fulfilment.sourcing.Alternative;
import dev.holdfast.domain.order.Carriage;
import dev.holdfast.domain.order.Carriage.OtherService;
import dev.holdfast.domain.order.OrderState;
import dev.holdfast.domain.order.PlanNotes;
import dev.holdfast.domain.order.Shipment;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What a plan costs and why it is this one, as JSON. */
final class PlanJson {
  private PlanJson() {}

  /** The shipments that count: all but the cancelled, or all where nothing else is left. */
  static List<Shipment> live(List<Shipment> shipments) {
    List<Shipment> live =
        shipments.stream().filter(one -> one.state() != OrderState.CANCELLED).toList();
    return live.isEmpty() ? shipments : live;
  }

  static long totalMinor(List<Shipment> shipments, PlanNotes notes) {
    return notes.splitMinor() + sum(shipments, Carriage.Cost::totalMinor);
  }

  private static long sum(List<Shipment> shipments, ToLongFunction<Carriage.Cost> part) {
    return live(shipments).stream().mapToLong(one -> part.applyAsLong(one.carriage().cost())).sum();
  }

  static void cost(List<Shipment> shipments, PlanNotes notes, ObjectNode json) {
    json.put("totalMinor", totalMinor(shipments, notes));
    json.put("postageMinor", sum(shipments, Carriage.Cost::postageMinor));
    json.put("cartonsMinor", sum(shipments, Carriage.Cost::cartonsMinor));
    json.put("adjustmentMinor", sum(shipments, Carriage.Cost::adjustmentMinor));
    json.put("opportunityMinor", sum(shipments, Carriage.Cost::opportunityMinor));
    json.put("splitMinor", notes.splitMinor());
  }

  static void plan(List<Shipment> shipments, PlanNotes notes, ObjectNode json) {
    json.put("proven", notes.proven());
    alternatives(notes.alternatives(), json.putArray("alternatives"));
    ArrayNode services = json.putArray("services");
    for (Shipment shipment : shipments) {
      for (OtherService other : shipment.carriage().others()) {
        ObjectNode one = services.addObject();
        one.put("shipment", shipment.id().toString());
        one.put("carrier", other.carrier());
        one.put("service", other.service());
        one.put("totalMinor", other.postageMinor());
        one.put("arrival", OrderJson.text(other.arrival()));
        one.put("reason", other.reason());
      }
    }
  }

  static void alternatives(List<Alternative> alternatives, ArrayNode json) {
    for (Alternative alternative : alternatives) {
      ObjectNode one = json.addObject();
      alternative.locations().forEach(one.putArray("locations")::add);
      one.put("kind", alternative.kind().name().toLowerCase(Locale.ROOT));
      one.put("reason", alternative.reason());
      one.put("extraMinor", alternative.extraMinor());
    }
  }

  static void obstacles(List<PlanObstacle> obstacles, ArrayNode json) {
    for (PlanObstacle obstacle : obstacles) {
      ObjectNode one = json.addObject();
      one.put("kind", obstacle.kind());
      one.put("subject", obstacle.subject());
      one.put("sentence", obstacle.sentence());
    }
  }
}
