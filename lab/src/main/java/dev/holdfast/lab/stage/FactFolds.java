package dev.holdfast.lab.stage;

import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.domain.reporting.VersionedFact;
import dev.holdfast.lab.generate.ClientDay;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.RollUpStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Folds all days into roll-ups, in batches: while one is folded, the next is made by the rules of
 * the domain.
 */
public final class FactFolds {
  /** As the job of a server that catches up; larger ones save little. */
  private static final int ORDERS_PER_BATCH = 20_000;

  private static final int BATCHES_AHEAD = 3;
  private static final int MINUTE_VERSIONS = 2;

  private final RollUpStore store;
  private final Demanded demanded;
  private long mark;
  private List<VersionedFact> orders = new ArrayList<>();
  private List<Contribution> increments = new ArrayList<>();

  public FactFolds(RollUpStore store, Demanded demanded) {
    this.store = store;
    this.demanded = demanded;
    mark = store.mark().value();
  }

  /** All days. */
  public void all() throws Exception {
    BlockingQueue<FactBatch> ready = new ArrayBlockingQueue<>(BATCHES_AHEAD);
    long folded = 0;
    try (ExecutorService maker = Executors.newSingleThreadExecutor();
        Progress progress = Progress.orders("Folding", demanded.demand().orders())) {
      Future<?> making = maker.submit(() -> make(ready));
      long last = 0;
      while (last >= 0) {
        FactBatch batch = next(ready, making);
        if (batch.facts().isEmpty() && batch.increments().isEmpty()) {
          break;
        }
        if (!store.fold(batch)) {
          throw new IllegalStateException("somebody else folds into the same roll-ups");
        }
        last = batch.to();
        folded += batch.facts().size();
        progress.reached(folded);
      }
      making.get();
    }
  }

  /** Looks after the one who makes them too, so that his failure ends the waiting. */
  private static FactBatch next(BlockingQueue<FactBatch> ready, Future<?> making) throws Exception {
    while (true) {
      FactBatch batch = ready.poll(1, java.util.concurrent.TimeUnit.SECONDS);
      if (batch != null) {
        return batch;
      }
      if (making.isDone()) {
        making.get();
      }
    }
  }

  private Void make(BlockingQueue<FactBatch> ready) throws InterruptedException {
    for (ClientDay day : demanded.days()) {
      Facts facts = Facts.of(demanded.demand(), day);
      increments.addAll(facts.increments());
      for (VersionedFact order : facts.orders()) {
        orders.add(order);
        if (orders.size() == ORDERS_PER_BATCH) {
          ready.put(batch());
        }
      }
    }
    if (!orders.isEmpty() || !increments.isEmpty()) {
      ready.put(batch());
    }
    ready.put(batch());
    return null;
  }

  private FactBatch batch() {
    FactBatch batch = new FactBatch(mark, ++mark, Instant.now(), orders, increments);
    orders = new ArrayList<>();
    increments = new ArrayList<>();
    return batch;
  }

  /**
   * Orders of one more minute, in the version that adds them and in the one that takes them away.
   */
  public static List<FactBatch> minute(Demanded demanded, long mark) {
    NextMinute minute = NextMinute.of(demanded);
    List<FactBatch> batches = new ArrayList<>();
    for (int version = 1; version <= MINUTE_VERSIONS; version++) {
      List<VersionedFact> facts = new ArrayList<>();
      for (ClientDay day : minute.days()) {
        List<VersionedFact> all = Facts.of(minute.demand(), day).orders();
        for (VersionedFact order : all.subList(0, Math.min(all.size(), minute.orders(day)))) {
          boolean adds = version == 1;
          facts.add(
              new VersionedFact(
                  order.client(),
                  order.id(),
                  version,
                  adds ? order.contributions() : List.of(),
                  adds ? order.open() : List.of()));
        }
      }
      long from = mark + version - 1;
      batches.add(new FactBatch(from, from + 1, Instant.now(), facts, List.of()));
    }
    return batches;
  }

  /** Seconds until one more minute of orders counts; it is taken back afterwards. */
  public static double refresh(RollUpStore store, Demanded demanded) {
    List<FactBatch> batches = minute(demanded, store.mark().value());
    long began = System.nanoTime();
    store.fold(batches.get(0));
    double seconds = (System.nanoTime() - began) / 1e9;
    store.fold(batches.get(1));
    return seconds;
  }
}
