package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.storage.api.BulkOrder;
import dev.holdfast.storage.api.BulkResult;
import dev.holdfast.storage.api.BulkStore;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import dev.holdfast.storage.api.StockCounts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files into PostgreSQL: stock as the batch writer, SKUs and locations as the app role under
 * row-level security. Safe for use by several threads.
 */
public final class PostgresBulkStore implements BulkStore {
  /**
   * Tries of one file. Another writer in the way is gone after one; a lock that is not given within
   * 5 s belongs to another file, which ends within a minute.
   */
  private static final int MAX_ATTEMPTS = 12;

  /** Rows that the driver holds at once while all SKUs of a client are read. */
  private static final int FETCH_ROWS = 10_000;

  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private static final Logger LOG = LoggerFactory.getLogger(PostgresBulkStore.class);

  private final Database database;

  public PostgresBulkStore(Database database) {
    this.database = database;
  }

  @Override
  public void skuRefs(ClientId client, Consumer<SkuRef> each) {
    StoreFailures.asking(() ->
        database.asClient(
            client,
            handle -> {
              handle
                  .createQuery("select id, code, scale from sku where client_id = :client")
                  .bind("client", client.value())
                  .setFetchSize(FETCH_ROWS)
                  .map(CatalogueRows::skuRef)
                  .forEach(each);
              return client;
            }));
  }

  @Override
  public BulkResult countStock(BulkOrder order, StockCounts counts) {
    return attempts(() -> {
      try (Connection connection = database.writer().getConnection()) {
        return new BulkTransaction(connection, order)
            .attempt(same -> new BulkStock(same, order, counts).apply());
      }
    });
  }

  @Override
  public BulkResult saveSkus(BulkOrder order, RowSource<Sku> rows, Set<SkuColumn> absent) {
    return attempts(() -> asClient(order, same -> new BulkSkus(same, order, absent).save(rows)));
  }

  @Override
  public BulkResult saveLocations(BulkOrder order, RowSource<Location> rows) {
    return attempts(() -> asClient(order, same -> new BulkLocations(same, order).save(rows)));
  }

  private BulkResult asClient(BulkOrder order, BulkTransaction.Work work) throws SQLException {
    AtomicReference<@Nullable BulkResult> answered = new AtomicReference<>();
    try {
      database.asClient(
          order.client(),
          handle -> {
            try {
              answered.set(new BulkTransaction(handle.getConnection(), order).attempt(work));
              return order;
            } catch (SQLException failed) {
              throw new Carried(failed);
            }
          });
    } catch (Carried carried) {
      throw carried.failed;
    } catch (JdbiException failed) {
      // Once the transaction has answered, whatever becomes of the connection changes nothing.
      if (answered.get() == null) {
        throw failed.getCause() instanceof SQLException cause ? cause : new SQLException(failed);
      }
      LOG.debug("a connection was lost after its work was done", failed);
    }
    BulkResult answer = answered.get();
    if (answer == null) {
      throw new IllegalStateException("a transaction ended without an answer");
    }
    return answer;
  }

  private interface Attempt {
    BulkResult go() throws SQLException;
  }

  private static BulkResult attempts(Attempt attempt) {
    for (int tries = 1; ; tries++) {
      try {
        return attempt.go();
      } catch (SQLException failed) {
        if (!SqlStates.isConflict(failed)) {
          return noEffect(failed);
        }
        if (tries == MAX_ATTEMPTS) {
          LOG.warn("a file gives way to others after {} tries: {}", tries, failed.getMessage());
          return new BulkResult.NoEffect(
              "Other commands hold the same rows all the time. Try again when it is quieter, or"
                  + " split the file.");
        }
      }
    }
  }

  private static BulkResult noEffect(SQLException failed) {
    if (INSUFFICIENT_PRIVILEGE.equals(failed.getSQLState())) {
      return new BulkResult.NoEffect(
          "The database does not let its users make temporary tables. Its owner mends that with:"
              + " GRANT TEMPORARY ON DATABASE … TO PUBLIC.");
    }
    if (SqlStates.isUnavailable(failed)) {
      LOG.warn("a file could not be taken: {}", failed.getMessage());
      return new BulkResult.NoEffect("The store cannot be reached. Try again in a moment.");
    }
    LOG.error("the store rejects a file", failed);
    return new BulkResult.NoEffect(
        "The store rejected the file; the operator finds the reason in the server's log.");
  }

  /** Carries a checked exception out of a transaction. */
  private static final class Carried extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SQLException failed;

    Carried(SQLException failed) {
      super(failed);
      this.failed = failed;
    }
  }
}
