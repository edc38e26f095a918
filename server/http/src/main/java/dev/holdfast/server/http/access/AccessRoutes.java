package dev.holdfast.server.http.access;

import dev.holdfast.application.access.Accounts;
import dev.holdfast.application.access.Keys;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.AccessStore;

/** Everything about keys, clients and accounts over HTTP. */
public final class AccessRoutes {
  private final KeyRoutes keys;
  private final ClientRoutes clients;
  private final AccountRoutes accounts;

  /**
   * @param passwordNeeded whether people sign in by a password only
   */
  public AccessRoutes(Keys keys, Accounts accounts, AccessStore store, boolean passwordNeeded) {
    this.keys = new KeyRoutes(keys, store);
    this.clients = new ClientRoutes(store);
    this.accounts = new AccountRoutes(accounts, store, passwordNeeded);
  }

  public void addTo(Routes routes) {
    keys.addTo(routes);
    clients.addTo(routes);
    accounts.addTo(routes);
  }
}
