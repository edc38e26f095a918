package dev.holdfast.storage.contract.access;

import dev.holdfast.storage.api.AccessStore;
import dev.holdfast.storage.api.AccountStore;
import java.time.Duration;
import java.time.Instant;

/** The reference model keeps the contract that it stands for. */
class ReferenceAccountStoreTest extends AccountContract {
  private Instant now = Instant.parse("2026-11-21T09:00:00Z");
  private final ReferenceAccessStore access = new ReferenceAccessStore(() -> now);
  private final AccountStore store = new ReferenceAccountStore(access, () -> now);

  @Override
  protected AccountStore store() {
    return store;
  }

  @Override
  protected AccessStore access() {
    return access;
  }

  @Override
  protected void timePasses(Duration time) {
    now = now.plus(time);
  }
}
