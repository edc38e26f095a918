package dev.holdfast.storage.postgres;

import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.EntryKind;
import dev.holdfast.storage.api.BulkOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * What a chunk of counted positions leaves behind, gathered as columns and written with array
 * parameters.
 *
 * <p>New positions that are only counted, the rows of every first load, have statements of their
 * own: two columns say all about them, and that saves a quarter of the database's time.
 */
final class BulkStockChunk {
  private static final String NEW_COUNTED =
      "insert into position (id, client_id, on_hand, version, updated_at)"
          + " select u.id, ?, u.on_hand, 1, ?::timestamptz from unnest(?::bigint[], ?::bigint[])"
          + " u(id, on_hand)";

  private static final String ENTER_NEW_COUNTED =
      "insert into ledger_entry (client_id, at, actor, position_id, version, kind, on_hand_delta,"
          + " reserved_delta, on_hand_after, reserved_after, safety_stock_after, note)"
          + " select ?, ?::timestamptz, ?, u.id, 1, "
          + EntryKind.COUNTED.code()
          + ", u.on_hand, 0, u.on_hand, 0, 0, 'import' from unnest(?::bigint[], ?::bigint[])"
          + " u(id, on_hand)";

  private static final String NEW =
      "insert into position (id, client_id, on_hand, safety_stock, version, updated_at)"
          + " select u.id, ?, u.on_hand, u.safety_stock, u.version, ?::timestamptz"
          + " from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])"
          + " u(id, on_hand, safety_stock, version)";

  private static final String CHANGED =
      "update position p set on_hand = u.on_hand, safety_stock = u.safety_stock,"
          + " version = u.version, shortfall = u.shortfall, updated_at = u.at"
          + " from (select ?::int as client_id, ?::timestamptz as at, a.*"
          + " from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])"
          + " a(id, on_hand, safety_stock, version, shortfall)) u"
          + " where p.id = u.id and p.client_id = u.client_id";

  private static final String ENTER =
      "insert into ledger_entry (client_id, at, actor, position_id, version, kind, on_hand_delta,"
          + " reserved_delta, on_hand_after, reserved_after, safety_stock_after, note)"
          + " select ?, ?::timestamptz, ?, u.id, u.version, u.kind, u.delta, 0, u.on_hand,"
          + " u.reserved, u.safety_stock, 'import'"
          + " from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],"
          + " ?::bigint[], ?::bigint[])"
          + " u(id, version, kind, delta, on_hand, reserved, safety_stock)";

  /** As {@code Lots.settled}, before the count adds goods: a lot that is gone stays gone. */
  private static final String SETTLE_LOTS =
      "update lot l set remaining = s.still, updated_at = g.at"
          + " from (select ?::int as client_id, ?::timestamptz as at) g,"
          + " (select x.position_id, x.lot, greatest(0, least(x.remaining, b.on_hand"
          + " - coalesce(sum(x.remaining) over (partition by x.position_id"
          + " order by x.expires desc, x.lot desc rows between unbounded preceding"
          + " and 1 preceding), 0))) as still"
          + " from unnest(?::bigint[], ?::bigint[]) b(id, on_hand)"
          + " join lot x on x.position_id = b.id and x.remaining > 0) s"
          + " where l.position_id = s.position_id and l.lot = s.lot"
          + " and l.client_id = g.client_id and l.remaining <> s.still";

  private final Connection connection;
  private final int client;
  private final int actor;
  private final OffsetDateTime at;
  private final LongColumns newCounted;
  private final LongColumns made;
  private final LongColumns changed;
  private final LongColumns entries;

  /** Positions of which the file counts more than was there, and what was there. */
  private final LongColumns grown;

  BulkStockChunk(Connection connection, BulkOrder order, Instant at, int rows) {
    this.connection = connection;
    this.client = order.client().value();
    this.actor = order.actor();
    this.at = at.atOffset(ZoneOffset.UTC);
    this.newCounted = new LongColumns(2, rows);
    this.made = new LongColumns(4, rows);
    this.changed = new LongColumns(5, rows);
    this.entries = new LongColumns(7, rows);
    this.grown = new LongColumns(2, rows);
  }

  /**
   * Adds what became of a position.
   *
   * @param counted its balance after the count
   * @param after that, or the one after the safety stock was set too
   */
  void add(long position, Balance before, Balance counted, Balance after, boolean exists) {
    boolean safetyStockSet = after.version() != counted.version();
    if (!exists && !safetyStockSet) {
      newCounted.add(position, after.onHand());
      return;
    }
    long delta = counted.onHand() - before.onHand();
    enter(position, EntryKind.COUNTED, delta, counted);
    if (exists && delta > 0) {
      grown.add(position, before.onHand());
    }
    if (safetyStockSet) {
      enter(position, EntryKind.SAFETY_STOCK_SET, 0, after);
    }
    if (exists) {
      changed.add(
          position, after.onHand(), after.safetyStock(), after.version(), after.shortfall());
    } else {
      made.add(position, after.onHand(), after.safetyStock(), after.version());
    }
  }

  private void enter(long position, EntryKind kind, long delta, Balance after) {
    entries.add(
        position,
        after.version(),
        kind.code(),
        delta,
        after.onHand(),
        after.reserved(),
        after.safetyStock());
  }

  /** Writes what was added, and forgets it. */
  void write() throws SQLException {
    if (!grown.isEmpty()) {
      settleLots();
      grown.clear();
    }
    if (!newCounted.isEmpty()) {
      write(NEW_COUNTED, newCounted, false);
      write(ENTER_NEW_COUNTED, newCounted, true);
      newCounted.clear();
    }
    if (!made.isEmpty()) {
      write(NEW, made, false);
      made.clear();
    }
    if (!changed.isEmpty()) {
      write(CHANGED, changed, false);
      changed.clear();
    }
    if (!entries.isEmpty()) {
      write(ENTER, entries, true);
      entries.clear();
    }
  }

  /** Few positions have lots, so how many rows change is not known. */
  private void settleLots() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SETTLE_LOTS)) {
      statement.setInt(1, client);
      statement.setObject(2, at);
      grown.bind(statement, 3);
      statement.executeUpdate();
    }
  }

  private void write(String sql, LongColumns columns, boolean asActor) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int next = 1;
      statement.setInt(next++, client);
      statement.setObject(next++, at);
      if (asActor) {
        statement.setInt(next++, actor);
      }
      columns.bind(statement, next);
      int written = statement.executeUpdate();
      if (written != columns.rows()) {
        throw new SQLException("wrote " + written + " rows instead of " + columns.rows(), "XX000");
      }
    }
  }
}
