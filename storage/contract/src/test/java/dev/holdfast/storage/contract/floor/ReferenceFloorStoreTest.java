package dev.holdfast.storage.contract.floor;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.FloorStore;

/** The reference model keeps the contract that it stands for. */
class ReferenceFloorStoreTest extends FloorContract {
  private final FloorStore store = new ReferenceFloorStore();
  private int clients;

  @Override
  protected FloorStore store() {
    return store;
  }

  @Override
  protected ClientId newClient() {
    return new ClientId(++clients);
  }
}
