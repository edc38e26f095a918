package dev.holdfast.domain.fulfilment.pick;

import dev.holdfast.domain.fulfilment.pick.Layout.Block;
import dev.holdfast.domain.fulfilment.pick.Layout.Depot;
import dev.holdfast.domain.fulfilment.pick.Layout.Wall;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Layouts and slots for tests. */
final class Floors {
  /** 5 aisles 3 m apart, 10 positions of 1 m, cross aisles of 2 m, the depot before aisle 0. */
  static final Layout SMALL =
      Layout.ofOneBlock(5, 3_000, new Block(10_000, 10), 2_000, new Depot(0, 0));

  private Floors() {}

  static Slot slot(int aisle, int position) {
    return new Slot(aisle, 0, position, Side.LEFT, 0);
  }

  /** A layout of every proportion, with walls in some passages. */
  static Layout random(SplittableRandom random, int blocks, boolean walled) {
    int aisles = random.nextInt(1, 7);
    List<Block> all = new ArrayList<>();
    List<Wall> walls = new ArrayList<>();
    for (int block = 0; block < blocks; block++) {
      int slots = random.nextInt(4) == 0 ? random.nextInt(1, 150) : random.nextInt(1, 12);
      all.add(new Block(random.nextInt(1, 40_000), slots));
      for (int wall = walled ? random.nextInt(3) : 0; wall > 0; wall--) {
        walls.add(new Wall(random.nextInt(aisles), block, random.nextInt(slots + 1)));
      }
    }
    Depot depot = new Depot(random.nextInt(aisles), random.nextInt(3_000));
    int pitch = random.nextInt(1, 20_000);
    return new Layout(aisles, pitch, all, random.nextInt(4_000), 2, depot, walls);
  }

  /** Slots that can be reached; fewer than asked for if hardly any can. */
  static List<Slot> slots(SplittableRandom random, Layout layout, int count) {
    List<Slot> slots = new ArrayList<>();
    for (int tries = 0; tries < 10 * count && slots.size() < count; tries++) {
      int block = random.nextInt(layout.blocks().size());
      int position = random.nextInt(layout.blocks().get(block).slotsPerSide());
      Side side = random.nextBoolean() ? Side.LEFT : Side.RIGHT;
      Slot slot = new Slot(random.nextInt(layout.aisles()), block, position, side, 0);
      if (LayoutRules.check(layout, List.of(slot)).isEmpty()) {
        slots.add(slot);
      }
    }
    return slots;
  }
}
