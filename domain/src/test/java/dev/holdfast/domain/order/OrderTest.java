package dev.holdfast.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.order.Transition.Impossible;
import dev.holdfast.domain.order.Transition.Made;
import dev.holdfast.domain.order.Transition.Obstacle;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand.ChangeOrder;
import dev.holdfast.domain.stock.StockCommand.Hold;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class OrderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final UUID ID = new UUID(1, 1);
  private static final UUID WEST = new UUID(2, 1);
  private static final UUID EAST = new UUID(2, 2);
  private static final List<OrderLine> LINES = List.of(new OrderLine(1, 3), new OrderLine(2, 1));

  private static Part part(int line, long sku, int location, long quantity) {
    return new Part(line, new Line(PositionKey.of(sku, location), quantity));
  }

  private static Shipment shipment(UUID id, Part... parts) {
    return Shipment.planned(id, Arrays.asList(parts), Samples.CARRIAGE);
  }

  private static List<Shipment> plan() {
    return List.of(
        shipment(WEST, part(0, 1, 1, 2), part(1, 2, 1, 1)), shipment(EAST, part(0, 1, 2, 1)));
  }

  private static Transition placing(List<Shipment> plan) {
    return Order.place(ID, "A-1", Samples.DOOR, null, LINES, plan, Samples.NOTES, NOW);
  }

  private static Order made(Transition transition) {
    assertThat(transition).isInstanceOf(Made.class);
    return ((Made) transition).order();
  }

  private static void assertImpossible(Transition transition, Obstacle why) {
    assertThat(transition).isEqualTo(new Impossible(why));
  }

  private static Order placed() {
    return made(placing(plan()));
  }

  private static Transition replanned(Order order, List<OrderLine> lines, List<Shipment> plan) {
    return order.replan(Samples.DOOR, lines, plan, Samples.NOTES, NOW);
  }

  private static Order advanced(Order order, UUID shipment, OrderState... states) {
    Order next = order;
    for (OrderState state : states) {
      next = made(next.advance(shipment, state, NOW, null));
    }
    return next;
  }

  private static Order shipped(Order order, UUID shipment) {
    return advanced(order, shipment, OrderState.PICKING, OrderState.PACKED, OrderState.SHIPPED);
  }

  @Test
  void aPlanShipsExactlyTheLines() {
    assertThat(placed().state()).isEqualTo(OrderState.PLACED);
    for (List<Shipment> wrong :
        List.of(
            List.<Shipment>of(),
            plan().subList(0, 1),
            List.of(plan().get(0), plan().get(0)),
            List.of(plan().get(0), shipment(EAST, part(0, 1, 2, 2))),
            List.of(plan().get(0), shipment(EAST, part(0, 2, 2, 1))),
            List.of(plan().get(0), shipment(EAST, part(2, 1, 2, 1))),
            List.of(plan().get(0), plan().get(1), shipment(ID)),
            List.of(shipment(WEST, part(0, 1, 1, 3), part(1, 2, 2, 1))))) {
      assertImpossible(placing(wrong), Obstacle.PLAN_DOES_NOT_FIT);
    }
  }

  @Test
  void anOrderIsAsFarAsItsLastShipment() {
    Order order = made(placed().release(NOW));

    order = shipped(order, WEST);
    assertThat(order.state()).isEqualTo(OrderState.RELEASED);
    order = shipped(order, EAST);
    assertThat(order.state()).isEqualTo(OrderState.SHIPPED);
    order = advanced(order, WEST, OrderState.DELIVERED, OrderState.RETURNED);
    order = advanced(order, EAST, OrderState.DELIVERED);
    assertThat(order.state()).isEqualTo(OrderState.DELIVERED);
    order = advanced(order, EAST, OrderState.RETURNED);
    assertThat(order.state()).isEqualTo(OrderState.RETURNED);
    assertThat(order.version()).isEqualTo(12);
    assertThat(order.steps()).hasSize(12);
  }

  @Test
  void timesOfAShipmentAreThoseOfItsOwnSteps() {
    Instant later = NOW.plusSeconds(3600);
    Order order = made(placed().release(NOW));
    order = advanced(order, WEST, OrderState.PICKING, OrderState.PACKED);
    order = made(order.advance(WEST, OrderState.SHIPPED, later, null));
    order = made(order.advance(WEST, OrderState.DELIVERED, later.plusSeconds(1), null));

    assertThat(order.shipments()).extracting(one -> one.floor().releasedAt()).containsOnly(NOW);
    assertThat(order.shipments())
        .extracting(one -> one.floor().shippedAt())
        .containsExactly(later, null);
  }

  @Test
  void aLineThatIsFoundInPartIsPaidInPart() {
    OrderLine three = new OrderLine(1, 3, 3, 1000);

    assertThat(three.paidMinor(3)).isEqualTo(1000);
    assertThat(three.paidMinor(2)).isEqualTo(667);
    assertThat(three.paidMinor(1)).isEqualTo(333);
    assertThat(three.paidMinor(0)).isZero();
    assertThat(new OrderLine(1, 1, 2, 1).paidMinor(1)).isOne();
    assertThat(new OrderLine(1, 6).pricedLike(three)).isEqualTo(new OrderLine(1, 6, 6, 2000));
    assertThat(new OrderLine(1, 6, 6, 5).pricedLike(three).amountMinor()).isEqualTo(5);
    OrderLine huge = new OrderLine(1, 1, 1L << 50, OrderLine.MAX_AMOUNT_MINOR);
    assertThat(huge.paidMinor(1L << 49)).isEqualTo(OrderLine.MAX_AMOUNT_MINOR / 2);
  }

  @Test
  void noStepIsLeftOut() {
    Order order = made(placed().release(NOW));

    for (OrderState state : OrderState.values()) {
      if (state != OrderState.PICKING) {
        assertImpossible(order.advance(WEST, state, NOW, null), Obstacle.NOT_NOW);
      }
    }
    assertImpossible(order.advance(ID, OrderState.PICKING, NOW, null), Obstacle.NO_SUCH_SHIPMENT);
  }

  @Test
  void whatTheWarehouseWorksOnIsNotPlannedAgain() {
    Order released = made(placed().release(NOW));

    assertImpossible(replanned(released, LINES, plan()), Obstacle.RELEASED_ALREADY);
    assertImpossible(released.release(NOW), Obstacle.RELEASED_ALREADY);
    assertThat(made(released.cancel(NOW, "changed my mind")).state())
        .isEqualTo(OrderState.CANCELLED);
  }

  @Test
  void whatHasLeftIsReturnedAndNotCancelled() {
    Order gone = shipped(made(placed().release(NOW)), WEST);

    assertImpossible(gone.cancel(NOW, null), Obstacle.SHIPPED_ALREADY);
    assertImpossible(replanned(gone, LINES, plan()), Obstacle.SHIPPED_ALREADY);
    Order back = advanced(gone, WEST, OrderState.RETURNED);
    Order over = made(back.cancel(NOW, null));
    assertThat(over.state()).isEqualTo(OrderState.RETURNED);
    assertImpossible(over.cancel(NOW, null), Obstacle.OVER);
    assertImpossible(over.release(NOW), Obstacle.OVER);
  }

  @Test
  void noMoreComesBackThanWasSent() {
    assertImpossible(placed().takeBack(WEST, List.of(1L, 0L), NOW, null), Obstacle.NOT_NOW);
    Order sent = shipped(made(placed().release(NOW)), WEST);
    assertImpossible(sent.takeBack(WEST, List.of(3L, 0L), NOW, null), Obstacle.MORE_THAN_SENT);

    Order some = made(sent.takeBack(WEST, List.of(1L, 0L), NOW, "too small"));
    assertThat(some.shipments().getFirst().state()).isEqualTo(OrderState.SHIPPED);
    assertImpossible(some.takeBack(WEST, List.of(2L, 0L), NOW, null), Obstacle.MORE_THAN_SENT);
    Order all = made(some.takeBack(WEST, List.of(1L, 1L), NOW, null));
    assertThat(all.shipments().getFirst().state()).isEqualTo(OrderState.RETURNED);
    assertImpossible(all.takeBack(WEST, List.of(1L, 0L), NOW, null), Obstacle.MORE_THAN_SENT);
  }

  @Test
  void whoPlacedAnOrderIsNotForgotten() {
    Order order = placed();
    for (long request = 1; request <= 40; request++) {
      order = order.madeBy(request);
    }
    assertThat(order.requests()).hasSize(Order.MAX_REQUESTS);
    assertThat(order.isMadeBy(1)).isTrue();
    assertThat(order.isMadeBy(2)).isFalse();
    assertThat(order.isMadeBy(40)).isTrue();
  }

  @Test
  void stockFollowsTheOrder() {
    Order placed = placed();
    assertThat(StockOfOrder.follow(null, placed, List.of(ID), List.of()))
        .isEqualTo(
            new ChangeOrder(
                ID,
                "A-1",
                0,
                List.of(ID),
                List.of(),
                List.of(
                    new Hold(WEST, placed.shipments().get(0).lines()),
                    new Hold(EAST, placed.shipments().get(1).lines())),
                List.of()));

    UUID next = new UUID(2, 3);
    Order planned =
        made(replanned(placed, LINES.subList(1, 2), List.of(shipment(next, part(0, 2, 1, 1)))));
    ChangeOrder again = StockOfOrder.follow(placed, planned, List.of(), List.of());
    assertThat(again.expectedVersion()).isEqualTo(1);
    assertThat(again.release()).containsExactly(WEST, EAST);
    assertThat(again.holds()).extracting(Hold::id).containsExactly(next);

    Order released = made(placed.release(NOW));
    ChangeOrder nothing = StockOfOrder.follow(placed, released, List.of(), List.of());
    assertThat(nothing.release()).isEmpty();
    assertThat(nothing.confirm()).isEmpty();
    assertThat(nothing.holds()).isEmpty();

    Order packed = advanced(released, WEST, OrderState.PICKING, OrderState.PACKED);
    Order gone = advanced(packed, WEST, OrderState.SHIPPED);
    assertThat(StockOfOrder.follow(packed, gone, List.of(), List.of()).confirm())
        .containsExactly(WEST);
    Order over = made(advanced(gone, WEST, OrderState.RETURNED).cancel(NOW, null));
    assertThat(StockOfOrder.follow(gone, over, List.of(), List.of()).release())
        .containsExactly(EAST);
  }
}
