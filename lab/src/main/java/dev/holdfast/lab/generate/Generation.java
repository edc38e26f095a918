package dev.holdfast.lab.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import me.tongfei.progressbar.ProgressBar;

/** Writes all days of all clients, one file after the other on each thread. */
final class Generation {
  /** Writes one client's days; one for each thread. */
  interface DayFiles {
    Written write(ClientDay day) throws IOException;
  }

  /** Makes one for a thread. */
  interface Writers {
    DayFiles make(Demand demand, Path folder);
  }

  record Written(int orders, int files, long bytes) {}

  record Result(long orders, long files, long bytes, double seconds) {
    double perSecond() {
      return orders / seconds;
    }
  }

  private final Demand demand;
  private final Path folder;
  private final int threads;
  private final Writers writers;

  Generation(Demand demand, Path folder, int threads, Writers writers) {
    this.demand = demand;
    this.folder = folder;
    this.threads = threads;
    this.writers = writers;
  }

  /** All days, the largest first, so that no thread is left with a large one at the end. */
  private List<ClientDay> days() {
    List<ClientDay> all = new ArrayList<>();
    for (ClientProfile client : demand.profiles()) {
      for (int i = 0; i < demand.days(); i++) {
        all.add(new ClientDay(demand, client, demand.from().plusDays(i)));
      }
    }
    all.sort(Comparator.comparingInt(ClientDay::orders).reversed());
    return all;
  }

  Result run(boolean progress) {
    List<ClientDay> days = days();
    AtomicInteger next = new AtomicInteger();
    LongAdder orders = new LongAdder();
    LongAdder files = new LongAdder();
    LongAdder bytes = new LongAdder();
    long began = System.nanoTime();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads);
        ProgressBar bar = progress ? ProgressLine.orders("Writing", demand.orders()) : null) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        running.add(
            pool.submit(() -> {
              DayFiles out = writers.make(demand, folder);
              for (int at = next.getAndIncrement(); at < days.size(); at = next.getAndIncrement()) {
                Written written = out.write(days.get(at));
                orders.add(written.orders());
                files.add(written.files());
                bytes.add(written.bytes());
                if (bar != null) {
                  bar.stepBy(written.orders());
                }
              }
              return null;
            }));
      }
      await(running);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Result(orders.sum(), files.sum(), bytes.sum(), seconds);
  }

  private static void await(List<Future<?>> running) {
    try {
      for (Future<?> each : running) {
        each.get();
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException io) {
        throw new UncheckedIOException("cannot write: " + io.getMessage(), io);
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", stopped);
    }
  }
}
