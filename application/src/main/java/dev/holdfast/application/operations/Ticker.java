package dev.holdfast.application.operations;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does something again and again, with a pause between, on a thread of its own until closed. */
public final class Ticker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

  private final CountDownLatch stop = new CountDownLatch(1);
  private final Duration pause;
  private final Runnable work;
  private final Thread thread;

  /**
   * @param work what it throws is logged, and does not end the ticking
   */
  public Ticker(String name, Duration pause, Runnable work) {
    this.pause = pause;
    this.work = work;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
  }

  public void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!stop.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        tick();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void tick() {
    try {
      work.run();
    } catch (RuntimeException bug) {
      if (stop.getCount() > 0) {
        LOG.error("{} failed in an unforeseen way", thread.getName(), bug);
      }
    }
  }

  /** Ends after what is being done, which may fail for that: what it needs may be closed next. */
  @Override
  public void close() {
    stop.countDown();
  }
}
