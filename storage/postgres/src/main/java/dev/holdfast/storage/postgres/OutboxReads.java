package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.event.StockChange;
import dev.holdfast.domain.event.Thresholds;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.EntryKind;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.EventOutbox;
import dev.holdfast.storage.api.EventOutbox.Behind;
import dev.holdfast.storage.api.EventOutbox.BehindPage;
import dev.holdfast.storage.api.EventOutbox.Pending;
import dev.holdfast.storage.api.EventOutbox.Subscription;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The questions that are asked of the ledger as an outbox. */
final class OutboxReads {
  /** SKUs looked at for one page: bounds a page also where nothing is behind. */
  private static final int SKUS = 2_000;

  /** Positions of one page. */
  private static final int POSITIONS = 2_000;

  private static final String SUBSCRIPTIONS =
      """
      select w.id, w.client_id, c.code, w.url, w.event_types, w.sees_balances, w.revision,
        array(select s.secret from webhook_secret s where s.webhook_id = w.id
          and (s.valid_until is null or s.valid_until > clock_timestamp())
          order by s.id desc) as secrets
      from webhook w join client c on c.id = w.client_id
      """;

  /** The last version that counts as told: of the cursor, or before the webhook was made. */
  private static final String TOLD =
      """
      coalesce(c.delivered_version, (select max(e.version) from ledger_entry e
        where e.position_id = p.id and e.at < w.created_at), 0)
      """;

  /**
   * SKU by SKU, because there is an index for a client's SKUs and the key of a position begins with
   * one. A position that has not changed since the webhook was made has nothing to tell.
   */
  private static final String BEHIND =
      """
      select p.id, coalesce(c.tries, 0) as tries,
        coalesce(extract(epoch from c.next_try_at - clock_timestamp()), 0) as again_seconds
      from webhook w
      join sku s on s.client_id = w.client_id and s.id >= ? and s.id < ?
      join position p on p.id between s.id << 20 and (s.id << 20) + 1048575 and p.id > ?
        and p.updated_at >= w.created_at
      left join webhook_cursor c on c.webhook_id = w.id and c.position_id = p.id
      where w.id = ? and c.parked_at is null and p.version > ${TOLD}
      order by p.id limit ?
      """
          .replace("${TOLD}", TOLD);

  private static final String SKU_RANGE =
      "select id from sku where client_id = ? and id >= ? order by id offset ? limit 1";

  /**
   * Not from the position itself: its first change is announced a moment before it can be read, and
   * must not be taken for something that never happened.
   */
  private static final String POSITION =
      """
      select s.code as sku, l.code as location, s.scale, t.low_stock, t.back_in_stock,
        coalesce(c.tries, 0) as tries, ${TOLD} as told
      from webhook w
      cross join (select ?::bigint as id) p
      join sku s on s.id = p.id >> 20 and s.client_id = w.client_id
      join location l on l.id = (p.id & 1048575)::int and l.client_id = w.client_id
      left join threshold t on t.client_id = w.client_id and t.position_id = p.id
      left join webhook_cursor c on c.webhook_id = w.id and c.position_id = p.id
      where w.id = ? and c.parked_at is null
      """
          .replace("${TOLD}", TOLD);

  private static final String ENTRIES =
      """
      select version, kind, on_hand_after, reserved_after, safety_stock_after, at, subject, note
      from ledger_entry where position_id = ? and version >= ? order by version limit ?
      """;

  private OutboxReads() {}

  static List<Subscription> subscriptions(
      Connection connection, String which, PostgresEventOutbox.Parameters parameters)
      throws SQLException {
    List<Subscription> found = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement(SUBSCRIPTIONS + " where " + which + " order by w.id")) {
      parameters.on(query);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(
              new Subscription(
                  row.getInt("id"),
                  new ClientId(row.getInt("client_id")),
                  row.getString("code"),
                  row.getString("url"),
                  WebhookRows.types(row),
                  row.getBoolean("sees_balances"),
                  List.of((String[]) row.getArray("secrets").getArray()),
                  row.getLong("revision")));
        }
      }
    }
    return found;
  }

  static BehindPage behind(Connection connection, Subscription webhook, long after)
      throws SQLException {
    long firstSku = after >>> PositionKey.LOCATION_BITS;
    long endSku = skuAfter(connection, webhook.client(), firstSku);
    List<Behind> positions = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(BEHIND)) {
      query.setLong(1, firstSku);
      query.setLong(2, endSku);
      query.setLong(3, after);
      query.setInt(4, webhook.id());
      query.setInt(5, POSITIONS);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          positions.add(
              new Behind(
                  new PositionKey(row.getLong("id")),
                  row.getInt("tries"),
                  Duration.ofMillis((long) (row.getDouble("again_seconds") * 1000))));
        }
      }
    }
    if (positions.size() == POSITIONS) {
      return new BehindPage(positions, positions.getLast().position().packed());
    }
    return new BehindPage(
        positions, endSku == Long.MAX_VALUE ? -1 : endSku << PositionKey.LOCATION_BITS);
  }

  /** Where the SKUs of a page end; the largest number when no page follows. */
  private static long skuAfter(Connection connection, ClientId client, long first)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(SKU_RANGE)) {
      query.setInt(1, client.value());
      query.setLong(2, first);
      query.setInt(3, SKUS);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : Long.MAX_VALUE;
      }
    }
  }

  static Optional<Pending> next(Connection connection, Subscription webhook, PositionKey position)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(POSITION)) {
      query.setLong(1, position.packed());
      query.setInt(2, webhook.id());
      try (ResultSet row = query.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        long told = row.getLong("told");
        Thresholds thresholds = PostgresThresholdStore.thresholds(row);
        return Optional.of(
            new Pending(
                row.getString("sku"),
                row.getString("location"),
                new Scale(row.getInt("scale")),
                thresholds,
                told,
                row.getInt("tries"),
                changes(connection, position, told)));
      }
    }
  }

  /** The entries behind a version, each with the balance that the one before left. */
  private static List<StockChange> changes(Connection connection, PositionKey position, long told)
      throws SQLException {
    List<StockChange> changes = new ArrayList<>();
    Balance before = Balance.EMPTY;
    try (PreparedStatement query = connection.prepareStatement(ENTRIES)) {
      query.setLong(1, position.packed());
      query.setLong(2, told);
      query.setInt(3, EventOutbox.MAX_CHANGES + 1);
      try (ResultSet row = query.executeQuery()) {
        while (row.next() && changes.size() < EventOutbox.MAX_CHANGES) {
          Balance after = balance(row);
          if (after.version() > told) {
            changes.add(change(row, before, after));
          }
          before = after;
        }
      }
    }
    return changes;
  }

  private static StockChange change(ResultSet row, Balance before, Balance after)
      throws SQLException {
    return new StockChange(
        EntryKind.ofCode(row.getInt("kind")),
        before,
        after,
        Rows.instant(row, "at"),
        row.getObject("subject", UUID.class),
        row.getString("note"));
  }

  private static Balance balance(ResultSet row) throws SQLException {
    long onHand = row.getLong("on_hand_after");
    long reserved = row.getLong("reserved_after");
    return new Balance(
        onHand,
        reserved,
        row.getLong("safety_stock_after"),
        Math.max(0, reserved - onHand),
        row.getLong("version"));
  }
}
