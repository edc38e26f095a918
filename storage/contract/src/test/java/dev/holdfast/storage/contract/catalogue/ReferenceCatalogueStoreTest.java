package dev.holdfast.storage.contract.catalogue;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.CatalogueStore;

/** The reference model keeps the contract that it stands for. */
class ReferenceCatalogueStoreTest extends CatalogueContract {
  private final CatalogueStore store = new ReferenceCatalogueStore();
  private int clients;

  @Override
  protected CatalogueStore store() {
    return store;
  }

  @Override
  protected ClientId newClient() {
    return new ClientId(++clients);
  }
}
