package dev.holdfast.application.reporting;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.BacklogQuestion;
import dev.holdfast.storage.api.BacklogQuestion.Waiting;
import dev.holdfast.storage.api.RollUpQuestion;
import dev.holdfast.storage.api.RollUpRow;
import dev.holdfast.storage.api.RollUpStore;
import java.util.List;
import java.util.function.Supplier;

/** The reads of one answer, counted and timed. Not safe for several threads. */
final class StoreReads {
  private final RollUpStore store;
  private int calls;
  private long nanos;

  StoreReads(RollUpStore store) {
    this.store = store;
  }

  RollUpStore.Version version(ClientId client) {
    return timed(() -> store.version(client));
  }

  List<RollUpRow> read(RollUpQuestion question) {
    return timed(() -> store.read(question));
  }

  List<Waiting> backlog(BacklogQuestion question) {
    return timed(() -> store.backlog(question));
  }

  int calls() {
    return calls;
  }

  /** What they took together, the wait for a connection included. */
  long nanos() {
    return nanos;
  }

  private <T> T timed(Supplier<T> call) {
    long start = System.nanoTime();
    try {
      return call.get();
    } finally {
      calls++;
      nanos += System.nanoTime() - start;
    }
  }
}
