package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reservation.PickupNumber;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.reservation.ReservationState;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.storage.api.StockReader.ReservationFilter;
import dev.holdfast.storage.api.StockReader.TransferFilter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/**
 * The statements that list reservations and transfers, newest first: identifiers are UUIDs of
 * version 7, whose order is that of time.
 *
 * <p>Lines are arrays, and row-level security bars what tests an array from every index condition,
 * because that is not leak-proof. So a reservation keeps the location of its lines in a column,
 * which is 0 where they are at several (or an older node wrote it): active ones of a location are
 * those in its range of an index, and those in the range of 0 that name it in a line.
 */
final class NewestFirst {
  static final String RESERVATION =
      "select id, client_id, state, position_ids, quantities, created_at, expires_at,"
          + " order_id"
          + " from reservation where client_id = :client";

  static final String TRANSFER =
      "select id, client_id, state, position_ids, quantities, to_location, sent_at"
          + " from transfer where client_id = :client";

  private static final String IN_ORDER = " order by id desc limit :rows";
  private static final String LOCATION_OF_LINE = "(p & " + PositionKey.MAX_LOCATION + ")";

  private NewestFirst() {}

  /**
   * @param before the last reservation of the page before; null for the first page
   */
  static List<Reservation> reservations(
      Handle handle, ClientId client, ReservationFilter filter, @Nullable UUID before, int rows) {
    String from = RESERVATION + (before == null ? "" : " and id < :before");
    if (filter.state() != null) {
      // Part of the text, so that the index on what is active can serve.
      from += " and state = " + Rows.code(filter.state());
    }
    if (!filter.orders()) {
      from += " and order_id is null";
    }
    String wanted = line(filter.skuId(), filter.locationId(), "");
    if (filter.pickup() != null) {
      wanted += " and right(id::text, " + PickupNumber.LENGTH + ") = :pickup";
    }
    String sql = from + wanted + IN_ORDER;
    if (filter.state() == ReservationState.ACTIVE && filter.locationId() != null) {
      sql =
          "select r.* from unnest(array[0, :location]) as place cross join lateral ("
              + (from + wanted + " and location_id = place" + IN_ORDER)
              + ") r"
              + IN_ORDER;
    } else if (filter.state() == ReservationState.ACTIVE && filter.skuId() != null) {
      // The fence keeps the planner from looking through what has ended, newest first.
      sql = "select * from (" + from + " offset 0) r where true" + wanted + IN_ORDER;
    }
    Bindings bindings = new Bindings(client, filter.skuId(), filter.locationId(), before, rows);
    String pickup =
        filter.pickup() == null ? null : filter.pickup().text().toLowerCase(Locale.ROOT);
    return bindings.list(handle, sql, pickup, StockRows::reservation);
  }

  /**
   * @param before the last transfer of the page before; null for the first page
   */
  static List<Transfer> transfers(
      Handle handle, ClientId client, TransferFilter filter, @Nullable UUID before, int rows) {
    StringBuilder wanted = new StringBuilder(TRANSFER);
    if (filter.state() != null) {
      wanted.append(" and state = ").append(Rows.code(filter.state()));
    }
    wanted.append(line(filter.skuId(), filter.locationId(), " or to_location = :location"));
    wanted.append(before == null ? "" : " and id < :before");
    Bindings bindings = new Bindings(client, filter.skuId(), filter.locationId(), before, rows);
    return bindings.list(handle, wanted + IN_ORDER, null, StockRows::transfer);
  }

  /** That one line has the SKU and is at the location, as far as they are asked for. */
  private static String line(
      @Nullable Long skuId, @Nullable Integer locationId, String orElsewhere) {
    if (skuId == null && locationId == null) {
      return "";
    }
    String sku = skuId == null ? "true" : "p >> " + PositionKey.LOCATION_BITS + " = :sku";
    String location =
        locationId == null ? "true" : "(" + LOCATION_OF_LINE + " = :location" + orElsewhere + ")";
    return " and exists (select from unnest(position_ids) p where "
        + sku
        + " and "
        + location
        + ")";
  }

  /** What the statements ask for. */
  private record Bindings(
      ClientId client,
      @Nullable Long skuId,
      @Nullable Integer locationId,
      @Nullable UUID before,
      int rows) {
    <T> List<T> list(Handle handle, String sql, @Nullable String pickup, RowMapper<T> mapper) {
      var query = handle.createQuery(sql).bind("client", client.value()).bind("rows", rows);
      if (skuId != null) {
        query.bind("sku", skuId);
      }
      if (locationId != null) {
        query.bind("location", locationId);
      }
      if (before != null) {
        query.bind("before", before);
      }
      if (pickup != null) {
        query.bind("pickup", pickup);
      }
      return query.map(mapper).list();
    }
  }
}
