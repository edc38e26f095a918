package dev.holdfast.storage.contract.setup;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.SetupStore;
import java.time.Instant;

/** The reference model keeps the contract that it stands for. */
class ReferenceSetupStoreTest extends SetupContract {
  private final SetupStore store =
      new ReferenceSetupStore(() -> Instant.parse("2026-11-21T09:00:00Z"));
  private int clients;

  @Override
  protected SetupStore store() {
    return store;
  }

  @Override
  protected ClientId newClient() {
    return new ClientId(++clients);
  }
}
