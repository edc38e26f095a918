package dev.holdfast.domain.fulfilment.pick;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The dynamic programme over {@link Classes}: aisle by aisle it keeps the shortest unfinished walk
 * of each class. Exact for every layout. Time is proportional to the aisles between the outermost
 * picks and the depot, times the classes. Reuses its arrays: one thread at a time.
 */
final class Programme {
  private final Floor floor;
  private final Classes classes;
  private final int depotAisle;
  private final long pitch;
  private final long depotMm;
  private final long[] costs = new long[Way.ALL.length];
  private final int[] open = new int[Way.ALL.length];
  private long[] now;
  private long[] then;

  Programme(Floor floor) {
    this.floor = floor;
    classes = Classes.of(floor.layout().crossings());
    depotAisle = floor.layout().depot().aisle();
    pitch = floor.layout().aislePitchMm();
    depotMm = floor.layout().depot().distanceMm();
    int most = 0;
    for (int step = 0; step < classes.steps; step++) {
      most = Math.max(most, classes.count(step));
    }
    now = new long[most];
    then = new long[most];
  }

  /**
   * The choices of a shortest walk: per step of each aisle from the first on, which one it takes.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves the package
  record Choices(int firstAisle, int lastAisle, int[] taken, long lengthMm) {}

  /** The length of the shortest walk over a footprint, in millimetres; 0 for an empty one. */
  long lengthMm(long[] footprint) {
    int from = from(footprint);
    if (from < 0) {
      return 0;
    }
    int last = last(footprint);
    begin();
    for (int aisle = from; aisle <= last; aisle++) {
      int steps = aisle == last ? classes.crossings - 1 : classes.steps;
      for (int step = 0; step < steps; step++) {
        advance(footprint, aisle, step, null, 0);
      }
    }
    return now[best(last)] + 2 * depotMm;
  }

  /** The choices of the shortest walk over a footprint that is not empty. */
  Choices choose(long[] footprint) {
    int from = from(footprint);
    int last = last(footprint);
    int total = (last - from) * classes.steps + classes.crossings - 1;
    int[] origins = new int[total * now.length];
    begin();
    for (int index = 0; index < total; index++) {
      int aisle = from + index / classes.steps;
      advance(footprint, aisle, index % classes.steps, origins, index * now.length);
    }
    int end = best(last);
    int[] taken = new int[total];
    int at = end;
    for (int index = total - 1; index >= 0; index--) {
      int origin = origins[index * now.length + at];
      int choices = classes.choices(index % classes.steps);
      taken[index] = origin % choices;
      at = origin / choices;
    }
    return new Choices(from, last, taken, now[end] + 2 * depotMm);
  }

  private void begin() {
    Arrays.fill(now, 0, classes.count(0), Floor.IMPOSSIBLE);
    now[classes.empty()] = 0;
  }

  private void advance(long[] footprint, int aisle, int step, int @Nullable [] origins, int at) {
    int[] table = classes.next(step, aisle == depotAisle);
    int choices = classes.choices(step);
    if (classes.isPassage(step)) {
      floor.costs(footprint, floor.passage(aisle, step), costs);
    } else {
      costs[0] = 0;
      costs[1] = pitch;
      costs[2] = 2 * pitch;
    }
    Arrays.fill(then, 0, classes.count((step + 1) % classes.steps), Floor.IMPOSSIBLE);
    int possible = 0;
    for (int choice = 0; choice < choices; choice++) {
      if (costs[choice] < Floor.IMPOSSIBLE) {
        open[possible++] = choice;
      }
    }
    int count = classes.count(step);
    for (int number = 0; number < count; number++) {
      long soFar = now[number];
      if (soFar >= Floor.IMPOSSIBLE) {
        continue;
      }
      for (int index = 0; index < possible; index++) {
        int choice = open[index];
        int to = table[number * choices + choice];
        if (to != Classes.DEAD && soFar + costs[choice] < then[to]) {
          then[to] = soFar + costs[choice];
          if (origins != null) {
            origins[at + to] = number * choices + choice;
          }
        }
      }
    }
    long[] before = now;
    now = then;
    then = before;
  }

  private int best(int lastAisle) {
    int best = -1;
    long least = Floor.IMPOSSIBLE;
    for (int number = 0; number < classes.count(classes.crossings - 1); number++) {
      if (now[number] < least && classes.ends(number, lastAisle == depotAisle)) {
        least = now[number];
        best = number;
      }
    }
    if (best < 0) {
      throw new IllegalArgumentException(
          "No walk reaches these slots; check them with LayoutRules first.");
    }
    return best;
  }

  /** The first aisle that a shortest walk may need; -1 for an empty footprint. */
  private int from(long[] footprint) {
    for (int word = 0; word < footprint.length; word++) {
      if (footprint[word] != 0) {
        return floor.walled() ? 0 : Math.min(aisle(word), depotAisle);
      }
    }
    return -1;
  }

  /** The last aisle that a shortest walk may need. */
  private int last(long[] footprint) {
    int word = footprint.length - 1;
    while (footprint[word] == 0) {
      word--;
    }
    return floor.walled() ? floor.aisles - 1 : Math.max(aisle(word), depotAisle);
  }

  private int aisle(int word) {
    return word / floor.words / floor.blocks;
  }
}
