package dev.holdfast.bench.fulfilment.pick;

import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.fulfilment.pick.Layout;
import dev.holdfast.domain.fulfilment.pick.Layout.Block;
import dev.holdfast.domain.fulfilment.pick.Layout.Depot;
import dev.holdfast.domain.fulfilment.pick.Layout.Wall;
import dev.holdfast.domain.fulfilment.pick.LayoutRules;
import dev.holdfast.domain.fulfilment.pick.Side;
import dev.holdfast.domain.fulfilment.pick.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random layouts of every proportion, and random slots of them that can be reached. */
final class RandomLists {
  private static final int MOST_AISLES = 10;
  private static final int MOST_SLOTS = 40;
  private static final int MOST_LENGTH_MM = 50_000;
  private static final int MOST_PITCH_MM = 10_000;
  private static final int MOST_CROSS_MM = 4_000;
  private static final int ONE_IN_WALLED = 4;

  private final SplittableRandom random;

  RandomLists(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A layout with at least one slot that can be reached. */
  Layout layout(int blocks) {
    Layout layout = anyLayout(blocks);
    while (reachable(layout).isEmpty()) {
      layout = anyLayout(blocks);
    }
    return layout;
  }

  private Layout anyLayout(int blocks) {
    int aisles = random.nextInt(1, MOST_AISLES + 1);
    List<Block> all = new ArrayList<>();
    List<Wall> walls = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      int slots = random.nextInt(1, MOST_SLOTS + 1);
      all.add(new Block(random.nextInt(1, MOST_LENGTH_MM), slots));
      if (random.nextInt(ONE_IN_WALLED) == 0) {
        walls.add(new Wall(random.nextInt(aisles), block, random.nextInt(slots + 1)));
      }
    }
    Depot depot = new Depot(random.nextInt(aisles), random.nextInt(MOST_CROSS_MM));
    int pitch = random.nextInt(1, MOST_PITCH_MM);
    return new Layout(aisles, pitch, all, random.nextInt(MOST_CROSS_MM), 2, depot, walls);
  }

  /** So many slots of a layout that can be reached; one may be there several times. */
  List<Slot> slots(Layout layout, int count) {
    List<Slot> reachable = reachable(layout);
    List<Slot> slots = new ArrayList<>();
    for (int slot = 0; slot < count; slot++) {
      slots.add(reachable.get(random.nextInt(reachable.size())));
    }
    return slots;
  }

  private static List<Slot> reachable(Layout layout) {
    List<Slot> reachable = new ArrayList<>();
    for (int aisle = 0; aisle < layout.aisles(); aisle++) {
      for (int block = 0; block < layout.blocks().size(); block++) {
        for (int position = 0; position < layout.blocks().get(block).slotsPerSide(); position++) {
          Side side = position % 2 == 0 ? Side.LEFT : Side.RIGHT;
          reachable.add(new Slot(aisle, block, position, side, position % layout.levels()));
        }
      }
    }
    List<Slot> all = List.copyOf(reachable);
    for (Violation one : LayoutRules.check(layout, all)) {
      reachable.remove(all.get(index(one)));
    }
    return reachable;
  }

  /** The index of a slot that a check names: {@code slots[3]}. */
  private static int index(Violation violation) {
    String field = violation.field();
    return Integer.parseInt(field.substring(field.indexOf('[') + 1, field.indexOf(']')));
  }

  int upTo(int most) {
    return random.nextInt(1, most + 1);
  }
}
