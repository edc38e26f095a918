package dev.holdfast.storage.contract.access;

import dev.holdfast.storage.api.AccessStore;
import java.time.InstantSource;

/** The reference model keeps the contract that it stands for. */
class ReferenceAccessStoreTest extends AccessContract {
  private final AccessStore store = new ReferenceAccessStore(InstantSource.system());

  @Override
  protected AccessStore store() {
    return store;
  }
}
