package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.order.OrderState;
import dev.holdfast.storage.api.BadCursorException;
import dev.holdfast.storage.api.OrderRow;
import dev.holdfast.storage.api.OrderStore.OrderFilter;
import dev.holdfast.storage.api.OrderStore.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The statement that lists orders. By place it looks where all shipments come from that place, and
 * through those that come from several, as lists of reservations do ({@link NewestFirst}).
 */
final class OrderList {
  static final String SELECT =
      "select id, number, state, version, promised, ship_by, location_ids, carrier, service,"
          + " document, created_at, updated_at from customer_order where client_id = :client";

  private static final String BETWEEN = " ";

  /** As a list of numbers, which the index by state serves. */
  private static final String WAITING =
      Arrays.stream(OrderState.values())
          .filter(OrderState::isWaiting)
          .map(state -> Integer.toString(state.number()))
          .collect(Collectors.joining(",", " and state in (", ")"));

  private final ClientId client;
  private final OrderFilter filter;
  private final boolean dueFirst;
  private final @Nullable UUID afterId;
  private final @Nullable Instant afterShipBy;
  private final int rows;

  /**
   * @param after the cursor of a list in the same order; null for the first page
   * @throws BadCursorException when it is none
   */
  OrderList(ClientId client, OrderFilter filter, @Nullable String after, int rows) {
    this.client = client;
    this.filter = filter;
    this.rows = rows;
    this.dueFirst = filter.shipBefore() != null;
    if (after == null || !dueFirst) {
      this.afterId = after == null ? null : Cursors.uuid(after);
      this.afterShipBy = null;
      return;
    }
    String[] parts = Cursors.text(after).split(BETWEEN, -1);
    try {
      this.afterShipBy = Instant.parse(parts[0]);
      this.afterId = UUID.fromString(parts.length == 2 ? parts[1] : "none");
    } catch (DateTimeException | IllegalArgumentException broken) {
      throw new BadCursorException();
    }
  }

  /** What the next page starts behind. */
  Object key(Stored last) {
    UUID id = last.row().id();
    return dueFirst ? Objects.requireNonNull(last.row().shipBy()) + BETWEEN + id : id;
  }

  List<Stored> read(Handle handle) {
    String order = (dueFirst ? " order by ship_by, id" : " order by id desc") + " limit :rows";
    String from = SELECT + conditions();
    String sql =
        filter.locationId() == null
            ? from + order
            : "select o.* from unnest(array[0, :location]) as place cross join lateral ("
                + (from + " and location_id = place and :location = any(location_ids)" + order)
                + ") o"
                + order;
    Query query = handle.createQuery(sql).bind("client", client.value()).bind("rows", rows);
    if (filter.locationId() != null) {
      query.bind("location", filter.locationId());
    }
    if (filter.shipBefore() != null) {
      query.bind("before", filter.shipBefore().atOffset(ZoneOffset.UTC));
    }
    bindPlacing(query);
    if (afterId != null) {
      query.bind("afterId", afterId);
    }
    if (afterShipBy != null) {
      query.bind("afterShipBy", afterShipBy.atOffset(ZoneOffset.UTC));
    }
    return query.map(OrderList::order).list();
  }

  private void bindPlacing(Query query) {
    if (filter.placedFrom() != null) {
      query.bind("placedFrom", filter.placedFrom().atOffset(ZoneOffset.UTC));
    }
    if (filter.placedTo() != null) {
      query.bind("placedTo", filter.placedTo().atOffset(ZoneOffset.UTC));
    }
    if (filter.carrier() != null) {
      query.bind("carrier", filter.carrier());
    }
    if (filter.service() != null) {
      query.bind("service", filter.service());
    }
  }

  private String conditions() {
    StringBuilder conditions = new StringBuilder();
    conditions.append(filter.placedFrom() == null ? "" : " and created_at >= :placedFrom");
    conditions.append(filter.placedTo() == null ? "" : " and created_at < :placedTo");
    conditions.append(filter.carrier() == null ? "" : " and carrier = :carrier");
    conditions.append(filter.service() == null ? "" : " and service = :service");
    conditions.append(filter.backlog() ? WAITING : "");
    if (filter.state() != null) {
      conditions.append(" and state = ").append(filter.state().number());
    }
    if (dueFirst) {
      conditions.append(" and ship_by < :before");
    }
    if (afterShipBy != null) {
      conditions.append(" and (ship_by, id) > (:afterShipBy, :afterId)");
    } else if (afterId != null) {
      conditions.append(" and id < :afterId");
    }
    return conditions.toString();
  }

  static Stored order(ResultSet row, StatementContext context) throws SQLException {
    OffsetDateTime shipBy = row.getObject("ship_by", OffsetDateTime.class);
    Integer[] locations = (Integer[]) row.getArray("location_ids").getArray();
    OrderRow order =
        new OrderRow(
            row.getObject("id", UUID.class),
            row.getString("number"),
            OrderState.ofNumber(row.getInt("state")),
            row.getLong("version"),
            row.getObject("promised", LocalDate.class),
            shipBy == null ? null : shipBy.toInstant(),
            List.of(locations),
            row.getString("carrier"),
            row.getString("service"),
            row.getString("document"));
    return new Stored(order, Rows.instant(row, "created_at"), Rows.instant(row, "updated_at"));
  }
}
