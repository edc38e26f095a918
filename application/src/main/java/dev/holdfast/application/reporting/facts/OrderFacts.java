package dev.holdfast.application.reporting.facts;

import dev.holdfast.application.order.OrderDocument;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.OrderLine;
import dev.holdfast.domain.reporting.OrderContributions;
import dev.holdfast.domain.reporting.OrderFact;
import dev.holdfast.domain.reporting.VersionedFact;
import dev.holdfast.storage.api.FactSource.OrderChange;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Orders as reports count them. For any number of threads. Throws {@link
 * dev.holdfast.storage.api.StoreUnavailableException} when a name must be asked for and cannot be.
 */
public final class OrderFacts {
  private static final Logger LOG = LoggerFactory.getLogger(OrderFacts.class);

  private final FactNames names;

  public OrderFacts(FactNames names) {
    this.names = names;
  }

  /**
   * What an order adds to roll-ups; empty, with a warning, where its document cannot be read: one
   * broken order must not stop the reports of all.
   */
  public Optional<VersionedFact> of(OrderChange change) {
    return factOf(change).map(OrderContributions::of);
  }

  /** The order as a fact; empty, with a warning, where its document cannot be read. */
  public Optional<OrderFact> factOf(OrderChange change) {
    return read(change).map(order -> factOf(change, order));
  }

  /** The order itself; empty, with a warning, where its document cannot be read. */
  public Optional<Order> read(OrderChange change) {
    try {
      return Optional.of(OrderDocument.read(change.document()));
    } catch (IllegalStateException broken) {
      LOG.warn(
          "reports leave out an order of client {} that was changed at {}: {}",
          change.client().value(),
          change.updatedAt(),
          broken.getMessage());
      return Optional.empty();
    }
  }

  /** The fact of an order that is read already. */
  public OrderFact factOf(OrderChange change, Order order) {
    return new FactOfOrder(
            change.client(),
            order,
            change.createdAt(),
            names.skus(change.client(), order.lines().stream().map(OrderLine::skuId).toList()),
            location -> names.place(change.client(), location).zone())
        .fact();
  }
}
