package dev.holdfast.domain.fulfilment.pick;

import dev.holdfast.domain.fulfilment.pick.Programme.Choices;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Orders the steps that the {@link Programme} chose into one walk: every crossing has an even
 * number of them and all hang together, so there is a circuit (Hierholzer 1873). Ways that come
 * back to where they began are walked when their crossing is reached first.
 */
final class Circuit {
  private final Floor floor;
  private final int crossings;
  private final List<Deque<Link>> links = new ArrayList<>();
  private final List<List<Excursion>> excursions = new ArrayList<>();

  /** One step between two crossings, known to both. */
  private static final class Link {
    private final int from;
    private final int to;
    private boolean used;

    Link(int from, int to) {
      this.from = from;
      this.to = to;
    }
  }

  /** A way into a passage and back. */
  private record Excursion(int block, int position, boolean fromFront) {}

  Circuit(Floor floor, long[] footprint, Choices choices) {
    this.floor = floor;
    crossings = floor.blocks + 1;
    for (int crossing = 0; crossing < floor.aisles * crossings; crossing++) {
      links.add(new ArrayDeque<>());
      excursions.add(new ArrayList<>());
    }
    int steps = 2 * crossings - 1;
    for (int index = 0; index < choices.taken().length; index++) {
      int aisle = choices.firstAisle() + index / steps;
      int step = index % steps;
      int taken = choices.taken()[index];
      if (step < floor.blocks) {
        passage(footprint, aisle, step, Way.ALL[taken]);
      } else {
        int cross = step - floor.blocks;
        link(crossing(aisle, cross), crossing(aisle + 1, cross), taken);
      }
    }
  }

  /** The walk that picks these slots. */
  Walk walk(Collection<Slot> slots) {
    Trail trail = new Trail(floor, slots);
    int depot = crossing(floor.layout().depot().aisle(), 0);
    int at = -1;
    for (int crossing : order(depot)) {
      int aisle = crossing / crossings;
      int cross = crossing % crossings;
      if (at >= 0 && at / crossings == aisle) {
        boolean fromFront = at < crossing;
        trail.pass(aisle, fromFront ? cross - 1 : cross, fromFront);
      } else {
        trail.to(aisle, cross);
      }
      for (Excursion one : excursions.get(crossing)) {
        trail.reach(aisle, one.block(), one.position(), one.fromFront());
      }
      excursions.get(crossing).clear();
      at = crossing;
    }
    return trail.end();
  }

  private List<Integer> order(int depot) {
    Deque<Integer> open = new ArrayDeque<>();
    List<Integer> order = new ArrayList<>();
    open.push(depot);
    while (!open.isEmpty()) {
      Deque<Link> leaving = links.get(open.element());
      while (!leaving.isEmpty() && leaving.element().used) {
        leaving.remove();
      }
      if (leaving.isEmpty()) {
        order.add(open.pop());
      } else {
        Link link = leaving.remove();
        link.used = true;
        open.push(link.from == open.element() ? link.to : link.from);
      }
    }
    Collections.reverse(order);
    return order;
  }

  private int crossing(int aisle, int cross) {
    return aisle * crossings + cross;
  }

  private void passage(long[] footprint, int aisle, int block, Way way) {
    int front = crossing(aisle, block);
    int passage = floor.passage(aisle, block);
    switch (way) {
      case NONE -> {}
      case PASS -> link(front, front + 1, 1);
      case TWICE -> link(front, front + 1, 2);
      case FRONT ->
          excursions
              .get(front)
              .add(new Excursion(block, floor.turn(footprint, passage, way), true));
      case BACK ->
          excursions
              .get(front + 1)
              .add(new Excursion(block, floor.turn(footprint, passage, way), false));
      case GAP -> {
        int[] turns = floor.turns(footprint, passage);
        excursions.get(front).add(new Excursion(block, turns[0], true));
        excursions.get(front + 1).add(new Excursion(block, turns[1], false));
      }
    }
  }

  private void link(int from, int to, int copies) {
    for (int copy = 0; copy < copies; copy++) {
      Link link = new Link(from, to);
      links.get(from).add(link);
      links.get(to).add(link);
    }
  }
}
