package dev.holdfast.storage.contract.reporting;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.RollUpStore;
import dev.holdfast.storage.api.StoreUnavailableException;
import java.io.IOException;
import java.lang.reflect.Proxy;

/** The reference model keeps the contract that it stands for. */
class ReferenceRollUpsTest extends RollUpContract {
  private final RollUpStore store = new ReferenceRollUps();
  private int clients;

  @Override
  protected RollUpStore store() {
    return store;
  }

  @Override
  protected ClientId newClient() {
    return new ClientId(++clients);
  }

  /** Its whole batch is one write. */
  @Override
  protected RollUpStore dyingAfter(int writes) {
    return (RollUpStore)
        Proxy.newProxyInstance(
            RollUpStore.class.getClassLoader(),
            new Class<?>[] {RollUpStore.class},
            (proxy, method, arguments) -> {
              if (writes > 0) {
                return store.fold((FactBatch) arguments[0]);
              }
              throw new StoreUnavailableException("dead", new IOException("dead"));
            });
  }
}
