package dev.holdfast.bench.fulfilment.pick;

import dev.holdfast.domain.fulfilment.pick.Layout;
import dev.holdfast.domain.fulfilment.pick.Layout.Block;
import dev.holdfast.domain.fulfilment.pick.Layout.Depot;
import dev.holdfast.domain.fulfilment.pick.PickOrder;
import dev.holdfast.domain.fulfilment.pick.Side;
import dev.holdfast.domain.fulfilment.pick.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Random orders like those of Henn and Wäscher, "Tabu search heuristics for the order batching
 * problem in manual order picking systems" (European Journal of Operational Research 222, 2012):
 * one block of 10 aisles with 90 storage locations each, one length unit (a metre here) from one to
 * the next, five between aisles, one from the last location into the cross aisle, the depot before
 * the first aisle, 1.5 units from its first location; 5 to 25 items per order, all counts equally
 * likely.
 */
final class HennOrders {
  private static final int AISLES = 10;
  private static final int PER_SIDE = 45;
  private static final int UNIT_MM = 1_000;
  private static final int LEAST_ITEMS = 5;
  private static final int MOST_ITEMS = 25;
  private static final int PERCENT = 100;

  /** Who is asked for: half of the demand in the first aisle, or the same in all aisles. */
  enum Demand {
    /** 52 % in the first aisle, 36 % in the next three, 12 % in the last six. */
    BY_CLASS,
    UNIFORM
  }

  private HennOrders() {}

  static Layout layout() {
    Block block = new Block(PER_SIDE * UNIT_MM, PER_SIDE);
    return Layout.ofOneBlock(AISLES, 5 * UNIT_MM, block, UNIT_MM, new Depot(0, UNIT_MM / 2));
  }

  static List<PickOrder> orders(int count, Demand demand, SplittableRandom random) {
    List<PickOrder> orders = new ArrayList<>();
    for (int order = 0; order < count; order++) {
      int items = random.nextInt(LEAST_ITEMS, MOST_ITEMS + 1);
      orders.add(new PickOrder("order-" + order, items, slots(items, demand, random)));
    }
    return orders;
  }

  static List<Slot> slots(int items, Demand demand, SplittableRandom random) {
    List<Slot> slots = new ArrayList<>();
    for (int item = 0; item < items; item++) {
      int aisle = demand == Demand.UNIFORM ? random.nextInt(AISLES) : byClass(random);
      Side side = random.nextBoolean() ? Side.LEFT : Side.RIGHT;
      slots.add(new Slot(aisle, 0, random.nextInt(PER_SIDE), side, 0));
    }
    return slots;
  }

  private static int byClass(SplittableRandom random) {
    int percent = random.nextInt(PERCENT);
    if (percent < 52) {
      return 0;
    }
    return percent < 88 ? random.nextInt(1, 4) : random.nextInt(4, AISLES);
  }
}
