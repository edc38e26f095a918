package dev.holdfast.storage.postgres;

import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.Recount;
import dev.holdfast.storage.api.BulkOrder;
import dev.holdfast.storage.api.StockCounts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.BitSet;
import java.util.List;

/**
 * Counted positions into the ledger: lock those that exist, in key order; read the clock; then,
 * chunk by chunk in key order, write what the count makes of each and make those that are missing.
 *
 * <p>A position that somebody makes meanwhile stands in the way of ours (unique violation): the
 * whole file is tried again. Two files cannot wait for each other in a circle: each locks rows that
 * exist in key order, and while it then adds rows in key order it waits for nobody's locked rows.
 */
final class BulkStock {
  /**
   * Rows of one statement. Arrays of 160 KB: large enough that round trips do not count, small
   * enough for the processor's cache.
   */
  private static final int CHUNK = 20_000;

  private static final String LOCK =
      "select id from position where id = any(?) order by id for update";

  private static final String LOCKED =
      "select id, on_hand, reserved, safety_stock, shortfall, version"
          + " from position where id = any(?) order by id";

  private final Connection connection;
  private final BulkOrder order;
  private final StockCounts counts;
  private final BitSet existing = new BitSet();

  BulkStock(Connection connection, BulkOrder order, StockCounts counts) {
    this.connection = connection;
    this.order = order;
    this.counts = counts;
  }

  BulkTransaction.Change apply() throws SQLException {
    for (int from = 0; from < counts.size(); from += CHUNK) {
      lock(from, Math.min(counts.size(), from + CHUNK));
    }
    Instant at = now();
    BulkStockChunk chunk =
        new BulkStockChunk(connection, order, at, Math.min(counts.size(), CHUNK));
    for (int from = 0; from < counts.size(); from += CHUNK) {
      int to = Math.min(counts.size(), from + CHUNK);
      decideExisting(from, to, chunk);
      decideNew(from, to, chunk);
      chunk.write();
    }
    return new BulkTransaction.Change(at, counts.size(), 0, List.of());
  }

  private void lock(int from, int to) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LOCK)) {
      query.setObject(1, positions(from, to));
      try (ResultSet row = query.executeQuery()) {
        for (int index = from; row.next(); index++) {
          index = find(row.getLong(1), index);
          existing.set(index);
        }
      }
    }
  }

  private long[] positions(int from, int to) {
    long[] ids = new long[to - from];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = counts.position(from + i);
    }
    return ids;
  }

  /** Where a position stands that is certainly among the counts, at or after an index. */
  private int find(long position, int start) {
    int index = start;
    while (counts.position(index) != position) {
      index++;
    }
    return index;
  }

  /** Read after the locks are held, so that times never run backwards in a position's history. */
  private Instant now() throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select clock_timestamp()");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  private void decideExisting(int from, int to, BulkStockChunk chunk) throws SQLException {
    int first = existing.nextSetBit(from);
    if (first < 0 || first >= to) {
      return;
    }
    try (PreparedStatement query = connection.prepareStatement(LOCKED)) {
      query.setObject(1, existingPositions(from, to));
      try (ResultSet row = query.executeQuery()) {
        for (int index = first; row.next(); index++) {
          index = find(row.getLong(1), index);
          Balance before =
              new Balance(
                  row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6));
          decide(index, before, chunk);
        }
      }
    }
  }

  private long[] existingPositions(int from, int to) {
    return existing.get(from, to).stream().mapToLong(i -> counts.position(from + i)).toArray();
  }

  private void decideNew(int from, int to, BulkStockChunk chunk) {
    for (int index = existing.nextClearBit(from);
        index < to;
        index = existing.nextClearBit(index + 1)) {
      decide(index, Balance.EMPTY, chunk);
    }
  }

  private void decide(int index, Balance before, BulkStockChunk chunk) {
    Balance counted = Recount.counted(before, counts.quantity(index));
    long safetyStock = counts.safetyStock(index);
    Balance after =
        safetyStock == StockCounts.AS_IT_IS || safetyStock == counted.safetyStock()
            ? counted
            : Recount.withSafetyStock(counted, safetyStock);
    chunk.add(counts.position(index), before, counted, after, existing.get(index));
  }
}
