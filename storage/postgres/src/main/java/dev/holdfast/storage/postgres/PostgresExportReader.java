package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Location;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.catalogue.Sku;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.CatalogueStore.LocationRef;
import dev.holdfast.storage.api.CatalogueStore.SkuRef;
import dev.holdfast.storage.api.ExportReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * One client's rows for files, read from PostgreSQL as the app role under row-level security. Safe
 * for use by several threads.
 *
 * <p>Positions and ledger entries are found through the client's SKUs, for the reasons that {@link
 * PositionList} gives.
 */
public final class PostgresExportReader implements ExportReader {
  /** The client's SKUs from the one that the last page ended in, each with its range of keys. */
  private static final String RANGES =
      " from (select id, code, scale, id << 20 as first, (id + 1) << 20 as beyond from sku"
          + " where client_id = :client and id >= :fromSku order by id offset 0) s"
          + " cross join lateral ";

  private static final String STOCK =
      "select s.id as sku_id, s.code, s.scale, p.id, p.on_hand, p.reserved, p.safety_stock,"
          + " p.shortfall, p.version, p.updated_at"
          + RANGES
          + "(select * from position where client_id = :client and id >= s.first and id < s.beyond"
          + " and id > :after and version > 0 order by id limit :rows) p"
          + " order by s.id, p.id limit :rows";

  private static final String LEDGER =
      "select s.id as sku_id, s.code, s.scale, e.position_id, e.version, e.kind, e.on_hand_delta,"
          + " e.reserved_delta, e.on_hand_after, e.reserved_after, e.safety_stock_after, e.at,"
          + " coalesce(k.name, 'system') as actor_name, e.note, e.subject"
          + RANGES
          + "(select * from ledger_entry where client_id = :client and position_id >= s.first"
          + " and position_id < s.beyond and (position_id, version) > (:after, :afterVersion)"
          + " order by position_id, version limit :rows) e"
          + " left join api_key k on k.id = e.actor and k.client_id = :client"
          + " order by s.id, e.position_id, e.version limit :rows";

  private static final String RESERVATIONS =
      "select id, client_id, state, position_ids, quantities, created_at, expires_at, order_id"
          + " from reservation where client_id = :client";

  private final Database database;

  public PostgresExportReader(Database database) {
    this.database = database;
  }

  @Override
  public List<Sku> skus(ClientId client, String afterCode) {
    return asClient(
        client, handle -> new SkuTable(handle, client).list(null, afterCode, PAGE_ROWS));
  }

  @Override
  public List<Location> locations(ClientId client, String afterCode) {
    return asClient(
        client, handle -> new LocationTable(handle, client).list(null, afterCode, PAGE_ROWS));
  }

  @Override
  public List<StockLine> stock(ClientId client, long afterPosition) {
    return asClient(
        client,
        handle ->
            handle
                .createQuery(STOCK)
                .bind("client", client.value())
                .bind("fromSku", afterPosition >> PositionKey.LOCATION_BITS)
                .bind("after", afterPosition)
                .bind("rows", PAGE_ROWS)
                .map((row, context) -> new StockLine(sku(row), StockRows.position(row, context)))
                .list());
  }

  @Override
  public List<LedgerLine> ledger(ClientId client, long afterPosition, long afterVersion) {
    return asClient(
        client,
        handle ->
            handle
                .createQuery(LEDGER)
                .bind("client", client.value())
                .bind("fromSku", afterPosition >> PositionKey.LOCATION_BITS)
                .bind("after", afterPosition)
                .bind("afterVersion", afterVersion)
                .bind("rows", PAGE_ROWS)
                .map(PostgresExportReader::ledgerLine)
                .list());
  }

  private static LedgerLine ledgerLine(ResultSet row, StatementContext context)
      throws SQLException {
    return new LedgerLine(sku(row), row.getLong("position_id"), StockRows.history(row, context));
  }

  private static SkuRef sku(ResultSet row) throws SQLException {
    return new SkuRef(row.getLong("sku_id"), row.getString("code"), new Scale(row.getInt("scale")));
  }

  @Override
  public List<Reservation> reservations(ClientId client, @Nullable UUID after) {
    return asClient(
        client,
        handle -> {
          String later = after == null ? "" : " and id > :after";
          var query =
              handle
                  .createQuery(RESERVATIONS + later + " order by id limit :rows")
                  .bind("client", client.value())
                  .bind("rows", PAGE_ROWS);
          if (after != null) {
            query.bind("after", after);
          }
          return query.map(StockRows::reservation).list();
        });
  }

  @Override
  public List<SkuRef> skusById(ClientId client, Collection<Long> ids) {
    return asClient(client, handle -> new SkuTable(handle, client).refsById(ids));
  }

  @Override
  public List<LocationRef> locationRefs(ClientId client) {
    return asClient(client, handle -> new LocationTable(handle, client).refs());
  }

  private <T> T asClient(ClientId client, Database.Work<T> work) {
    return StoreFailures.asking(() -> database.asClient(client, work));
  }
}
