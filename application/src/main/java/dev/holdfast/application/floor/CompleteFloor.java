package dev.holdfast.application.floor;

import dev.holdfast.storage.api.FloorStore;
import dev.holdfast.storage.api.FloorStore.Unfinished;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Completes what a server that died left in the middle, of any client. For any threads. */
public final class CompleteFloor {
  /** Whoever works on it is done long before; a request takes seconds at most. */
  private static final Duration QUIET = Duration.ofSeconds(20);

  /** More at once than ever; the next round takes the others. */
  private static final int BATCH = 20;

  private static final Logger LOG = LoggerFactory.getLogger(CompleteFloor.class);

  private final FloorStore store;
  private final FloorBook floor;
  private final CompleteWave waves;
  private final SettleShortages shortages;

  CompleteFloor(FloorStore store, FloorBook floor, CompleteWave waves, SettleShortages shortages) {
    this.store = store;
    this.floor = floor;
    this.waves = waves;
    this.shortages = shortages;
  }

  /** Completes what has been quiet for a while; returns how many. */
  public int run() {
    return run(QUIET);
  }

  /** Completes what has been quiet for so long; returns how many. */
  public int run(Duration quiet) {
    int done = 0;
    for (Unfinished one : store.unfinished(quiet, BATCH)) {
      try {
        complete(one);
        done++;
      } catch (FloorRefusal later) {
        LOG.warn("the floor waits: {}", later.sentence());
      }
    }
    return done;
  }

  private void complete(Unfinished one) {
    if (one.isWave()) {
      floor.wave(one.client(), one.id()).ifPresent(wave -> waves.complete(one.client(), wave));
      return;
    }
    Optional<FloorList> list = floor.list(one.client(), one.id());
    if (list.isPresent()) {
      int actor =
          floor.wave(one.client(), list.get().wave()).map(wave -> wave.content().actor()).orElse(0);
      Caller nobody = new Caller(one.client(), actor, "system", "", new UUID(0, 0));
      shortages.settle(nobody, list.get());
    }
  }
}
