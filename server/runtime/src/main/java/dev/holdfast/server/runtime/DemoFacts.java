package dev.holdfast.server.runtime;

import dev.holdfast.demo.DemoCategory;
import dev.holdfast.demo.DemoClient;
import dev.holdfast.demo.DemoLocation;
import dev.holdfast.demo.DemoPast;
import dev.holdfast.demo.DemoPast.Movement;
import dev.holdfast.demo.DemoPast.Ordered;
import dev.holdfast.demo.DemoPast.Refusal;
import dev.holdfast.demo.DemoPast.Sent;
import dev.holdfast.demo.DemoPast.Walk;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.domain.reporting.Cut;
import dev.holdfast.domain.reporting.Measure;
import dev.holdfast.domain.reporting.OrderContributions;
import dev.holdfast.domain.reporting.OrderFact;
import dev.holdfast.domain.reporting.OrderFact.LineFact;
import dev.holdfast.domain.reporting.OrderFact.ShipmentFact;
import dev.holdfast.domain.reporting.RollUpKey;
import dev.holdfast.domain.reporting.Sums;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The past of one client of the demo company as what it adds to roll-ups, each key once. It is
 * over, so that it is told as increments, not as facts that could change. One thread.
 */
final class DemoFacts {
  private static final String CURRENCY = "USD";

  private final ClientId client;
  private final Map<String, Integer> places;
  private final Map<RollUpKey, Sums> rows = new LinkedHashMap<>();

  private DemoFacts(ClientId client, Map<String, Integer> places) {
    this.client = client;
    this.places = places;
  }

  /**
   * What a client's past adds.
   *
   * @param places numbers of its locations by their codes
   * @param until when its past ends
   */
  static List<Contribution> of(
      DemoClient from, ClientId client, Map<String, Integer> places, Instant until) {
    DemoFacts facts = new DemoFacts(client, places);
    DemoPast past = DemoPast.of(from, until);
    past.orders().forEach(facts::order);
    past.walks().forEach(facts::walk);
    past.refusals().forEach(facts::refusal);
    past.movements().forEach(facts::movement);
    List<Contribution> all = new ArrayList<>(facts.rows.size());
    facts.rows.forEach((key, sums) -> all.add(new Contribution(key, sums)));
    return all;
  }

  private void order(Ordered order) {
    List<ShipmentFact> shipments = new ArrayList<>();
    for (Sent sent : order.shipments()) {
      shipments.add(shipment(sent, !order.cancelled()));
    }
    OrderFact fact =
        new OrderFact(
            client,
            new UUID(0, 0),
            1,
            order.placed(),
            shipments.getFirst().zone(),
            CURRENCY,
            order.cancelled(),
            shipments);
    OrderContributions.of(fact).contributions().forEach(one -> add(one.key(), one.sums()));
  }

  private ShipmentFact shipment(Sent sent, boolean live) {
    List<LineFact> lines = new ArrayList<>();
    for (DemoPast.Line line : sent.lines()) {
      lines.add(
          new LineFact(
              line.number(),
              line.category().code(),
              line.ordered(),
              line.filled(),
              line.returned(),
              line.revenueMinor()));
    }
    return new ShipmentFact(
        new UUID(0, 0),
        place(sent.from()),
        sent.from().timeZone(),
        sent.carrier(),
        sent.service(),
        live,
        sent.arrival(),
        sent.promised(),
        sent.shipBy(),
        sent.released(),
        sent.shipped(),
        sent.cartons(),
        sent.costMinor(),
        lines);
  }

  private void walk(Walk walk) {
    Sums sums =
        new Sums().add(Measure.WALK_MM, walk.lengthMm()).add(Measure.WALK_LINES, walk.lines());
    add(key(Cut.CLIENT, walk.at(), walk.done(), null), sums);
    add(key(Cut.PLACE, walk.at(), walk.done(), null), sums);
  }

  private void refusal(Refusal refusal) {
    Sums sums = new Sums().add(Measure.REFUSALS, 1).add(Measure.REFUSED_UNITS, refusal.units());
    add(key(Cut.CLIENT, refusal.at(), refusal.when(), null), sums);
    add(key(Cut.PLACE, refusal.at(), refusal.when(), null), sums);
    add(key(Cut.STOCK, refusal.at(), refusal.when(), refusal.category()), sums);
  }

  private void movement(Movement movement) {
    add(
        key(Cut.STOCK, movement.at(), movement.when(), movement.category()),
        new Sums()
            .add(Measure.RECEIVED_UNITS, movement.received())
            .add(Measure.SOLD_UNITS, movement.sold())
            .add(Measure.SHRINKAGE_UNITS, movement.shrinkage())
            .add(Measure.SPOILED_UNITS, movement.spoiled())
            .add(Measure.ON_HAND_UNITS, movement.onHand()));
  }

  private RollUpKey key(Cut cut, DemoLocation at, Instant when, @Nullable DemoCategory category) {
    LocalDateTime hour = LocalDateTime.ofInstant(when, at.timeZone()).truncatedTo(ChronoUnit.HOURS);
    return new RollUpKey(
        client,
        cut,
        hour,
        cut == Cut.CLIENT ? 0 : place(at),
        "",
        "",
        category == null ? "" : category.code(),
        "");
  }

  private int place(DemoLocation location) {
    return Objects.requireNonNull(places.get(location.code()));
  }

  private void add(RollUpKey key, Sums sums) {
    rows.computeIfAbsent(key, one -> new Sums()).add(sums, 1);
  }
}
