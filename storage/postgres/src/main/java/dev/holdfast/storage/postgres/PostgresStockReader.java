package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.reservation.ReservationState;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.domain.transfer.TransferState;
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
  private static final String RESERVATION =
      "select id, client_id, state, position_ids, quantities, created_at, expires_at"
          + " from reservation where client_id = :client";

  private static final String TRANSFER =
      "select id, client_id, state, position_ids, quantities, to_location, sent_at"
          + " from transfer where client_id = :client";

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
                    .createQuery(
                        "select e.version, e.kind, e.on_hand_delta, e.reserved_delta,"
                            + " e.on_hand_after, e.reserved_after, e.safety_stock_after, e.at,"
                            + " coalesce(k.name, 'system') as actor_name, e.note, e.subject"
                            + " from ledger_entry e left join api_key k"
                            + " on k.id = e.actor and k.client_id = :client"
                            + " where e.client_id = :client and e.position_id = :position"
                            + " and e.version < :before order by e.version desc limit :rows")
                    .bind("client", client.value())
                    .bind("position", position.packed())
                    .bind("before", before)
                    .bind("rows", rows)
                    .map(StockRows::history)
                    .list());
    return Cursors.page(found, limit, row -> row.after().version());
  }

  @Override
  public Optional<Reservation> reservation(ClientId client, UUID id) {
    return byId(client, RESERVATION, id, StockRows::reservation);
  }

  @Override
  public Page<Reservation> reservations(
      ClientId client, @Nullable ReservationState state, @Nullable String after, int limit) {
    // The state is part of the text, so that the index on what is active can serve.
    String select = state == null ? RESERVATION : RESERVATION + inState(Rows.code(state));
    List<Reservation> found = newestFirst(client, select, after, limit, StockRows::reservation);
    return Cursors.page(found, limit, Reservation::id);
  }

  @Override
  public Optional<Transfer> transfer(ClientId client, UUID id) {
    return byId(client, TRANSFER, id, StockRows::transfer);
  }

  @Override
  public Page<Transfer> transfers(
      ClientId client, @Nullable TransferState state, @Nullable String after, int limit) {
    String select = state == null ? TRANSFER : TRANSFER + inState(Rows.code(state));
    List<Transfer> found = newestFirst(client, select, after, limit, StockRows::transfer);
    return Cursors.page(found, limit, Transfer::id);
  }

  private static String inState(int code) {
    return " and state = " + code;
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

  /** Identifiers are UUIDs of version 7: their order is that of time. */
  private <T> List<T> newestFirst(
      ClientId client, String select, @Nullable String after, int limit, RowMapper<T> mapper) {
    int rows = Cursors.oneMore(limit);
    UUID before = after == null ? null : Cursors.uuid(after);
    return asClient(
        client,
        handle -> {
          String older = before == null ? "" : " and id < :before";
          var query =
              handle
                  .createQuery(select + older + " order by id desc limit :rows")
                  .bind("client", client.value())
                  .bind("rows", rows);
          if (before != null) {
            query.bind("before", before);
          }
          return query.map(mapper).list();
        });
  }

  private <T> T asClient(ClientId client, Database.Work<T> work) {
    return StoreFailures.asking(() -> database.asClient(client, work));
  }
}
