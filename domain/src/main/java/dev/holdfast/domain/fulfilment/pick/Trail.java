package dev.holdfast.domain.fulfilment.pick;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** A trail grows step by step into a {@link Walk}, and picks whatever it comes by first. */
final class Trail {
  private final Floor floor;
  private final List<TreeMap<Integer, List<Slot>>> waiting = new ArrayList<>();
  private final List<Slot> stops = new ArrayList<>();
  private final List<Point> line = new ArrayList<>();
  private Point at;
  private long lengthMm;

  /** A trail that stands at the depot. */
  Trail(Floor floor, Collection<Slot> slots) {
    this.floor = floor;
    for (int passage = 0; passage < floor.aisles * floor.blocks; passage++) {
      waiting.add(new TreeMap<>());
    }
    for (Slot slot : slots.stream().distinct().sorted().toList()) {
      waiting
          .get(floor.passage(slot.aisle(), slot.block()))
          .computeIfAbsent(slot.position(), any -> new ArrayList<>())
          .add(slot);
    }
    at = floor.layout().depotPoint();
    line.add(at);
  }

  /** Walks straight to where an aisle meets a cross aisle. */
  void to(int aisle, int cross) {
    go(floor.layout().crossing(aisle, cross));
  }

  /** Walks through a passage, from the front to the back or the other way. */
  void pass(int aisle, int block, boolean fromFront) {
    int last = floor.layout().blocks().get(block).slotsPerSide() - 1;
    pick(aisle, block, 0, last, fromFront);
    to(aisle, fromFront ? block + 1 : block);
  }

  /** Walks into a passage as far as a position, and back. */
  void reach(int aisle, int block, int position, boolean fromFront) {
    int last = floor.layout().blocks().get(block).slotsPerSide() - 1;
    pick(aisle, block, fromFront ? 0 : position, fromFront ? position : last, fromFront);
    Point front = floor.layout().crossing(aisle, block);
    go(new Point(front.xMm(), front.yMm() + floor.offsetMm(block, position)));
    to(aisle, fromFront ? block : block + 1);
  }

  /** Walks back to the depot and ends. */
  Walk end() {
    go(floor.layout().depotPoint());
    return new Walk(stops, line, lengthMm);
  }

  private void pick(int aisle, int block, int low, int high, boolean ascending) {
    var passed = waiting.get(floor.passage(aisle, block)).subMap(low, true, high, true);
    (ascending ? passed : passed.descendingMap()).values().forEach(stops::addAll);
    passed.clear();
  }

  private void go(Point to) {
    if (to.equals(at)) {
      return;
    }
    lengthMm += at.straightTo(to);
    int size = line.size();
    if (size > 1 && straight(line.get(size - 2), at, to)) {
      line.removeLast();
    }
    line.add(to);
    at = to;
  }

  private static boolean straight(Point from, Point over, Point to) {
    return Integer.signum(over.xMm() - from.xMm()) == Integer.signum(to.xMm() - over.xMm())
        && Integer.signum(over.yMm() - from.yMm()) == Integer.signum(to.yMm() - over.yMm());
  }
}
