package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.EntryKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * What a chunk of counted positions leaves behind, gathered as columns and written with array
 * parameters: positions that existed, new positions, ledger entries.
 */
final class BulkStockChunk implements AutoCloseable {
  private static final String UPDATE =
      "update position p set on_hand = u.on_hand, safety_stock = u.safety_stock,"
          + " shortfall = u.shortfall, version = u.version, updated_at = ?"
          + " from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])"
          + " u(id, on_hand, safety_stock, shortfall, version)"
          + " where p.id = u.id and p.client_id = ?";

  private static final String INSERT =
      "insert into position (id, client_id, on_hand, safety_stock, version, updated_at)"
          + " select u.id, ?, u.on_hand, u.safety_stock, u.version, ?"
          + " from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])"
          + " u(id, on_hand, safety_stock, version)";

  private static final String ENTER =
      "insert into ledger_entry (position_id, version, client_id, kind, on_hand_delta,"
          + " reserved_delta, on_hand_after, reserved_after, safety_stock_after, at, actor, note)"
          + " select u.id, u.version, ?, u.kind, u.delta, 0, u.on_hand, u.reserved,"
          + " u.safety_stock, ?, ?, 'import'"
          + " from unnest(?::bigint[], ?::bigint[], ?::smallint[], ?::bigint[], ?::bigint[],"
          + " ?::bigint[], ?::bigint[])"
          + " u(id, version, kind, delta, on_hand, reserved, safety_stock)";

  private final Connection connection;
  private final int client;
  private final int actor;
  private final Instant at;
  private final LongColumns changed = new LongColumns(5);
  private final LongColumns made = new LongColumns(4);
  private final LongColumns entries = new LongColumns(7);

  BulkStockChunk(Connection connection, ClientId client, int actor, Instant at) {
    this.connection = connection;
    this.client = client.value();
    this.actor = actor;
    this.at = at;
  }
}
