package dev.holdfast.domain.fulfilment.pick;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The habits of pickers who follow a simple rule, as Hall, "Distance approximations for routing
 * manual pickers in a warehouse" (IIE Transactions 25, 1993), describes them: what a shortest walk
 * is compared with. For one block without walls.
 */
public enum Habit {
  /** Through each aisle with a pick, in turns up and down; back out of an odd last one. */
  S_SHAPE,
  /** Into each aisle with a pick as far as needed, and back out. */
  RETURN,
  /** Around the outermost aisles, into the others from both ends, leaving out the largest gap. */
  LARGEST_GAP;

  /** The walk of somebody with this habit; throws if the layout has blocks or walls. */
  public Walk over(Layout layout, Collection<Slot> slots) {
    if (layout.blocks().size() != 1 || !layout.walls().isEmpty()) {
      throw new IllegalArgumentException(
          "The " + this + " habit is for one block without walls; use ShortestWalk.");
    }
    Floor floor = new Floor(layout);
    Trail trail = new Trail(floor, slots);
    if (slots.isEmpty()) {
      return trail.end();
    }
    NavigableMap<Integer, NavigableSet<Integer>> picks = new TreeMap<>();
    for (Slot slot : slots) {
      picks.computeIfAbsent(slot.aisle(), any -> new TreeSet<>()).add(slot.position());
    }
    trail.to(layout.depot().aisle(), 0);
    switch (this) {
      case S_SHAPE -> inTurns(trail, picks);
      case RETURN -> picks.forEach((aisle, of) -> out(trail, aisle, of.last(), true));
      case LARGEST_GAP -> around(trail, floor, picks);
    }
    trail.to(layout.depot().aisle(), 0);
    return trail.end();
  }

  private static void inTurns(Trail trail, NavigableMap<Integer, NavigableSet<Integer>> picks) {
    boolean front = true;
    for (Map.Entry<Integer, NavigableSet<Integer>> entry : picks.entrySet()) {
      int aisle = entry.getKey();
      if (front && aisle == picks.lastKey()) {
        out(trail, aisle, entry.getValue().last(), true);
      } else {
        trail.to(aisle, front ? 0 : 1);
        trail.pass(aisle, 0, front);
        front = !front;
      }
    }
  }

  private static void around(
      Trail trail, Floor floor, NavigableMap<Integer, NavigableSet<Integer>> picks) {
    int first = picks.firstKey();
    int last = picks.lastKey();
    if (first == last) {
      out(trail, first, picks.firstEntry().getValue().last(), true);
      return;
    }
    trail.to(first, 0);
    trail.pass(first, 0, true);
    var between = picks.subMap(first, false, last, false);
    between.forEach((aisle, of) -> {
      List<Integer> back = split(floor, of).get(1);
      if (!back.isEmpty()) {
        out(trail, aisle, back.getFirst(), false);
      }
    });
    trail.to(last, 1);
    trail.pass(last, 0, false);
    between
        .descendingMap()
        .forEach((aisle, of) -> {
          List<Integer> front = split(floor, of).getFirst();
          if (!front.isEmpty()) {
            out(trail, aisle, front.getLast(), true);
          }
        });
  }

  /** What lies before the largest gap, and what behind; the ways to both ends count as gaps. */
  private static List<List<Integer>> split(Floor floor, NavigableSet<Integer> picks) {
    List<Integer> all = new ArrayList<>(picks);
    int widest = -1;
    int cut = 0;
    for (int index = 0; index <= all.size(); index++) {
      int from = index == 0 ? 0 : floor.offsetMm(0, all.get(index - 1));
      int to = index == all.size() ? floor.lengthMm(0) : floor.offsetMm(0, all.get(index));
      if (to - from > widest) {
        widest = to - from;
        cut = index;
      }
    }
    return List.of(all.subList(0, cut), all.subList(cut, all.size()));
  }

  private static void out(Trail trail, int aisle, int position, boolean fromFront) {
    trail.to(aisle, fromFront ? 0 : 1);
    trail.reach(aisle, 0, position, fromFront);
  }
}
