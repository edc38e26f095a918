package dev.holdfast.bench.fulfilment.pick;

import dev.holdfast.domain.fulfilment.pick.Layout;
import dev.holdfast.domain.fulfilment.pick.Point;
import dev.holdfast.domain.fulfilment.pick.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How far it is between any two places of a floor, found by Floyd and Warshall over all pieces of
 * aisle: on purpose nothing of how {@code ShortestWalk} sees a floor.
 */
final class Streets {
  private static final long FAR = Long.MAX_VALUE / 4;

  /** A slot or a crossing; its height orders the places and walls of an aisle. */
  private record Place(int node, long height, long yMm) {}

  private final Layout layout;
  private final long[][] far;
  private final int firstSlot;

  Streets(Layout layout, List<Slot> slots) {
    this.layout = layout;
    int crossings = layout.blocks().size() + 1;
    firstSlot = layout.aisles() * crossings;
    far = new long[firstSlot + slots.size()][firstSlot + slots.size()];
    for (int node = 0; node < far.length; node++) {
      Arrays.fill(far[node], FAR);
      far[node][node] = 0;
    }
    for (int aisle = 0; aisle < layout.aisles(); aisle++) {
      List<Place> places = new ArrayList<>();
      for (int cross = 0; cross < crossings; cross++) {
        int node = aisle * crossings + cross;
        places.add(new Place(node, height(cross, -1), layout.crossing(aisle, cross).yMm()));
        if (aisle > 0) {
          connect(node, node - crossings, layout.aislePitchMm());
        }
      }
      for (int index = 0; index < slots.size(); index++) {
        Slot slot = slots.get(index);
        if (slot.aisle() == aisle) {
          long height = height(slot.block(), slot.position());
          places.add(new Place(firstSlot + index, height, layout.at(slot).yMm()));
        }
      }
      alongAisle(aisle, places);
    }
    shorten();
  }

  /** The distances between the depot, which is 0, and the slots, from 1 on; millimetres. */
  long[][] betweenStops() {
    int stops = far.length - firstSlot + 1;
    int crossings = layout.blocks().size() + 1;
    Point depot = layout.depotPoint();
    long out = layout.crossing(layout.depot().aisle(), 0).yMm() - (long) depot.yMm();
    long[][] between = new long[stops][stops];
    for (int from = 0; from < stops; from++) {
      for (int to = 0; to < stops; to++) {
        int one = from == 0 ? layout.depot().aisle() * crossings : firstSlot + from - 1;
        int other = to == 0 ? layout.depot().aisle() * crossings : firstSlot + to - 1;
        boolean leaves = (from == 0) != (to == 0);
        between[from][to] = far[one][other] + (leaves ? out : 0);
      }
    }
    return between;
  }

  private static long height(int block, int position) {
    return ((long) block << Integer.SIZE) + position;
  }

  private void alongAisle(int aisle, List<Place> places) {
    places.sort(Comparator.comparingLong(Place::height));
    for (int index = 1; index < places.size(); index++) {
      Place below = places.get(index - 1);
      Place above = places.get(index);
      boolean walled =
          layout.walls().stream()
              .filter(wall -> wall.aisle() == aisle)
              .mapToLong(wall -> height(wall.block(), wall.beforePosition()))
              .anyMatch(wall -> below.height() < wall && wall <= above.height());
      if (!walled) {
        connect(below.node(), above.node(), above.yMm() - below.yMm());
      }
    }
  }

  private void connect(int one, int other, long lengthMm) {
    far[one][other] = Math.min(far[one][other], lengthMm);
    far[other][one] = far[one][other];
  }

  private void shorten() {
    for (int over = 0; over < far.length; over++) {
      for (int from = 0; from < far.length; from++) {
        for (int to = 0; to < far.length; to++) {
          far[from][to] = Math.min(far[from][to], far[from][over] + far[over][to]);
        }
      }
    }
  }
}
