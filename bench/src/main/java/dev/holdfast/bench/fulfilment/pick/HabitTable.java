package dev.holdfast.bench.fulfilment.pick;

import dev.holdfast.bench.fulfilment.pick.HennOrders.Demand;
import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Table;
import dev.holdfast.domain.fulfilment.pick.Habit;
import dev.holdfast.domain.fulfilment.pick.Layout;
import dev.holdfast.domain.fulfilment.pick.ShortestWalk;
import dev.holdfast.domain.fulfilment.pick.Slot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** How much longer pickers walk by habit, on the layout of the batches. */
final class HabitTable {
  private static final int[] PICKS = {15, 30, 45, 60, 75};
  private static final int MM_PER_METRE = 1_000;

  private final Layout layout = HennOrders.layout();
  private final ShortestWalk shortest = new ShortestWalk(layout);

  Table of(Demand demand, int lists, long seed) {
    Table table =
        new Table("picks", "shortest m", "S-shape", "return", "largest gap", "us per walk");
    for (int picks : PICKS) {
      table.row(row(picks, demand, lists, new SplittableRandom(seed)).toArray(String[]::new));
    }
    return table;
  }

  private List<String> row(int picks, Demand demand, int lists, SplittableRandom random) {
    long least = 0;
    long nanos = 0;
    Map<Habit, Long> walked = new EnumMap<>(Habit.class);
    for (int list = 0; list < lists; list++) {
      List<Slot> slots = HennOrders.slots(picks, demand, random);
      long start = System.nanoTime();
      least += shortest.over(slots).lengthMm();
      nanos += System.nanoTime() - start;
      for (Habit habit : Habit.values()) {
        walked.merge(habit, habit.over(layout, slots).lengthMm(), Long::sum);
      }
    }
    List<String> cells = new ArrayList<>();
    cells.add(Integer.toString(picks));
    cells.add(Numbers.text(least / lists / MM_PER_METRE));
    for (long length : walked.values()) {
      cells.add(PickPath.percent(length, least));
    }
    cells.add(Numbers.text(Numbers.micros((double) nanos / lists)));
    return cells;
  }
}
