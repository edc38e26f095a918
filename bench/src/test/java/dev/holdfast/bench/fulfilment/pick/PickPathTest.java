package dev.holdfast.bench.fulfilment.pick;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.bench.fulfilment.pick.BatchRuns.Total;
import dev.holdfast.bench.fulfilment.pick.HennOrders.Demand;
import dev.holdfast.domain.fulfilment.pick.Layout;
import dev.holdfast.domain.fulfilment.pick.Layout.Block;
import dev.holdfast.domain.fulfilment.pick.Layout.Depot;
import dev.holdfast.domain.fulfilment.pick.Layout.Wall;
import dev.holdfast.domain.fulfilment.pick.PickOrder;
import dev.holdfast.domain.fulfilment.pick.Side;
import dev.holdfast.domain.fulfilment.pick.Slot;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PickPathTest {
  private static final Block BLOCK = new Block(10_000, 10);

  private static Slot slot(int aisle, int position) {
    return new Slot(aisle, 0, position, Side.LEFT, 0);
  }

  @Test
  void streetsLeadAlongAislesAndAroundWalls() {
    Layout layout =
        new Layout(
            2, 3_000, List.of(BLOCK), 2_000, 1, new Depot(0, 500), List.of(new Wall(0, 0, 5)));

    long[][] between = new Streets(layout, List.of(slot(0, 4), slot(0, 5))).betweenStops();

    assertThat(between[0][1]).isEqualTo(500 + 5_500);
    assertThat(between[0][2]).isEqualTo(500 + 3_000 + 12_000 + 3_000 + 5_500);
    assertThat(between[1][2]).isEqualTo(5_500 + 3_000 + 12_000 + 3_000 + 5_500);
  }

  @Test
  void heldAndKarpFindTheShortestTrip() {
    long[][] square = {{0, 1, 9, 1}, {1, 0, 1, 9}, {9, 1, 0, 1}, {1, 9, 1, 0}};

    assertThat(HeldKarp.lengthMm(square)).isEqualTo(4);
    assertThat(HeldKarp.lengthMm(new long[][] {{0}})).isZero();
    assertThat(HeldKarp.lengthMm(new long[][] {{0, 3}, {3, 0}})).isEqualTo(6);
  }

  @Test
  void firstComeFillsListsInTurnAndWalksThemInAnS() {
    Layout layout = Layout.ofOneBlock(2, 3_000, BLOCK, 2_000, new Depot(0, 0));
    List<PickOrder> orders =
        List.of(
            new PickOrder("1", 2, List.of(slot(0, 0))),
            new PickOrder("2", 2, List.of(slot(0, 9))),
            new PickOrder("3", 1, List.of(slot(0, 0))));

    assertThat(FirstCome.lengthMm(layout, orders, 3)).isEqualTo(2 * 1_500 + 2 * 10_500);
    assertThat(FirstCome.lengthMm(layout, orders, 9)).isEqualTo(2 * 10_500);
  }

  @Test
  void ordersAreLikeThoseOfTheLiterature() {
    List<PickOrder> orders = HennOrders.orders(2_000, Demand.BY_CLASS, new SplittableRandom(1));

    assertThat(orders).allMatch(order -> order.items() >= 5 && order.items() <= 25);
    long items = orders.stream().mapToLong(PickOrder::items).sum();
    long inFirst =
        orders.stream()
            .flatMap(order -> order.slots().stream())
            .filter(one -> one.aisle() == 0)
            .count();
    assertThat(inFirst * 100.0 / items).isBetween(50.0, 54.0);
    assertThat(HennOrders.layout().at(slot(0, 0)).yMm()).isEqualTo(1_000);
    assertThat(HennOrders.layout().crossing(0, 1).yMm()).isEqualTo(46_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void noListHasAShorterWalk(int blocks) {
    Proof proof = Proof.of(20, blocks, 5);

    assertThat(proof.lists).isEqualTo(20);
    assertThat(proof.longer).isZero();
    assertThat(proof.faulty).isZero();
  }

  @Test
  void batchesBeatFirstComeAndLoseNothing() {
    Total total = new BatchRuns().run(2, 30, 45, Demand.BY_CLASS, 1);

    assertThat(total.sets()).isEqualTo(2);
    assertThat(total.wrong()).isZero();
    assertThat(total.oursMm()).isPositive().isLessThan(total.baselineMm());
  }
}
