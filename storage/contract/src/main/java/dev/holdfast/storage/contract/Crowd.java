package dev.holdfast.storage.contract;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Several people who act at the same moment, each on a thread of its own. */
final class Crowd {
  /** Far above any honest run: who is not back by then waits for ever. */
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  private Crowd() {}

  /**
   * Starts so many people together and waits for all.
   *
   * @return what each brought back, in order
   */
  static <T> List<T> together(int people, IntFunction<T> act) {
    CyclicBarrier start = new CyclicBarrier(people);
    List<Callable<T>> acts = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      int person = i;
      acts.add(() -> {
        start.await(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        return act.apply(person);
      });
    }
    ExecutorService threads = Executors.newFixedThreadPool(people);
    try {
      List<T> brought = new ArrayList<>();
      List<Future<T>> running = acts.stream().map(threads::submit).toList();
      for (Future<T> one : running) {
        brought.add(one.get(DEADLINE.toSeconds(), TimeUnit.SECONDS));
      }
      return brought;
    } catch (ExecutionException failed) {
      throw new AssertionError("one of " + people + " failed: " + failed.getCause(), failed);
    } catch (TimeoutException stuck) {
      throw new AssertionError("one of " + people + " is not back after " + DEADLINE, stuck);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", stopped);
    } finally {
      threads.shutdownNow();
    }
  }
}
