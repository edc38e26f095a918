package dev.holdfast.bench.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The load generator. It shares the machine with what it measures, so it is lean: few threads, each
 * with one selector, one write and one read per request, no allocation per request. It measures its
 * own CPU time, so that a report can say when the generator was the limit.
 */
public final class LoadGenerator {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final int threads;

  /**
   * @param threads selector threads; one is best where server and database share two cores
   */
  public LoadGenerator(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("The generator needs at least one thread.");
    }
    this.threads = threads;
  }

  /**
   * Runs the plan and returns when every answer has come or 30 s after sending has stopped.
   *
   * @throws IOException if the target cannot be reached or stops accepting connections
   */
  public LoadResult run(LoadPlan plan) throws IOException, InterruptedException {
    int used = Math.min(threads, plan.connections());
    List<LoadLoop> loops = new ArrayList<>();
    for (int index = 0; index < used; index++) {
      loops.add(new LoadLoop(plan, index, used));
    }
    long start = System.nanoTime();
    long stop = start + plan.time().toNanos();
    List<Callable<Long>> work = new ArrayList<>();
    loops.forEach(loop -> work.add(() -> cpuNanosOf(loop, start, stop)));
    long cpuNanos = runAll(work);
    long window = Math.min(System.nanoTime() - start, plan.time().toNanos());
    return new LoadResult(loops, window, cpuNanos);
  }

  private static long cpuNanosOf(LoadLoop loop, long start, long stop) {
    long before = THREADS.getCurrentThreadCpuTime();
    loop.run(start, stop);
    return THREADS.getCurrentThreadCpuTime() - before;
  }

  private static long runAll(List<Callable<Long>> work) throws IOException, InterruptedException {
    try (ExecutorService executor = Executors.newFixedThreadPool(work.size())) {
      long sum = 0;
      for (Future<Long> loop : executor.invokeAll(work)) {
        sum += loop.get();
      }
      return sum;
    } catch (ExecutionException failed) {
      throw new IOException("The load broke off: " + failed.getCause(), failed.getCause());
    }
  }
}
