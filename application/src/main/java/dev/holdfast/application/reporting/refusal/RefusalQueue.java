package dev.holdfast.application.reporting.refusal;

import dev.holdfast.application.order.LackOfStock;
import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.RefusalLog;
import dev.holdfast.storage.api.RefusalLog.Refused;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refused lines on their way to the store, summed up by SKU and second, and written twice a second:
 * whoever is refused does not wait for that. A crowd at a sold-out SKU makes one row a second. What
 * does not fit is dropped and counted. Safe for several threads.
 */
public final class RefusalQueue implements LackOfStock, AutoCloseable {
  /** SKUs, places and seconds that may wait: a minute without store in a rush on 300 SKUs. */
  static final int CAPACITY = 20_000;

  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(RefusalQueue.class);

  private final RefusalLog log;
  private final Clock clock;
  private final LongAdder dropped = new LongAdder();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private Map<Moment, Amount> waiting = new HashMap<>();

  public RefusalQueue(RefusalLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
    this.thread = Thread.ofVirtual().name("refusals").unstarted(this::loop);
  }

  private record Moment(ClientId client, long skuId, int locationId, Instant second) {}

  private record Amount(long lines, long quantity) {
    Amount plus(Amount other) {
      return new Amount(lines + other.lines, Math.addExact(quantity, other.quantity));
    }
  }

  public void start() {
    thread.start();
  }

  @Override
  public synchronized void refused(ClientId client, long skuId, int locationId, long quantity) {
    Instant second = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    add(new Moment(client, skuId, locationId, second), new Amount(1, quantity));
  }

  private void add(Moment moment, Amount amount) {
    if (waiting.size() < CAPACITY || waiting.containsKey(moment)) {
      waiting.merge(moment, amount, Amount::plus);
    } else {
      dropped.add(amount.lines());
    }
  }

  /** Refused lines that will not be counted. */
  public long dropped() {
    return dropped.sum();
  }

  private void loop() {
    try {
      boolean goOn = true;
      while (goOn) {
        goOn = !stop.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        write();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what waits; what the store did not take waits again. */
  private void write() {
    List<Map.Entry<Moment, Amount>> rows;
    synchronized (this) {
      rows = new ArrayList<>(waiting.entrySet());
      waiting = new HashMap<>();
    }
    int from = 0;
    try {
      for (; from < rows.size(); from += RefusalLog.MAX_ROWS) {
        int to = Math.min(rows.size(), from + RefusalLog.MAX_ROWS);
        log.keep(rows.subList(from, to).stream().map(RefusalQueue::row).toList());
      }
    } catch (StoreUnavailableException away) {
      LOG.warn("refusals wait for the store: {}", away.getMessage());
      takeBack(rows.subList(from, rows.size()));
    } catch (RuntimeException bug) {
      LOG.error("refusals that cannot be kept are not counted", bug);
      rows.subList(from, rows.size()).forEach(row -> dropped.add(row.getValue().lines()));
    }
  }

  private synchronized void takeBack(List<Map.Entry<Moment, Amount>> rows) {
    rows.forEach(row -> add(row.getKey(), row.getValue()));
  }

  private static Refused row(Map.Entry<Moment, Amount> row) {
    Moment moment = row.getKey();
    return new Refused(
        moment.client(),
        moment.skuId(),
        moment.locationId(),
        moment.second(),
        row.getValue().lines(),
        row.getValue().quantity());
  }

  /** Writes what waits, once more. */
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
