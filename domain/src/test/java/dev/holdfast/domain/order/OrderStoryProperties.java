package dev.holdfast.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.order.Transition.Made;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.Decision;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.WorkingSet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever happens to an order, what is held is what its live shipments take. */
final class OrderStoryProperties {
  private static final ClientId CLIENT = new ClientId(1);
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final int STEPS = 25;

  private final Map<UUID, Reservation> reservations = new LinkedHashMap<>();
  private long ids;

  @Property
  void planAndStockNeverDisagree(@ForAll long seed) {
    Random random = new Random(seed);
    WorkingSet set = new WorkingSet();
    for (int location = 1; location <= 3; location++) {
      set.load(PositionKey.of(1, location), new Balance(8, 0, 0, 0, 1));
    }
    reservations.clear();
    Order order = null;
    for (int i = 0; i < STEPS; i++) {
      if (step(order, random) instanceof Made made) {
        Decision decision =
            set.decide(StockOfOrder.follow(order, made.order(), List.of(), List.of()), CLIENT, NOW);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        keep(Objects.requireNonNull(((Decision.Accepted) decision).order()));
        order = made.order();
        assertThat(held()).isEqualTo(planned(order));
      }
    }
  }

  private Transition step(Order order, Random random) {
    List<OrderLine> lines = List.of(new OrderLine(1, 2 + random.nextInt(6)));
    List<Shipment> plan = plan(lines.getFirst().quantity(), random);
    if (order == null) {
      return Order.place(
          new UUID(7, 7), "A-1", Samples.DOOR, null, lines, plan, Samples.NOTES, NOW);
    }
    UUID one = order.shipments().get(random.nextInt(order.shipments().size())).id();
    OrderState[] states = OrderState.values();
    return switch (random.nextInt(12)) {
      case 0, 1 -> order.replan(Samples.DOOR, lines, plan, Samples.NOTES, NOW);
      case 2 -> order.release(NOW);
      case 3 -> order.cancel(NOW, null);
      default -> order.advance(one, states[random.nextInt(states.length)], NOW, null);
    };
  }

  /** One piece from each of two places at least, the rest from a third. */
  private List<Shipment> plan(long quantity, Random random) {
    int first = random.nextInt(3);
    long here = random.nextLong(1, quantity);
    return List.of(shipment(1 + first, here), shipment(1 + (first + 1) % 3, quantity - here));
  }

  private Shipment shipment(int location, long quantity) {
    Part part = new Part(0, new Line(PositionKey.of(1, location), quantity));
    return Shipment.planned(new UUID(0, ++ids), List.of(part), Samples.CARRIAGE);
  }

  private void keep(Decision.OrderEffect effect) {
    effect.held().forEach(one -> reservations.put(one.id(), one));
    effect.ended().forEach(one -> reservations.put(one.id(), one));
  }

  private Map<UUID, List<Line>> held() {
    return reservations.values().stream()
        .filter(Reservation::isActive)
        .collect(Collectors.toMap(Reservation::id, Reservation::lines));
  }

  private static Map<UUID, List<Line>> planned(Order order) {
    return order.shipments().stream()
        .filter(shipment -> shipment.state().holdsStock())
        .collect(Collectors.toMap(Shipment::id, Shipment::lines));
  }
}
