package dev.holdfast.application.floor;

import dev.holdfast.storage.api.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every few seconds whether a server that died left something on the floor in the middle.
 * Each node that takes commands does: completing twice changes nothing twice.
 */
public final class FloorRounds implements AutoCloseable {
  /** One small index scan each; pickers wait for the wave. */
  private static final Duration BETWEEN = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(FloorRounds.class);

  private final CompleteFloor completion;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  public FloorRounds(CompleteFloor completion) {
    this.completion = completion;
    this.thread = Thread.ofVirtual().name("floor-rounds").unstarted(this::loop);
  }

  public void start() {
    thread.start();
  }

  private void loop() {
    try {
      while (!stop.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS)) {
        round();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void round() {
    try {
      int done = completion.run();
      if (done > 0) {
        LOG.info("completed {} waves or pick lists that were left in the middle", done);
      }
    } catch (StoreUnavailableException wait) {
      LOG.warn("the floor waits for the store: {}", wait.getMessage());
    } catch (RuntimeException bug) {
      LOG.error("work on the floor could not be completed; it is tried again", bug);
    }
  }

  @Override
  public void close() {
    stop.countDown();
    if (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
