package dev.holdfast.bench.fulfilment.pick;

import dev.holdfast.domain.fulfilment.pick.Layout;
import dev.holdfast.domain.fulfilment.pick.Point;
import dev.holdfast.domain.fulfilment.pick.ShortestWalk;
import dev.holdfast.domain.fulfilment.pick.Slot;
import dev.holdfast.domain.fulfilment.pick.Walk;
import java.util.HashSet;
import java.util.List;

/** Compares walks over random lists with the shortest there are. */
final class Proof {
  /** Held-Karp tries every set of stops; one more doubles its time. */
  static final int MOST_STOPS = 11;

  private static final double PERCENT = 100;

  int lists;
  int longer;
  int faulty;
  double meanGap;
  double worstGap;

  /** Tries so many lists on layouts of so many blocks. */
  static Proof of(int lists, int blocks, long seed) {
    Proof proof = new Proof();
    RandomLists random = new RandomLists(seed);
    for (int list = 0; list < lists; list++) {
      Layout layout = random.layout(blocks);
      proof.compare(layout, random.slots(layout, random.upTo(MOST_STOPS)));
    }
    proof.meanGap /= lists;
    return proof;
  }

  private void compare(Layout layout, List<Slot> slots) {
    Walk walk = new ShortestWalk(layout).over(slots);
    long shortest = HeldKarp.lengthMm(new Streets(layout, slots).betweenStops());
    double gap = PERCENT * (walk.lengthMm() - shortest) / shortest;
    lists++;
    longer += walk.lengthMm() == shortest ? 0 : 1;
    faulty += sound(walk, layout, slots) ? 0 : 1;
    meanGap += gap;
    worstGap = Math.max(worstGap, gap);
  }

  /** Whether a walk is one line from the depot to the depot, over all slots, as long as it says. */
  private static boolean sound(Walk walk, Layout layout, List<Slot> slots) {
    Point depot = layout.depotPoint();
    long length = 0;
    boolean straight = true;
    for (int corner = 1; corner < walk.line().size(); corner++) {
      Point from = walk.line().get(corner - 1);
      Point to = walk.line().get(corner);
      straight &= from.xMm() == to.xMm() || from.yMm() == to.yMm();
      length += Math.abs(from.xMm() - to.xMm()) + Math.abs(from.yMm() - to.yMm());
    }
    return straight
        && length == walk.lengthMm()
        && walk.line().getFirst().equals(depot)
        && walk.line().getLast().equals(depot)
        && new HashSet<>(walk.stops()).equals(new HashSet<>(slots))
        && slots.stream().allMatch(slot -> passes(walk, layout.at(slot)));
  }

  private static boolean passes(Walk walk, Point at) {
    for (int corner = 1; corner < walk.line().size(); corner++) {
      Point from = walk.line().get(corner - 1);
      Point to = walk.line().get(corner);
      if (between(from.xMm(), at.xMm(), to.xMm()) && between(from.yMm(), at.yMm(), to.yMm())) {
        return true;
      }
    }
    return false;
  }

  private static boolean between(int one, int value, int other) {
    return Math.min(one, other) <= value && value <= Math.max(one, other);
  }
}
