package dev.holdfast.application.reporting.fold;

import dev.holdfast.application.reporting.fold.FoldFacts.Step;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds facts on the node that leads, on a thread of its own. After each window it rests as long as
 * it worked, so that it takes half of one core of the database at most, however much there is.
 */
public final class FoldLoop implements AutoCloseable {
  /** After a mistake of ours: what fails will fail again, and the log must stay readable. */
  private static final Duration AFTER_A_BUG = Duration.ofSeconds(10);

  /** How often a node that does not lead looks how fresh reports are. */
  private static final Duration WATCH = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(FoldLoop.class);

  private final FoldFacts facts;
  private final BooleanSupplier leads;
  private final Duration interval;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  /**
   * @param leads whether this node folds; asked before each window
   * @param interval between looks at what is new
   */
  public FoldLoop(FoldFacts facts, BooleanSupplier leads, Duration interval) {
    this.facts = facts;
    this.leads = leads;
    this.interval = interval;
    this.thread = Thread.ofPlatform().name("reports").unstarted(this::loop);
  }

  public void start() {
    thread.start();
  }

  private void loop() {
    try {
      Duration pause = interval;
      while (!stop.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        pause = round();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Works, and says how long to rest. */
  private Duration round() {
    long began = System.nanoTime();
    try {
      if (!leads.getAsBoolean()) {
        facts.watch();
        return WATCH;
      }
      Step step = facts.step();
      Duration worked = Duration.ofNanos(System.nanoTime() - began);
      facts.figures().worked(worked);
      boolean more = step == Step.GO_ON;
      return more || worked.compareTo(interval) > 0 ? worked : interval;
    } catch (StoreUnavailableException wait) {
      LOG.warn("reports wait for the store: {}", wait.getMessage());
      return interval.compareTo(WATCH) > 0 ? interval : WATCH;
    } catch (RuntimeException bug) {
      LOG.error("facts cannot be folded; it is tried again", bug);
      return AFTER_A_BUG;
    }
  }

  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
