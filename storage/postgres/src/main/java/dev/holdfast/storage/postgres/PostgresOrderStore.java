package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.storage.api.OrderStore;
import dev.holdfast.storage.api.Page;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One client's orders read from PostgreSQL, as the app role under row-level security. Safe for use
 * by several threads.
 */
public final class PostgresOrderStore implements OrderStore {
  private final Database database;

  public PostgresOrderStore(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Stored> find(ClientId client, UUID id) {
    return one(client, " and id = :key", id);
  }

  @Override
  public Optional<Stored> findByNumber(ClientId client, String number) {
    return one(client, " and number = :key", number);
  }

  private Optional<Stored> one(ClientId client, String condition, Object key) {
    return asClient(
        client,
        handle ->
            handle
                .createQuery(OrderList.SELECT + condition)
                .bind("client", client.value())
                .bind("key", key)
                .map(OrderList::order)
                .findOne());
  }

  @Override
  public Page<Stored> list(ClientId client, OrderFilter filter, @Nullable String after, int limit) {
    int rows = Cursors.oneMore(limit);
    OrderList list = new OrderList(client, filter, after, rows);
    List<Stored> found = asClient(client, list::read);
    return Cursors.page(found, limit, list::key);
  }

  private <T> T asClient(ClientId client, Database.Work<T> work) {
    return StoreFailures.asking(() -> database.asClient(client, work));
  }
}
