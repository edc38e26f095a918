package dev.holdfast.server.http.reporting;

import dev.holdfast.domain.access.Role.Permission;
import dev.holdfast.server.http.Exchange;
import dev.holdfast.server.http.Routes;
import dev.holdfast.server.http.access.Operators;
import dev.holdfast.storage.api.RollUpStore;
import io.vertx.core.http.HttpMethod;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has everything counted again: whoever folds begins at the start, because the mark says so. */
public final class RebuildRoute {
  private static final Logger LOG = LoggerFactory.getLogger(RebuildRoute.class);

  private final RollUpStore store;

  public RebuildRoute(RollUpStore store) {
    this.store = store;
  }

  public void addTo(Routes routes) {
    routes.blocking(
        HttpMethod.POST, "/v1/reports/rebuild", Permission.ADMINISTER_KEYS, this::rebuild);
  }

  private void rebuild(Exchange exchange) {
    Operators.require(exchange);
    store.clear();
    LOG.info("reports are counted again, as key {} wants", exchange.principal().keyId());
    exchange.empty(202);
  }
}
