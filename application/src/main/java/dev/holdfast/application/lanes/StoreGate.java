package dev.holdfast.application.lanes;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shuts while the store cannot be reached, so that commands are refused at once instead of each
 * waiting for the same time-out. Whoever meets a failure asks for a look; while it is shut, a
 * thread looks again until the store answers.
 *
 * <p>A look is a question to the store of its own, never the failed command again. Safe for any
 * number of threads.
 */
final class StoreGate implements AutoCloseable {
  /** Soon enough that a crowd that was told to come back in a second finds it open. */
  static final Duration PAUSE = Duration.ofMillis(250);

  private static final Logger LOG = LoggerFactory.getLogger(StoreGate.class);

  private final BooleanSupplier reachable;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final AtomicBoolean looking = new AtomicBoolean();
  private volatile boolean shut;

  /**
   * @param reachable whether the store answers now; must itself answer within about a second
   */
  StoreGate(BooleanSupplier reachable) {
    this.reachable = reachable;
  }

  boolean isShut() {
    return shut;
  }

  /** Something failed: looks now, on the calling thread, and shuts when the store is away. */
  void suspect() {
    if (shut || !looking.compareAndSet(false, true)) {
      return;
    }
    boolean away;
    try {
      away = !reachable.getAsBoolean();
    } finally {
      looking.set(false);
    }
    if (away && stop.getCount() > 0) {
      shut();
    }
  }

  private synchronized void shut() {
    if (!shut) {
      shut = true;
      LOG.warn("the store cannot be reached: commands are refused until it answers");
      Thread.ofVirtual().name("store-gate").start(this::lookUntilReachable);
    }
  }

  private void lookUntilReachable() {
    try {
      while (!stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
        if (reachable.getAsBoolean()) {
          shut = false;
          LOG.info("the store answers again");
          return;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop.countDown();
  }
}
