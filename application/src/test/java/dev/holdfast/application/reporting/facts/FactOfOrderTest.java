package dev.holdfast.application.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.order.Carriage;
import dev.holdfast.domain.order.Delivery;
import dev.holdfast.domain.order.FloorMarks;
import dev.holdfast.domain.order.OnTheFloor;
import dev.holdfast.domain.order.OnTheFloor.ShortPicked;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.OrderLine;
import dev.holdfast.domain.order.OrderState;
import dev.holdfast.domain.order.Part;
import dev.holdfast.domain.order.PlanNotes;
import dev.holdfast.domain.order.Preferences;
import dev.holdfast.domain.order.ShipTo;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.domain.order.Transition;
import dev.holdfast.domain.reporting.OrderFact;
import dev.holdfast.domain.reporting.OrderFact.LineFact;
import dev.holdfast.domain.reporting.OrderFact.ShipmentFact;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.FactCatalogue.SkuName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of an order, told as a fact: nothing is told twice and nothing is lost. */
final class FactOfOrderTest {
  private static final Instant PLACED = Instant.parse("2026-11-20T08:00:00Z");
  private static final Instant LATER = PLACED.plusSeconds(3600);
  private static final UUID WEST = new UUID(0, 1);
  private static final UUID EAST = new UUID(0, 2);
  private static final UUID REST = new UUID(0, 3);

  /** 3 hammers for 10.00, and 1.500 kg of nails for 2.00. */
  private static final List<OrderLine> LINES =
      List.of(new OrderLine(1, 3, 3, 1000), new OrderLine(2, 1500, 1500, 200));

  private static final Map<Long, SkuName> SKUS =
      Map.of(
          1L, new SkuName(1, "H", "tools", new Scale(0)),
          2L, new SkuName(2, "N", "nails", new Scale(3)));

  private static Shipment shipment(UUID id, Part... parts) {
    LocalDate day = LocalDate.of(2026, 11, 20);
    return Shipment.planned(
        id,
        List.of(parts),
        new Carriage(
            "Swift",
            "Next day",
            day,
            LATER,
            day.plusDays(1),
            new Carriage.Cost(700, 40, -5, 9),
            List.of(),
            List.of()));
  }

  private static Part part(int line, int location, long quantity) {
    return new Part(line, new Line(PositionKey.of(line + 1L, location), quantity));
  }

  /** Two hammers and the nails from place 1, one hammer from place 2. */
  private static Order placed() {
    return made(
        Order.place(
            new UUID(9, 9),
            "A-1",
            new Delivery(new ShipTo("98101", "US", true), null, Preferences.NONE),
            null,
            LINES,
            List.of(shipment(WEST, part(0, 1, 2), part(1, 1, 1500)), shipment(EAST, part(0, 2, 1))),
            new PlanNotes("USD", 0, true, List.of()),
            PLACED));
  }

  private static Order picking(Order order, UUID shipment) {
    FloorMarks marks = FloorMarks.picking(new UUID(5, 5), new UUID(6, 6), List.of());
    return made(OnTheFloor.startPicking(order, Map.of(shipment, marks), LATER));
  }

  private static Order made(Transition transition) {
    return ((Transition.Made) transition).order();
  }

  private static OrderFact fact(Order order) {
    return new FactOfOrder(
            new ClientId(4), order, PLACED, SKUS, place -> ZoneId.of("America/Los_Angeles"))
        .fact();
  }

  private static List<LineFact> lines(Order order, UUID shipment) {
    return fact(order).shipments().stream()
        .filter(one -> one.id().equals(shipment))
        .findFirst()
        .map(ShipmentFact::lines)
        .orElse(List.of());
  }

  @Test
  void sharesOfALineAddUpToWhatIsPaid() {
    OrderFact fact = fact(placed());

    assertThat(lines(placed(), WEST))
        .containsExactly(
            new LineFact(0, "tools", 2000, 2000, 0, 667),
            new LineFact(1, "nails", 1500, 1500, 0, 200));
    assertThat(lines(placed(), EAST)).containsExactly(new LineFact(0, "tools", 1000, 1000, 0, 333));
    assertThat(fact.currency()).isEqualTo("USD");
    assertThat(fact.placedAt()).isEqualTo(PLACED);
    assertThat(fact.shipments()).extracting(ShipmentFact::shippingMinor).containsOnly(740L);
  }

  @Test
  void whatIsNotFoundIsToldWhereItWasLacking() {
    Order order = picking(placed(), WEST);
    ShortPicked oneHammer = new ShortPicked(WEST, REST, List.of(1L, 0L), List.of(), List.of());
    Order less = made(OnTheFloor.shortPick(order, oneHammer, LATER, "short"));

    assertThat(lines(less, REST))
        .containsExactly(
            new LineFact(0, "tools", 2000, 1000, 0, 333), new LineFact(1, "nails", 1500, 0, 0, 0));
    assertThat(lines(less, EAST)).containsExactly(new LineFact(0, "tools", 1000, 1000, 0, 334));
    assertThat(fact(less).shipments())
        .extracting(ShipmentFact::releasedAt)
        .containsExactly(LATER, LATER);
  }

  @Test
  void whatComesFromElsewhereInsteadIsToldThereOnly() {
    Order order = picking(placed(), EAST);
    ShortPicked elsewhere =
        new ShortPicked(
            EAST, new UUID(7, 7), List.of(0L), List.of(), List.of(shipment(REST, part(0, 3, 1))));
    Order brought = made(OnTheFloor.shortPick(order, elsewhere, LATER, "short"));
    assertThat(fact(brought).shipments()).extracting(ShipmentFact::id).containsExactly(WEST, REST);

    ShortPicked nobody = new ShortPicked(EAST, new UUID(7, 7), List.of(0L), List.of(), List.of());
    Order lost = made(OnTheFloor.shortPick(order, nobody, LATER, "short"));
    assertThat(lines(lost, EAST)).containsExactly(new LineFact(0, "tools", 1000, 0, 0, 0));
    assertThat(fact(lost).shipments()).extracting(ShipmentFact::live).containsExactly(true, false);
  }

  @Test
  void aCancelledOrderIsStillAskedForWhereItWasPlanned() {
    Order cancelled = made(placed().cancel(LATER, null));

    assertThat(fact(cancelled).cancelled()).isTrue();
    assertThat(fact(cancelled).shipments()).extracting(ShipmentFact::live).containsOnly(false);
    assertThat(lines(cancelled, WEST))
        .containsExactly(
            new LineFact(0, "tools", 2000, 0, 0, 0), new LineFact(1, "nails", 1500, 0, 0, 0));
    assertThat(lines(cancelled, EAST)).containsExactly(new LineFact(0, "tools", 1000, 0, 0, 0));
  }

  @Test
  void whatCameBackIsCountedWhereItWasSentFrom() {
    Order sent = made(placed().release(PLACED));
    for (OrderState state : List.of(OrderState.PICKING, OrderState.PACKED, OrderState.SHIPPED)) {
      sent = made(sent.advance(WEST, state, LATER, null));
    }
    Order back = made(sent.takeBack(WEST, List.of(1L, 500L), LATER, null));

    assertThat(lines(back, WEST)).extracting(LineFact::returnedMilli).containsExactly(1000L, 500L);
    assertThat(fact(back).shipments())
        .extracting(ShipmentFact::shippedAt)
        .containsExactly(LATER, null);
    Order all = made(back.advance(WEST, OrderState.RETURNED, LATER, null));
    assertThat(lines(all, WEST)).extracting(LineFact::returnedMilli).containsExactly(2000L, 1500L);
  }

  @Test
  void reportsCountThousandths() {
    assertThat(new Scale(0).toThousandths(2)).isEqualTo(2000);
    assertThat(new Scale(3).toThousandths(2)).isEqualTo(2);
    assertThat(new Scale(6).toThousandths(1499)).isOne();
    assertThat(new Scale(6).toThousandths(1500)).isEqualTo(2);
  }
}
