package dev.holdfast.bench.fulfilment.pick;

import dev.holdfast.bench.fulfilment.pick.HennOrders.Demand;
import dev.holdfast.domain.fulfilment.pick.Batch;
import dev.holdfast.domain.fulfilment.pick.Batches;
import dev.holdfast.domain.fulfilment.pick.Batching;
import dev.holdfast.domain.fulfilment.pick.Layout;
import dev.holdfast.domain.fulfilment.pick.PickOrder;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.SplittableRandom;

/** Batches sets of random orders, each beside the baseline, and sums up. */
final class BatchRuns {
  private static final double PERCENT = 100;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Layout layout = HennOrders.layout();

  /**
   * Sums over several sets of orders.
   *
   * @param cpuNanos CPU time of our batching
   * @param worstNanos the longest time of one set, by the clock
   * @param wrong sets in which an order was lost, doubled or put into a batch without room
   */
  record Total(int sets, long oursMm, long baselineMm, long cpuNanos, long worstNanos, int wrong) {
    static final Total NONE = new Total(0, 0, 0, 0, 0, 0);

    Total plus(Total more) {
      return new Total(
          sets + more.sets,
          oursMm + more.oursMm,
          baselineMm + more.baselineMm,
          cpuNanos + more.cpuNanos,
          Math.max(worstNanos, more.worstNanos),
          wrong + more.wrong);
    }

    /** How much longer all of our walks are than the baseline's, percent; negative is shorter. */
    double percent() {
      return PERCENT * (oursMm - baselineMm) / baselineMm;
    }
  }

  /** Batches so many sets; the same seed gives the same sets. */
  Total run(int sets, int orders, int capacity, Demand demand, long seed) {
    Total total = Total.NONE;
    SplittableRandom random = new SplittableRandom(seed);
    for (int set = 0; set < sets; set++) {
      List<PickOrder> wave = HennOrders.orders(orders, demand, random);
      Batching batching = new Batching(layout, capacity);
      long cpuStart = THREADS.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      Batches batches = batching.of(wave);
      long nanos = System.nanoTime() - start;
      long cpu = THREADS.getCurrentThreadCpuTime() - cpuStart;
      long baseline = FirstCome.lengthMm(layout, wave, capacity);
      int wrong = sound(batches, wave, capacity) ? 0 : 1;
      total = total.plus(new Total(1, batches.lengthMm(), baseline, cpu, nanos, wrong));
    }
    return total;
  }

  private static boolean sound(Batches batches, List<PickOrder> wave, int capacity) {
    List<String> batched =
        batches.batches().stream()
            .flatMap(one -> one.orders().stream())
            .map(PickOrder::id)
            .sorted()
            .toList();
    boolean fits =
        batches.batches().stream()
            .map(Batch::orders)
            .allMatch(all -> all.stream().mapToLong(PickOrder::items).sum() <= capacity);
    return fits
        && batches.tooLarge().isEmpty()
        && batched.equals(wave.stream().map(PickOrder::id).sorted().toList());
  }
}
