package dev.holdfast.application.reporting.fold;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.BacklogQuestion;
import dev.holdfast.storage.api.BacklogQuestion.Waiting;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.RollUpQuestion;
import dev.holdfast.storage.api.RollUpRow;
import dev.holdfast.storage.api.RollUpStore;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.util.List;

/** A store whose answers to folds are lost: in turn before it has folded, and after. */
final class ForgetfulStore implements RollUpStore {
  private final RollUpStore store;
  private boolean before;

  ForgetfulStore(RollUpStore store) {
    this.store = store;
  }

  @Override
  public Mark mark() {
    return store.mark();
  }

  @Override
  public Version version(ClientId client) {
    return store.version(client);
  }

  @Override
  public boolean fold(FactBatch batch) {
    before = !before;
    if (!before) {
      store.fold(batch);
    }
    throw new StoreUnavailableException("lost", new IllegalStateException("the wire"));
  }

  @Override
  public List<RollUpRow> read(RollUpQuestion question) {
    return store.read(question);
  }

  @Override
  public List<Waiting> backlog(BacklogQuestion question) {
    return store.backlog(question);
  }

  @Override
  public void clear() {
    store.clear();
  }
}
