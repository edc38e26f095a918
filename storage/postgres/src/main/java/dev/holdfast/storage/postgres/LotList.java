package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.BadCursorException;
import dev.holdfast.storage.api.LotStore.LotFilter;
import dev.holdfast.storage.api.LotStore.LotRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The statement that lists lots of which something is left, the first to expire first. */
final class LotList {
  /** What is in the lots of the position that leave after this one: on hand fills them first. */
  static final String LATER =
      "select coalesce(sum(x.remaining), 0)::bigint as quantity from lot x"
          + " where x.position_id = l.position_id and x.client_id = l.client_id"
          + " and x.remaining > 0 and (x.expires, x.lot) > (l.expires, l.lot)";

  /** Names are looked up for the rows of the page alone, which the limit inside sees to. */
  private static final String SELECT =
      "select f.*, s.code as sku, s.name as sku_name, s.scale, w.code as location, w.time_zone,"
          + " now() as at from (select l.position_id, l.lot, l.expires, l.received,"
          + " least(l.remaining, p.on_hand - later.quantity) as still,"
          + " l.position_id >> 20 as sku_id, (l.position_id & 1048575)::int as location_id"
          + " from lot l join position p on p.id = l.position_id and p.client_id = l.client_id"
          + " cross join lateral ("
          + LATER
          + ") later where l.client_id = :client and l.remaining > 0"
          + " and p.on_hand > later.quantity";

  private static final String NAMED =
      " order by l.expires, l.position_id, l.lot limit :rows) f"
          + " join sku s on s.id = f.sku_id and s.client_id = :client"
          + " join location w on w.id = f.location_id and w.client_id = :client"
          + " order by f.expires, f.position_id, f.lot";

  private static final String BETWEEN = " ";

  private final ClientId client;
  private final LotFilter filter;
  private final int rows;
  private final @Nullable Last last;

  /** Where the page before ended. */
  private record Last(LocalDate expires, long position, String lot) {
    static Last of(String cursor) {
      String[] parts = Cursors.text(cursor).split(BETWEEN, -1);
      if (parts.length != 3) {
        throw new BadCursorException();
      }
      try {
        return new Last(LocalDate.parse(parts[0]), Long.parseLong(parts[1]), parts[2]);
      } catch (DateTimeException | NumberFormatException broken) {
        throw new BadCursorException();
      }
    }
  }

  /**
   * @param after the cursor of such a list; null for the first page
   * @throws BadCursorException when it is none
   */
  LotList(ClientId client, LotFilter filter, @Nullable String after, int rows) {
    this.client = client;
    this.filter = filter;
    this.rows = rows;
    this.last = after == null ? null : Last.of(after);
  }

  /** What the next page starts behind. */
  static Object key(LotRow row) {
    return row.expires() + BETWEEN + row.position().packed() + BETWEEN + row.lot();
  }

  List<LotRow> read(Handle handle) {
    Query query =
        handle
            .createQuery(SELECT + conditions() + NAMED)
            .bind("client", client.value())
            .bind("rows", rows);
    if (filter.skuId() != null) {
      query
          .bind("first", filter.skuId() << PositionKey.LOCATION_BITS)
          .bind("beyond", (filter.skuId() + 1) << PositionKey.LOCATION_BITS);
    }
    if (filter.locationId() != null) {
      query.bind("location", filter.locationId());
    }
    if (filter.expiresBefore() != null) {
      query.bind("before", filter.expiresBefore());
    }
    if (last != null) {
      query
          .bind("lastDay", last.expires())
          .bind("lastPosition", last.position())
          .bind("lastLot", last.lot());
    }
    return query.map(LotList::row).list();
  }

  private String conditions() {
    StringBuilder conditions = new StringBuilder();
    if (filter.skuId() != null) {
      conditions.append(" and l.position_id >= :first and l.position_id < :beyond");
    }
    if (filter.locationId() != null) {
      conditions.append(" and l.position_id & 1048575 = :location");
    }
    if (filter.expiresBefore() != null) {
      conditions.append(" and l.expires < :before");
    }
    if (last != null) {
      conditions.append(
          " and (l.expires, l.position_id, l.lot) > (:lastDay, :lastPosition, :lastLot)");
    }
    return conditions.toString();
  }

  private static LotRow row(ResultSet row, StatementContext context) throws SQLException {
    ZoneId zone = ZoneId.of(row.getString("time_zone"));
    return new LotRow(
        new PositionKey(row.getLong("position_id")),
        row.getString("lot"),
        row.getObject("expires", LocalDate.class),
        row.getLong("received"),
        row.getLong("still"),
        LocalDate.ofInstant(Rows.instant(row, "at"), zone),
        row.getString("sku"),
        row.getString("sku_name"),
        new Scale(row.getInt("scale")),
        row.getString("location"));
  }
}
