package dev.holdfast.lab.stage;

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
import dev.holdfast.domain.reporting.VersionedFact;
import dev.holdfast.lab.generate.ClientDay;
import dev.holdfast.lab.generate.ClientProfile;
import dev.holdfast.lab.generate.DayStock;
import dev.holdfast.lab.generate.Demand;
import dev.holdfast.lab.generate.GeneratedOrder;
import dev.holdfast.lab.generate.GeneratedOrder.Row;
import dev.holdfast.lab.generate.GeneratedOrder.Shipment;
import dev.holdfast.lab.generate.GeneratedOrder.State;
import dev.holdfast.lab.generate.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client's day as facts that roll-ups are folded from: orders through the rules of the domain,
 * movements, walks and refusals as increments. For one thread.
 */
public final class Facts {
  private static final String NO_CURRENCY = "";

  private final List<VersionedFact> orders = new ArrayList<>();
  private final Map<RollUpKey, Sums> increments = new HashMap<>();

  private Facts() {}

  /** All of a day. */
  public static Facts of(Demand demand, ClientDay day) {
    Facts facts = new Facts();
    DayStock stock = new DayStock(demand, day.client(), day.day());
    day.each(order -> {
      stock.add(order);
      if (order.isRefused()) {
        facts.refusals(order);
      } else {
        facts.orders.add(OrderContributions.of(fact(order)));
      }
    });
    stock.tell(facts.new Told());
    return facts;
  }

  public List<VersionedFact> orders() {
    return orders;
  }

  /** One for each key. */
  public List<Contribution> increments() {
    List<Contribution> all = new ArrayList<>(increments.size());
    increments.forEach((key, sums) -> all.add(new Contribution(key, sums)));
    return all;
  }

  /** An order as the domain knows it. */
  static OrderFact fact(GeneratedOrder order) {
    List<ShipmentFact> shipments = new ArrayList<>(order.shipments());
    boolean cancelled = true;
    for (int i = 0; i < order.shipments(); i++) {
      Shipment shipment = order.shipment(i);
      cancelled &= shipment.state() == State.CANCELLED;
      shipments.add(shipmentFact(order, shipment, i));
    }
    return new OrderFact(
        client(order.client()),
        order.id(),
        1,
        Instant.ofEpochSecond(order.placedAt()),
        order.shipment(0).place().zone(),
        order.client().currency(),
        cancelled,
        shipments);
  }

  private static ShipmentFact shipmentFact(GeneratedOrder order, Shipment shipment, int index) {
    List<LineFact> lines = new ArrayList<>(order.rows());
    for (int i = 0; i < order.rows(); i++) {
      Row row = order.row(i);
      if (row.shipment() == index) {
        lines.add(
            new LineFact(
                row.line(),
                ClientProfile.CATEGORIES.get(row.category()),
                row.orderedMilli(),
                row.filledMilli(),
                row.returnedMilli(),
                row.revenueMinor()));
      }
    }
    UUID id = order.id();
    return new ShipmentFact(
        new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() + index + 1),
        shipment.place().number(),
        shipment.place().zone(),
        shipment.offer().carrier(),
        shipment.offer().service(),
        shipment.state() != State.CANCELLED,
        LocalDate.ofEpochDay(shipment.arrival()),
        LocalDate.ofEpochDay(shipment.promised()),
        Instant.ofEpochSecond(shipment.shipBy()),
        instant(shipment.releasedAt()),
        instant(shipment.shippedAt()),
        shipment.cartons(),
        shipment.shippingMinor(),
        lines);
  }

  private static @Nullable Instant instant(long second) {
    return second == GeneratedOrder.NEVER ? null : Instant.ofEpochSecond(second);
  }

  /** A client as roll-ups number it. */
  public static ClientId client(ClientProfile client) {
    return new ClientId(client.number());
  }

  private void refusals(GeneratedOrder order) {
    Place place = order.shipment(0).place();
    for (int i = 0; i < order.rows(); i++) {
      Row row = order.row(i);
      String category = ClientProfile.CATEGORIES.get(row.category());
      for (Cut cut : List.of(Cut.CLIENT, Cut.PLACE, Cut.STOCK)) {
        Sums sums = sums(order.client(), cut, order.placedAt(), place, category);
        sums.add(Measure.REFUSALS, 1);
        sums.add(Measure.REFUSED_UNITS, row.orderedMilli());
      }
    }
  }

  private Sums sums(ClientProfile client, Cut cut, long at, Place place, String category) {
    LocalDateTime hour =
        LocalDateTime.ofInstant(Instant.ofEpochSecond(at), place.zone())
            .truncatedTo(ChronoUnit.HOURS);
    RollUpKey key =
        new RollUpKey(
            client(client),
            cut,
            hour,
            cut == Cut.CLIENT ? 0 : place.number(),
            "",
            "",
            cut == Cut.STOCK ? category : "",
            NO_CURRENCY);
    return increments.computeIfAbsent(key, any -> new Sums());
  }

  /** Movements and walks become increments. */
  private final class Told implements DayStock.Sink {
    @Override
    public void movement(
        ClientProfile client, long at, Place place, int category, String kind, long milli) {
      Sums sums = sums(client, Cut.STOCK, at, place, ClientProfile.CATEGORIES.get(category));
      sums.add(Measure.ON_HAND_UNITS, milli);
      switch (kind) {
        case "received" -> sums.add(Measure.RECEIVED_UNITS, milli);
        case "sold" -> sums.add(Measure.SOLD_UNITS, -milli);
        case "counted" -> sums.add(Measure.SHRINKAGE_UNITS, -milli);
        case "spoiled" -> sums.add(Measure.SPOILED_UNITS, -milli);
        default -> {
          // Returned goods are told by orders, and here by what is on hand.
        }
      }
    }

    @Override
    public void walk(ClientProfile client, long at, Place place, int list, int picks, long walkMm) {
      for (Cut cut : List.of(Cut.CLIENT, Cut.PLACE)) {
        Sums sums = sums(client, cut, at, place, "");
        sums.add(Measure.WALK_MM, walkMm);
        sums.add(Measure.WALK_LINES, picks);
      }
    }
  }
}
