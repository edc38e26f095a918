package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.event.Thresholds;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.ThresholdStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Thresholds in PostgreSQL, as the app role under row-level security. Safe for use by several
 * threads.
 */
public final class PostgresThresholdStore implements ThresholdStore {
  private final Database database;

  public PostgresThresholdStore(Database database) {
    this.database = database;
  }

  @Override
  public void set(ClientId client, PositionKey position, Thresholds thresholds) {
    asClient(
        client,
        handle ->
            handle
                .createUpdate(
                    "insert into threshold (position_id, client_id, low_stock, back_in_stock)"
                        + " values (:position, :client, :low, :back)"
                        + " on conflict (client_id, position_id) do update set"
                        + " low_stock = excluded.low_stock, back_in_stock = excluded.back_in_stock,"
                        + " updated_at = clock_timestamp()")
                .bind("position", position.packed())
                .bind("client", client.value())
                .bind("low", thresholds.lowStock())
                .bind("back", thresholds.backInStock())
                .execute());
  }

  @Override
  public Optional<Thresholds> thresholds(ClientId client, PositionKey position) {
    return asClient(
        client,
        handle ->
            handle
                .createQuery(
                    "select low_stock, back_in_stock from threshold"
                        + " where client_id = :client and position_id = :position")
                .bind("client", client.value())
                .bind("position", position.packed())
                .map((row, context) -> thresholds(row))
                .findOne());
  }

  @Override
  public boolean remove(ClientId client, PositionKey position) {
    return asClient(
            client,
            handle ->
                handle
                    .createUpdate(
                        "delete from threshold"
                            + " where client_id = :client and position_id = :position")
                    .bind("client", client.value())
                    .bind("position", position.packed())
                    .execute())
        == 1;
  }

  @Override
  public Page<ThresholdRow> list(ClientId client, @Nullable String after, int limit) {
    int rows = Cursors.oneMore(limit);
    long afterKey = after == null ? 0 : Cursors.number(after);
    List<ThresholdRow> found =
        asClient(
            client,
            handle ->
                handle
                    .createQuery(
                        "select position_id, low_stock, back_in_stock from threshold"
                            + " where client_id = :client and position_id > :after"
                            + " order by position_id limit :rows")
                    .bind("client", client.value())
                    .bind("after", afterKey)
                    .bind("rows", rows)
                    .map(PostgresThresholdStore::row)
                    .list());
    return Cursors.page(found, limit, row -> row.position().packed());
  }

  private static ThresholdRow row(ResultSet row, StatementContext context) throws SQLException {
    return new ThresholdRow(new PositionKey(row.getLong("position_id")), thresholds(row));
  }

  static Thresholds thresholds(ResultSet row) throws SQLException {
    return new Thresholds(
        row.getObject("low_stock", Long.class), row.getObject("back_in_stock", Long.class));
  }

  private <T> T asClient(ClientId client, Database.Work<T> work) {
    return StoreFailures.asking(() -> database.asClient(client, work));
  }
}
