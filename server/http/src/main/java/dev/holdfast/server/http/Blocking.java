package dev.holdfast.server.http;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Runs what waits for the store on virtual threads, so many at once and no more: a crowd of slow
 * reads must not take what commands need.
 */
public final class Blocking implements AutoCloseable {
  /** Far more than there are connections; those beyond would only wait in a longer queue. */
  public static final int MAX_AT_ONCE = 256;

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Semaphore room = new Semaphore(MAX_AT_ONCE);

  /**
   * Runs work of an exchange and answers for it when it throws.
   *
   * <p>Answers 503 at once when too much waits already.
   */
  public void run(Exchange exchange, Runnable work) {
    if (!room.tryAcquire()) {
      exchange.problem(Failures.overloaded());
      return;
    }
    threads.execute(() -> {
      try {
        work.run();
      } catch (RuntimeException failed) {
        exchange.problem(Failures.toProblem(exchange, failed));
      } finally {
        room.release();
      }
    });
  }

  @Override
  public void close() {
    threads.close();
  }
}
