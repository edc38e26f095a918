package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.ShortfallReader;
import dev.holdfast.storage.api.StockReader;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/**
 * One client's stock read from PostgreSQL, as the app role under row-level security. Safe for use
 * by several threads.
 */
public final class PostgresStockReader implements StockReader, ShortfallReader {
  /** The other end of a transfer is looked up for the rows of the page alone. */
  private static final String HISTORY =
      "select e.version, e.kind, e.on_hand_delta, e.reserved_delta,"
          + " e.on_hand_after, e.reserved_after, e.safety_stock_after, e.at,"
          + " coalesce(k.name, 'system') as actor_name, e.note, e.subject,"
          + " case when t.to_location <> :location then t.to_location else"
          + " (select (p & 1048575)::int from unnest(t.position_ids) p where p >> 20 = :sku limit 1)"
          + " end as other_location"
          + " from (select * from ledger_entry where client_id = :client"
          + " and position_id = :position and version < :before"
          + " order by version desc limit :rows) e"
          + " left join api_key k on k.id = e.actor and k.client_id = :client"
          + " left join transfer t on t.client_id = :client and t.id = e.subject"
          + " and e.kind in (8, 9) order by e.version desc";

  private final Database database;

  public PostgresStockReader(Database database) {
    this.database = database;
  }

  @Override
  public Optional<PositionRow> position(ClientId client, PositionKey position) {
    return asClient(
        client,
        handle ->
            handle
                .createQuery(
                    "select id, on_hand, reserved, safety_stock, shortfall, version, updated_at"
                        + " from position where client_id = :client and id = :id and version > 0")
                .bind("client", client.value())
                .bind("id", position.packed())
                .map(StockRows::position)
                .findOne());
  }

  @Override
  public Page<PositionRow> positions(
      ClientId client, PositionFilter filter, @Nullable String after, int limit) {
    int rows = Cursors.oneMore(limit);
    long afterKey = after == null ? 0 : Cursors.number(after);
    List<PositionRow> found =
        asClient(client, handle -> PositionList.read(handle, client, filter, afterKey, rows));
    return Cursors.page(found, limit, row -> row.position().packed());
  }

  @Override
  public Page<ShortfallRow> shortfalls(ClientId client, @Nullable String after, int limit) {
    int rows = Cursors.oneMore(limit);
    long afterKey = after == null ? 0 : Cursors.number(after);
    List<ShortfallRow> found =
        asClient(client, handle -> PositionList.shortfalls(handle, client, afterKey, rows));
    return Cursors.page(found, limit, row -> row.row().position().packed());
  }

  @Override
  public Page<HistoryRow> history(
      ClientId client, PositionKey position, @Nullable String after, int limit) {
    int rows = Cursors.oneMore(limit);
    long before = after == null ? Long.MAX_VALUE : Cursors.number(after);
    List<HistoryRow> found =
        asClient(
            client,
            handle ->
                handle
                    .createQuery(HISTORY)
                    .bind("client", client.value())
                    .bind("position", position.packed())
                    .bind("sku", position.skuId())
                    .bind("location", position.locationId())
                    .bind("before", before)
                    .bind("rows", rows)
                    .map(StockRows::namedHistory)
                    .list());
    return Cursors.page(found, limit, row -> row.after().version());
  }

  @Override
  public Optional<Reservation> reservation(ClientId client, UUID id) {
    return byId(client, NewestFirst.RESERVATION, id, StockRows::reservation);
  }

  @Override
  public Page<Reservation> reservations(
      ClientId client, ReservationFilter filter, @Nullable String after, int limit) {
    int rows = Cursors.oneMore(limit);
    UUID before = after == null ? null : Cursors.uuid(after);
    List<Reservation> found =
        asClient(client, handle -> NewestFirst.reservations(handle, client, filter, before, rows));
    return Cursors.page(found, limit, Reservation::id);
  }

  @Override
  public Optional<Transfer> transfer(ClientId client, UUID id) {
    return byId(client, NewestFirst.TRANSFER, id, StockRows::transfer);
  }

  @Override
  public Page<Transfer> transfers(
      ClientId client, TransferFilter filter, @Nullable String after, int limit) {
    int rows = Cursors.oneMore(limit);
    UUID before = after == null ? null : Cursors.uuid(after);
    List<Transfer> found =
        asClient(client, handle -> NewestFirst.transfers(handle, client, filter, before, rows));
    return Cursors.page(found, limit, Transfer::id);
  }

  private <T> Optional<T> byId(ClientId client, String select, UUID id, RowMapper<T> mapper) {
    return asClient(
        client,
        handle ->
            handle
                .createQuery(select + " and id = :id")
                .bind("client", client.value())
                .bind("id", id)
                .map(mapper)
                .findOne());
  }

  private <T> T asClient(ClientId client, Database.Work<T> work) {
    return StoreFailures.asking(() -> database.asClient(client, work));
  }
}
