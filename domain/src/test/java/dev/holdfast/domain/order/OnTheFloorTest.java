package dev.holdfast.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.order.FloorMarks.LotShare;
import dev.holdfast.domain.order.OnTheFloor.ShortPicked;
import dev.holdfast.domain.order.Transition.Impossible;
import dev.holdfast.domain.order.Transition.Made;
import dev.holdfast.domain.order.Transition.Obstacle;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand.ChangeOrder;
import dev.holdfast.domain.stock.StockCommand.Hold;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OnTheFloorTest {
  private static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");
  private static final PositionKey HAMMERS = PositionKey.of(1, 7);
  private static final PositionKey NAILS = PositionKey.of(2, 7);
  private static final PositionKey HAMMERS_ELSEWHERE = PositionKey.of(1, 8);
  private static final UUID FIRST = UUID.randomUUID();
  private static final UUID SECOND = UUID.randomUUID();
  private static final UUID REST = UUID.randomUUID();

  private static Shipment shipment(UUID id, Part... parts) {
    return Shipment.planned(id, List.of(parts), Samples.CARRIAGE);
  }

  private static Part part(int line, PositionKey from, long quantity) {
    return new Part(line, new Line(from, quantity));
  }

  private static Order made(Transition transition) {
    return ((Made) transition).order();
  }

  private static Obstacle obstacle(Transition transition) {
    return ((Impossible) transition).obstacle();
  }

  /** Five hammers and ninety nails, and two hammers from elsewhere. */
  private static Order placed() {
    return made(
        Order.place(
            UUID.randomUUID(),
            "A-1",
            Samples.DOOR,
            null,
            List.of(new OrderLine(1, 7), new OrderLine(2, 90)),
            List.of(
                shipment(FIRST, part(0, HAMMERS, 5), part(1, NAILS, 90)),
                shipment(SECOND, part(0, HAMMERS_ELSEWHERE, 2))),
            Samples.NOTES,
            AT));
  }

  private static FloorMarks marks(LotShare... lots) {
    return FloorMarks.picking(UUID.randomUUID(), UUID.randomUUID(), List.of(lots));
  }

  private static Order picking(LotShare... lots) {
    return made(OnTheFloor.startPicking(placed(), Map.of(FIRST, marks(lots)), AT));
  }

  private static OrderState state(Order order, UUID shipment) {
    return order.shipments().stream()
        .filter(one -> one.id().equals(shipment))
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void whatIsNotInTheWaveIsReleasedWithIt() {
    Order picking = picking();

    assertThat(state(picking, FIRST)).isEqualTo(OrderState.PICKING);
    assertThat(state(picking, SECOND)).isEqualTo(OrderState.RELEASED);
    assertThat(picking.steps())
        .extracting(Step::state)
        .containsExactly(OrderState.PLACED, OrderState.RELEASED, OrderState.PICKING);
    assertThat(obstacle(OnTheFloor.startPicking(picking, Map.of(FIRST, marks()), AT)))
        .isEqualTo(Obstacle.NOT_NOW);
    Order back = made(OnTheFloor.putBack(picking, Set.of(FIRST), AT, "wave cancelled"));
    assertThat(state(back, FIRST)).isEqualTo(OrderState.RELEASED);
    assertThat(back.shipments().getFirst().floor()).isEqualTo(FloorMarks.NONE.released(AT));
  }

  @Test
  void aShortPickHoldsWhatWasFoundAndWhatBringsTheRest() {
    Order picking = picking(new LotShare(0, "L1", null, 3), new LotShare(0, "L2", null, 2));
    UUID more = UUID.randomUUID();
    ShortPicked what =
        new ShortPicked(
            FIRST,
            REST,
            List.of(4L, 0L),
            List.of(),
            List.of(shipment(more, part(0, HAMMERS_ELSEWHERE, 1))));

    Order after = made(OnTheFloor.shortPick(picking, what, AT, "short"));

    // One hammer comes from elsewhere; nobody has nails.
    assertThat(after.lines()).containsExactly(new OrderLine(1, 7), new OrderLine(2, 0, 90, 0));
    assertThat(after.shipments()).extracting(one -> one.floor().releasedAt()).containsOnly(AT);
    assertThat(after.shipments()).extracting(Shipment::id).containsExactly(REST, SECOND, more);
    Shipment rest = after.shipments().getFirst();
    assertThat(rest.lines()).containsExactly(new Line(HAMMERS, 4));
    assertThat(rest.state()).isEqualTo(OrderState.PICKING);
    assertThat(rest.floor().lots())
        .containsExactly(new LotShare(0, "L1", null, 3), new LotShare(0, "L2", null, 1));
    assertThat(state(after, more)).isEqualTo(OrderState.RELEASED);
    ChangeOrder stock = StockOfOrder.follow(picking, after, List.of(), List.of());
    assertThat(stock.release()).containsExactly(FIRST);
    assertThat(stock.holds())
        .containsExactly(
            new Hold(REST, List.of(new Line(HAMMERS, 4))),
            new Hold(more, List.of(new Line(HAMMERS_ELSEWHERE, 1))));
  }

  @Test
  void aShipmentOfWhichNothingWasFoundIsGivenUp() {
    Order picking = picking();
    ShortPicked nothing = new ShortPicked(FIRST, REST, List.of(0L, 0L), List.of(), List.of());

    Order after = made(OnTheFloor.shortPick(picking, nothing, AT, "short"));

    assertThat(state(after, FIRST)).isEqualTo(OrderState.CANCELLED);
    assertThat(after.lines())
        .containsExactly(new OrderLine(1, 2, 7, 0), new OrderLine(2, 0, 90, 0));
    assertThat(StockOfOrder.follow(picking, after, List.of(), List.of()).release())
        .containsExactly(FIRST);
  }

  @Test
  void onlyWhatIsPickedIsPacked() {
    Order picking = picking();

    Order packed = made(OnTheFloor.pack(picking, FIRST, List.of("HF1"), List.of(), AT));

    assertThat(state(packed, FIRST)).isEqualTo(OrderState.PACKED);
    assertThat(packed.shipments().getFirst().floor().tracking()).containsExactly("HF1");
    assertThat(obstacle(OnTheFloor.pack(packed, FIRST, List.of(), List.of(), AT)))
        .isEqualTo(Obstacle.NOT_NOW);
    assertThat(obstacle(OnTheFloor.pack(packed, SECOND, List.of(), List.of(), AT)))
        .isEqualTo(Obstacle.NOT_NOW);
  }
}
