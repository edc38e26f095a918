package dev.holdfast.domain.fulfilment.pick;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The shortest walk as somebody would find it who knows no theory: a graph of single positions,
 * Dijkstra from each stop, then Held and Karp over all sets of stops.
 */
final class Oracle {
  private static final long FAR = Long.MAX_VALUE / 4;

  /** A spot of an aisle: position -1 is the crossing before the block. */
  private record Spot(int aisle, int block, int position) {}

  private record Reached(Spot spot, long far) {}

  private final Layout layout;
  private final Map<Spot, Map<Spot, Long>> streets = new HashMap<>();

  Oracle(Layout layout) {
    this.layout = layout;
    int blocks = layout.blocks().size();
    for (int aisle = 0; aisle < layout.aisles(); aisle++) {
      for (int block = 0; block <= blocks; block++) {
        Spot crossing = new Spot(aisle, block, -1);
        if (aisle > 0) {
          connect(crossing, new Spot(aisle - 1, block, -1), layout.aislePitchMm());
        }
        if (block < blocks) {
          alongAisle(aisle, block);
        }
      }
    }
  }

  private void alongAisle(int aisle, int block) {
    int slots = layout.blocks().get(block).slotsPerSide();
    Spot before = new Spot(aisle, block, -1);
    long at = layout.crossing(aisle, block).yMm();
    for (int position = 0; position <= slots; position++) {
      boolean end = position == slots;
      Spot spot = end ? new Spot(aisle, block + 1, -1) : new Spot(aisle, block, position);
      Slot slot = new Slot(aisle, block, position, Side.LEFT, 0);
      long y = end ? layout.crossing(aisle, block + 1).yMm() : layout.at(slot).yMm();
      if (!layout.walls().contains(new Layout.Wall(aisle, block, position))) {
        connect(before, spot, y - at);
      }
      before = spot;
      at = y;
    }
  }

  private void connect(Spot one, Spot other, long far) {
    streets.computeIfAbsent(one, any -> new HashMap<>()).put(other, far);
    streets.computeIfAbsent(other, any -> new HashMap<>()).put(one, far);
  }

  /** Millimetres; 0 without slots. */
  long shortestMm(List<Slot> slots) {
    List<Spot> stops =
        slots.stream()
            .map(slot -> new Spot(slot.aisle(), slot.block(), slot.position()))
            .distinct()
            .toList();
    if (stops.isEmpty()) {
      return 0;
    }
    int count = stops.size();
    Map<Spot, Long> fromDepot = from(new Spot(layout.depot().aisle(), 0, -1));
    long[][] least = new long[1 << count][count];
    for (long[] row : least) {
      Arrays.fill(row, FAR);
    }
    for (int stop = 0; stop < count; stop++) {
      least[1 << stop][stop] = fromDepot.get(stops.get(stop));
    }
    List<Map<Spot, Long>> far = stops.stream().map(this::from).toList();
    for (int set = 1; set < 1 << count; set++) {
      for (int last = 0; last < count; last++) {
        for (int next = 0; next < count; next++) {
          if ((set & (1 << next)) == 0) {
            long length = least[set][last] + far.get(last).get(stops.get(next));
            int larger = set | (1 << next);
            least[larger][next] = Math.min(least[larger][next], length);
          }
        }
      }
    }
    long shortest = FAR;
    for (int last = 0; last < count; last++) {
      shortest = Math.min(shortest, least[(1 << count) - 1][last] + fromDepot.get(stops.get(last)));
    }
    return shortest + 2L * layout.depot().distanceMm();
  }

  /** Whether somebody gets from the depot to a slot. */
  boolean reaches(Slot slot) {
    return from(new Spot(layout.depot().aisle(), 0, -1))
        .containsKey(new Spot(slot.aisle(), slot.block(), slot.position()));
  }

  private Map<Spot, Long> from(Spot start) {
    Map<Spot, Long> settled = new HashMap<>();
    PriorityQueue<Reached> open =
        new PriorityQueue<>((one, other) -> Long.compare(one.far(), other.far()));
    open.add(new Reached(start, 0));
    while (!open.isEmpty()) {
      Reached nearest = open.remove();
      if (settled.putIfAbsent(nearest.spot(), nearest.far()) == null) {
        streets
            .getOrDefault(nearest.spot(), Map.of())
            .forEach((spot, far) -> open.add(new Reached(spot, nearest.far() + far)));
      }
    }
    return settled;
  }
}
