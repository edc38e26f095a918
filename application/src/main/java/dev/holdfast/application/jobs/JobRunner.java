package dev.holdfast.application.jobs;

import dev.holdfast.application.lots.WriteOffOverLots;
import dev.holdfast.storage.api.JobElection;
import dev.holdfast.storage.api.StockLedger;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the jobs on whichever node leads: expiry every second, lots whose last day is over every
 * quarter of a minute, retention every minute.
 */
public final class JobRunner implements AutoCloseable {
  /** Far inside the 30 s that stock may come back late, and one small index scan each. */
  private static final Duration TICK = Duration.ofSeconds(1);

  private static final int TICKS_BETWEEN_RETENTION = 60;

  /** Soon after any midnight, and one small index scan each. */
  private static final int TICKS_BETWEEN_LOTS = 15;

  /** Outcomes forgotten in one transaction. */
  private static final int RETENTION_BATCH = 5_000;

  private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

  private final JobElection election;
  private final ExpireReservations expiry;
  private final WriteOffOverLots lots;
  private final StockLedger ledger;
  private final Duration outcomeAge;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean leads;

  /**
   * @param outcomeAge how long an idempotency key is remembered
   */
  public JobRunner(
      JobElection election,
      ExpireReservations expiry,
      WriteOffOverLots lots,
      StockLedger ledger,
      Duration outcomeAge) {
    this.election = election;
    this.expiry = expiry;
    this.lots = lots;
    this.ledger = ledger;
    this.outcomeAge = outcomeAge;
    this.thread = Thread.ofPlatform().name("jobs").unstarted(this::loop);
  }

  public void start() {
    thread.start();
  }

  /** Whether this node led when it looked last, at most a tick ago. */
  public boolean leads() {
    return leads;
  }

  private void loop() {
    try {
      for (int tick = 0; !stop.await(TICK.toMillis(), TimeUnit.MILLISECONDS); tick++) {
        leads = election.leads();
        if (leads) {
          round(tick);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      leads = false;
      election.close();
    }
  }

  private void round(int tick) throws InterruptedException {
    try {
      int expired = expiry.run();
      if (expired > 0) {
        LOG.info("{} reservations were due", expired);
      }
      if (tick % TICKS_BETWEEN_LOTS == 0) {
        int over = lots.run();
        if (over > 0) {
          LOG.info("wrote off {} lots whose last day is over", over);
        }
      }
      if (tick % TICKS_BETWEEN_RETENTION == 0) {
        while (ledger.forgetOutcomes(outcomeAge, RETENTION_BATCH) == RETENTION_BATCH) {
          LOG.info("forgot {} outcomes older than {}", RETENTION_BATCH, outcomeAge);
        }
      }
    } catch (StoreUnavailableException wait) {
      LOG.warn("jobs wait for the store: {}", wait.getMessage());
    } catch (RuntimeException bug) {
      LOG.error("a job failed; it is tried again", bug);
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
