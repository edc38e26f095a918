package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.lot.Lot;
import dev.holdfast.domain.stock.lot.Lots;
import dev.holdfast.storage.api.LotStore;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.StockLedger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Lots read from PostgreSQL: one client's as the app role under row-level security, those that are
 * over as the jobs role. Safe for use by several threads.
 */
public final class PostgresLotStore implements LotStore {
  /** One row for each lot; a single one without a lot where there is a position but no lot. */
  static final String DATED =
      "select p.id, p.on_hand, p.reserved, l.lot, l.expires, l.remaining from position p"
          + " left join lot l on l.position_id = p.id and l.client_id = p.client_id"
          + " and l.remaining > 0 where p.client_id = :client and p.id >= :first"
          + " and p.id < :beyond";

  /**
   * Which day it is at each place is said by us and not by the server, whose list of time zones may
   * be another. What is left of a lot is what on hand exceeds later lots by, as in {@link Lots}.
   */
  private static final String OVER =
      "select l.client_id, l.position_id, l.lot, l.expires, l.received,"
          + " least(l.remaining, p.on_hand - later.quantity) as still"
          + " from unnest(?::text[], ?::text[]) z(time_zone, today)"
          + " join location w on w.time_zone = z.time_zone"
          + " join lot l on l.client_id = w.client_id and l.expires < z.today::date"
          + " and (l.position_id & 1048575)::int = w.id"
          + " join position p on p.id = l.position_id and p.client_id = l.client_id"
          + " cross join lateral ("
          + LotList.LATER
          + ") later"
          + " where l.remaining > 0 and l.expires < ?::date and p.on_hand > later.quantity"
          + " order by l.expires, l.position_id, l.lot limit ?";

  private static final String ZONES = "select distinct time_zone from location";

  private final Database database;
  private final DataSource jobs;

  public PostgresLotStore(Database database) {
    this.database = database;
    this.jobs = database.jobs();
  }

  @Override
  public Page<LotRow> list(ClientId client, LotFilter filter, @Nullable String after, int limit) {
    int rows = Cursors.oneMore(limit);
    LotList list = new LotList(client, filter, after, rows);
    List<LotRow> found = StoreFailures.asking(() -> database.asClient(client, list::read));
    return Cursors.page(found, limit, LotList::key);
  }

  @Override
  public Dated dated(ClientId client, PositionKey position) {
    return dated(client, position.packed(), position.packed() + 1)
        .getOrDefault(position, new Dated(Lots.NONE, 0, 0));
  }

  @Override
  public Map<PositionKey, Dated> dated(ClientId client, long skuId) {
    return dated(
        client, skuId << PositionKey.LOCATION_BITS, (skuId + 1) << PositionKey.LOCATION_BITS);
  }

  private Map<PositionKey, Dated> dated(ClientId client, long first, long beyond) {
    return StoreFailures.asking(
        () -> database.asClient(client, handle -> dated(handle, client, first, beyond)));
  }

  private static Map<PositionKey, Dated> dated(
      Handle handle, ClientId client, long first, long beyond) {
    Map<PositionKey, List<Lot>> lots = new HashMap<>();
    Map<PositionKey, Dated> balances = new HashMap<>();
    handle
        .createQuery(DATED)
        .bind("client", client.value())
        .bind("first", first)
        .bind("beyond", beyond)
        .map((row, context) -> {
          PositionKey position = new PositionKey(row.getLong("id"));
          if (row.getString("lot") != null) {
            LocalDate expires = row.getObject("expires", LocalDate.class);
            lots.computeIfAbsent(position, key -> new ArrayList<>())
                .add(new Lot(row.getString("lot"), expires, row.getLong("remaining")));
          }
          Dated here = new Dated(Lots.NONE, row.getLong("on_hand"), row.getLong("reserved"));
          return Map.entry(position, here);
        })
        .forEach(row -> balances.put(row.getKey(), row.getValue()));
    lots.forEach((position, of) ->
        balances.computeIfPresent(
            position, (key, here) -> new Dated(Lots.of(of), here.onHand(), here.reserved())));
    return balances;
  }

  @Override
  public List<OverLot> over(Instant at, int limit) {
    try (Connection connection = jobs.getConnection()) {
      List<ZoneId> zones = zones(connection);
      List<OverLot> over = zones.isEmpty() ? List.of() : over(connection, zones, at, limit);
      connection.commit();
      return over;
    } catch (SQLException failed) {
      throw StoreFailures.unavailable(failed);
    }
  }

  private static List<ZoneId> zones(Connection connection) throws SQLException {
    List<ZoneId> zones = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ZONES)) {
      while (row.next()) {
        zones.add(ZoneId.of(row.getString(1)));
      }
    }
    return zones;
  }

  private static List<OverLot> over(
      Connection connection, List<ZoneId> zones, Instant at, int limit) throws SQLException {
    Object[] names = zones.stream().map(ZoneId::getId).toArray();
    Object[] days = zones.stream().map(zone -> day(at, zone).toString()).toArray();
    LocalDate last = zones.stream().map(zone -> day(at, zone)).max(LocalDate::compareTo).get();
    try (PreparedStatement query = connection.prepareStatement(OVER)) {
      query.setArray(1, connection.createArrayOf("text", names));
      query.setArray(2, connection.createArrayOf("text", days));
      query.setObject(3, last);
      query.setInt(4, Math.clamp(limit, 1, StockLedger.MAX_BATCH));
      List<OverLot> over = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          over.add(
              new OverLot(
                  new ClientId(row.getInt(1)),
                  new PositionKey(row.getLong(2)),
                  row.getString(3),
                  row.getObject(4, LocalDate.class),
                  row.getLong(5),
                  row.getLong(6)));
        }
      }
      return over;
    }
  }

  private static LocalDate day(Instant at, ZoneId zone) {
    return LocalDate.ofInstant(at, zone);
  }
}
