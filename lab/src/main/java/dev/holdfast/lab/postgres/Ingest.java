package dev.holdfast.lab.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reporting.Contribution;
import dev.holdfast.domain.reporting.RollUpKey;
import dev.holdfast.domain.reporting.VersionedFact;
import dev.holdfast.lab.generate.ClientDay;
import dev.holdfast.lab.stage.Demanded;
import dev.holdfast.lab.stage.Facts;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.RollUpStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Folds orders of a client whom nobody asks about, {@link #PER_SECOND} every second, until it is
 * closed: what a server does while its reports are read elsewhere.
 */
final class Ingest implements AutoCloseable {
  static final int PER_SECOND = 300;

  /** Nobody's number: clients count from 1. */
  private static final ClientId STRANGER = new ClientId(1_000_000);

  private final RollUpStore store;
  private final List<VersionedFact> orders;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Thread thread;

  Ingest(RollUpStore store, Demanded demanded) {
    this.store = store;
    ClientDay day = demanded.days().getLast();
    List<VersionedFact> all = Facts.of(demanded.demand(), day).orders();
    orders = all.subList(0, Math.min(all.size(), PER_SECOND));
    thread = Thread.ofPlatform().name("ingest").start(this::run);
  }

  private void run() {
    long mark = store.mark().value();
    while (!stopped.get()) {
      long began = System.nanoTime();
      List<VersionedFact> fresh = orders.stream().map(Ingest::another).toList();
      store.fold(new FactBatch(mark, ++mark, Instant.now(), fresh, List.of()));
      long rest = Duration.ofSeconds(1).toNanos() - (System.nanoTime() - began);
      if (rest > 0 && !stopped.get()) {
        LockSupport.parkNanos(rest);
      }
    }
  }

  private static VersionedFact another(VersionedFact order) {
    List<Contribution> contributions =
        order.contributions().stream()
            .map(each -> new Contribution(ofStranger(each.key()), each.sums()))
            .toList();
    return new VersionedFact(STRANGER, UUID.randomUUID(), 1, contributions, order.open());
  }

  private static RollUpKey ofStranger(RollUpKey key) {
    return new RollUpKey(
        STRANGER,
        key.cut(),
        key.hour(),
        key.locationId(),
        key.carrier(),
        key.service(),
        key.category(),
        key.currency());
  }

  @Override
  public void close() {
    stopped.set(true);
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
