package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.stock.Decision;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.StockCommand.ChangeOrder;
import dev.holdfast.domain.stock.StoredOrder;
import dev.holdfast.domain.stock.WorkingSet;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.OrderRow;
import dev.holdfast.storage.postgres.Batch.SubjectKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The orders of a batch: locked after its positions, in one order everywhere, and written together
 * with the reservations that hold their stock. A batch without orders sends nothing.
 */
final class OrderWrites {
  /** By identifier, and by number for new ones: either may be taken. */
  static final String LOCK =
      "with wanted as materialized ("
          + "select o.client_id, o.id from unnest(?::int[], ?::uuid[]) k(client_id, id)"
          + " join customer_order o on o.client_id = k.client_id and o.id = k.id"
          + " union select o.client_id, o.id from unnest(?::int[], ?::text[]) k(client_id, number)"
          + " join customer_order o on o.client_id = k.client_id and o.number = k.number)"
          + " select o.client_id, o.id, o.number, o.version from customer_order o"
          + " join wanted w on w.client_id = o.client_id and w.id = o.id"
          + " order by o.client_id, o.id for update of o";

  private static final String HOLD =
      "insert into reservation (client_id, id, order_id, location_id, position_ids, quantities,"
          + " created_at, expires_at)"
          + " select r.client_id, r.id, r.order_id, r.location_id, r.position_ids::bigint[],"
          + " r.quantities::bigint[], ?::timestamptz, r.expires_at"
          + " from unnest(?::int[], ?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::text[],"
          + " ?::timestamptz[]) r(client_id, id, order_id, location_id, position_ids, quantities,"
          + " expires_at)";

  private static final String GIVEN =
      "unnest(?::int[], ?::uuid[], ?::text[], ?::smallint[], ?::bigint[], ?::text[], ?::text[],"
          + " ?::int[], ?::text[], ?::text[], ?::text[], ?::text[]) r(client_id, id, number, state,"
          + " version, promised, ship_by, location_id, location_ids, carrier, service, document)";

  private static final String INSERT =
      "insert into customer_order (client_id, id, number, state, version, promised, ship_by,"
          + " location_id, location_ids, carrier, service, document, created_at, updated_at)"
          + " select r.client_id, r.id, r.number, r.state, r.version, r.promised::date,"
          + " r.ship_by::timestamptz, r.location_id, r.location_ids::int[], r.carrier, r.service,"
          + " r.document::json, g.at, g.at from (select ?::timestamptz as at) g, "
          + GIVEN;

  private static final String UPDATE =
      "update customer_order o set state = r.state, version = r.version,"
          + " promised = r.promised::date, ship_by = r.ship_by::timestamptz,"
          + " location_id = r.location_id, location_ids = r.location_ids::int[],"
          + " carrier = r.carrier, service = r.service, document = r.document::json,"
          + " updated_at = g.at, xid = default from (select ?::timestamptz as at) g, "
          + GIVEN
          + " where o.client_id = r.client_id and o.id = r.id and o.number = r.number";

  /**
   * In key order, as positions and outcomes are: two nodes wait for each other, but not for ever.
   */
  private static final Comparator<SubjectKey> KEY_ORDER =
      Comparator.<SubjectKey>comparingInt(key -> key.client().value())
          .thenComparing(SubjectKey::id);

  private final List<Reservation> held = new ArrayList<>(0);
  private final Map<SubjectKey, OrderRow> added = new TreeMap<>(KEY_ORDER);
  private final Map<SubjectKey, OrderRow> changed = new TreeMap<>(KEY_ORDER);

  /** Locks the orders that a batch names and loads them. */
  static void lock(Connection connection, List<ClientCommand> commands, WorkingSet into)
      throws SQLException {
    List<ClientCommand> orders =
        commands.stream().filter(one -> one.command() instanceof ChangeOrder).toList();
    if (orders.isEmpty()) {
      return;
    }
    int[] clients = orders.stream().mapToInt(one -> one.client().value()).toArray();
    try (PreparedStatement query = connection.prepareStatement(LOCK)) {
      query.setObject(1, clients);
      query.setArray(2, connection.createArrayOf("uuid", of(orders, OrderRow::id)));
      query.setObject(3, clients);
      query.setArray(4, connection.createArrayOf("text", of(orders, OrderRow::number)));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          into.load(
              new StoredOrder(
                  new ClientId(row.getInt(1)),
                  row.getObject(2, UUID.class),
                  row.getString(3),
                  row.getLong(4)));
        }
      }
    }
  }

  private static Object[] of(List<ClientCommand> orders, Part part) {
    return orders.stream().map(one -> part.of(Objects.requireNonNull(one.order()))).toArray();
  }

  private interface Part {
    Object of(OrderRow row);
  }

  /** Adds what an accepted change leaves. */
  void add(ClientCommand from, Decision.OrderEffect effect) {
    held.addAll(effect.held());
    OrderRow row = Objects.requireNonNull(from.order());
    SubjectKey key = new SubjectKey(from.client(), row.id());
    if (row.version() == 1 || added.containsKey(key)) {
      added.put(key, row);
    } else {
      changed.put(key, row);
    }
  }

  /** Writes new reservations, then new orders, then changed ones. */
  void write(Connection connection, Instant now) throws SQLException {
    if (!held.isEmpty()) {
      hold(connection, now);
    }
    write(connection, INSERT, added, now);
    write(connection, UPDATE, changed, now);
  }

  private void hold(Connection connection, Instant now) throws SQLException {
    try (Columns columns = new Columns(connection, HOLD)) {
      columns.time(now);
      columns.ints(held, r -> r.client().value());
      columns.uuids(held, Reservation::id);
      columns.uuids(held, Reservation::order);
      columns.ints(held, r -> BatchWrites.oneLocation(r.lines()));
      columns.texts(held, r -> Columns.arrayText(r.lines(), line -> line.position().packed()));
      columns.texts(held, r -> Columns.arrayText(r.lines(), Line::quantity));
      columns.times(held, Reservation::expiresAt);
      columns.update(held.size());
    }
  }

  private static void write(
      Connection connection, String sql, Map<SubjectKey, OrderRow> orders, Instant now)
      throws SQLException {
    if (orders.isEmpty()) {
      return;
    }
    List<SubjectKey> keys = List.copyOf(orders.keySet());
    List<OrderRow> rows = List.copyOf(orders.values());
    try (Columns columns = new Columns(connection, sql)) {
      columns.time(now);
      columns.ints(keys, key -> key.client().value());
      columns.uuids(keys, SubjectKey::id);
      columns.texts(rows, OrderRow::number);
      columns.shorts(rows, row -> row.state().number());
      columns.longs(rows, OrderRow::version);
      columns.texts(rows, row -> text(row.promised()));
      columns.texts(rows, row -> text(row.shipBy()));
      columns.ints(rows, row -> row.locations().size() == 1 ? row.locations().getFirst() : 0);
      columns.texts(rows, row -> Columns.arrayText(row.locations(), Integer::longValue));
      columns.texts(rows, OrderRow::carrier);
      columns.texts(rows, OrderRow::service);
      columns.texts(rows, OrderRow::document);
      columns.update(rows.size());
    }
  }

  private static @Nullable String text(@Nullable Object time) {
    return time == null ? null : time.toString();
  }
}
