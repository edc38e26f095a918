package dev.holdfast.server.http.access;

import dev.holdfast.application.access.Keys;
import dev.holdfast.server.http.Routes;
import dev.holdfast.storage.api.AccessStore;

/** Everything about keys and clients over HTTP. */
public final class AccessRoutes {
  private final KeyRoutes keys;
  private final ClientRoutes clients;

  public AccessRoutes(Keys keys, AccessStore store) {
    this.keys = new KeyRoutes(keys, store);
    this.clients = new ClientRoutes(store);
  }

  public void addTo(Routes routes) {
    keys.addTo(routes);
    clients.addTo(routes);
  }
}
