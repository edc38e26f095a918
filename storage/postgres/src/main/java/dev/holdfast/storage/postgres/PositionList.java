package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.ShortfallReader.ShortfallRow;
import dev.holdfast.storage.api.StockReader.PositionFilter;
import dev.holdfast.storage.api.StockReader.PositionRow;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The statements that list positions in key order, those to which something ever happened. The
 * table has no index on the client (its rows must change in place), so a client's positions are
 * found through its SKUs: each is a range of keys.
 *
 * <p>{@code offset 0} keeps the shifts inside the subquery. Outside they would stand in the join
 * itself, where row-level security bars functions that are not leak-proof, such as a shift, from an
 * index condition, and every page would read the whole table. A lateral subquery with a limit can
 * only be a nested loop, also while the planner knows nothing yet of a table that was just filled.
 */
final class PositionList {
  private static final String COLUMNS =
      "select p.id, p.on_hand, p.reserved, p.safety_stock, p.shortfall, p.version, p.updated_at";

  /** From the SKU that the last page ended in; one range of keys after the other. */
  private static final String ALL =
      COLUMNS
          + " from (select id, id << 20 as first, (id + 1) << 20 as beyond from sku"
          + " where client_id = :client and id >= :fromSku order by id offset 0) s"
          + " cross join lateral (select * from position where client_id = :client"
          + " and id >= s.first and id < s.beyond and id > :after and version > 0"
          + " order by id limit :rows) p"
          + " order by s.id, p.id limit :rows";

  private static final String OF_LOCATION =
      COLUMNS
          + " from (select id, (id << 20) | :location as position_id from sku"
          + " where client_id = :client and id >= :fromSku order by id offset 0) s"
          + " cross join lateral (select * from position where client_id = :client"
          + " and id = s.position_id and id > :after and version > 0 limit 1) p"
          + " order by s.id limit :rows";

  private static final String OF_SKU =
      COLUMNS
          + " from position p where p.client_id = :client and p.id > :after and p.id >= :first"
          + " and p.id < :beyond and p.version > 0"
          + " and (:location = 0 or p.id = :first + :location)"
          + " order by p.id limit :rows";

  /** Shortfalls are few and have an index of their own. */
  private static final String SHORTFALLS =
      COLUMNS
          + " from position p where p.client_id = :client and p.shortfall > 0 and p.id > :after"
          + " and (:sku = 0 or p.id >> 20 = :sku)"
          + " and (:location = 0 or p.id & 1048575 = :location)"
          + " order by p.id limit :rows";

  /** Names are looked up for the rows of the page alone, which the limit inside sees to. */
  private static final String NAMED_SHORTFALLS =
      COLUMNS
          + ", s.code as sku, s.name as sku_name, s.scale, l.code as location"
          + " from (select *, id >> 20 as sku_id, (id & 1048575)::int as location_id"
          + " from position where client_id = :client and shortfall > 0 and id > :after"
          + " order by id limit :rows) p"
          + " join sku s on s.id = p.sku_id and s.client_id = :client"
          + " join location l on l.id = p.location_id and l.client_id = :client"
          + " order by p.id";

  private PositionList() {}

  static List<ShortfallRow> shortfalls(Handle handle, ClientId client, long after, int rows) {
    return handle
        .createQuery(NAMED_SHORTFALLS)
        .bind("client", client.value())
        .bind("after", after)
        .bind("rows", rows)
        .map(StockRows::shortfall)
        .list();
  }

  static List<PositionRow> read(
      Handle handle, ClientId client, PositionFilter filter, long after, int rows) {
    long sku = filter.skuId() == null ? 0 : filter.skuId();
    long location = filter.locationId() == null ? 0 : filter.locationId();
    var query =
        handle
            .createQuery(statement(filter))
            .bind("client", client.value())
            .bind("after", after)
            .bind("rows", rows);
    if (filter.onlyShortfalls()) {
      query.bind("sku", sku).bind("location", location);
    } else if (filter.skuId() != null) {
      query
          .bind("first", sku << PositionKey.LOCATION_BITS)
          .bind("beyond", (sku + 1) << PositionKey.LOCATION_BITS)
          .bind("location", location);
    } else {
      query.bind("fromSku", after >> PositionKey.LOCATION_BITS);
      if (filter.locationId() != null) {
        query.bind("location", location);
      }
    }
    return query.map(StockRows::position).list();
  }

  private static String statement(PositionFilter filter) {
    if (filter.onlyShortfalls()) {
      return SHORTFALLS;
    }
    if (filter.skuId() != null) {
      return OF_SKU;
    }
    return filter.locationId() != null ? OF_LOCATION : ALL;
  }
}
