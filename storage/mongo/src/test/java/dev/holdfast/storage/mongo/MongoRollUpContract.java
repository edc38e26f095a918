package dev.holdfast.storage.mongo;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.RollUpStore;
import dev.holdfast.storage.contract.reporting.RollUpContract;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/**
 * The contract on whatever server a URL leads to; with parts so small that batches take several.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MongoRollUpContract extends RollUpContract {
  private static final int SMALL_PARTS = 40;
  private static final AtomicInteger CLIENTS = new AtomicInteger();

  private final Wire wire = new Wire();
  private @Nullable MongoRollUpStore dying;
  private @Nullable MongoRollUpStore store;

  /** Where the server is. */
  abstract String url();

  /** A database of these tests' own. */
  abstract String database();

  MongoRollUpStore open(Wire listener) {
    return new MongoRollUpStore(listener.client(url()), database(), SMALL_PARTS);
  }

  @Override
  protected RollUpStore store() {
    if (store == null) {
      store = open(new Wire());
    }
    return store;
  }

  @Override
  protected ClientId newClient() {
    return new ClientId(CLIENTS.incrementAndGet());
  }

  @Override
  protected RollUpStore dyingAfter(int writes) {
    if (dying == null) {
      dying = open(wire);
    }
    wire.dieAfter(writes);
    return dying;
  }

  @AfterAll
  void close() {
    if (store != null) {
      store.close();
    }
    if (dying != null) {
      dying.close();
    }
    afterwards();
  }

  /** What is left to do when nobody is connected any more. */
  abstract void afterwards();
}
