package dev.holdfast.server.http.availability;

import dev.holdfast.domain.catalogue.ClientId;

/**
 * What else than its SKU decides what a row says: whose it is, what its reader may see, which
 * locations are asked for. Rows of two shapes are never mixed up, because each belongs to the very
 * object.
 */
final class RowShape {
  private final ClientId client;
  private final boolean balances;
  private final Filter filter;
  private final long catalogueChanges;
  private final int hash = System.identityHashCode(this);

  /**
   * @param catalogueChanges {@code StockView.catalogueChanges} of before the filter was read: a
   *     change since then makes the shape void soon, not wrong for good
   */
  RowShape(ClientId client, boolean balances, Filter filter, long catalogueChanges) {
    this.client = client;
    this.balances = balances;
    this.filter = filter;
    this.catalogueChanges = catalogueChanges;
  }

  ClientId client() {
    return client;
  }

  boolean balances() {
    return balances;
  }

  Filter filter() {
    return filter;
  }

  long catalogueChanges() {
    return catalogueChanges;
  }

  /** Of the very object. */
  int hash() {
    return hash;
  }

  /** Whether rows are worth keeping: few points are ever asked for twice. */
  boolean comesAgain() {
    return filter.near() == null;
  }
}
