package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.fulfilment.pick.PickListState;
import dev.holdfast.domain.stock.EntryKind;
import dev.holdfast.storage.api.FactSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Facts read from the tables that commands write. A mark is the number of a transaction: every row
 * carries that of its latest change, and all numbers below the oldest transaction that still runs
 * are decided for good. Nothing is written and no row locked. Safe for use by several threads.
 */
public final class PostgresFactSource implements FactSource {
  /** Documents of one kind in a window, so that it fits in memory; one transaction makes 512. */
  static final int MAX_DOCUMENTS = 4_000;

  /** Rows that are fetched at once. */
  private static final int FETCH = 500;

  private static final String TO =
      """
      select pg_snapshot_xmin(s)::text::bigint as decided, pg_snapshot_xmax(s)::text::bigint as next,
        statement_timestamp() as asked,
        (select xid from customer_order where xid >= ? order by xid offset ? limit 1) as orders,
        (select xid from pick_list where xid >= ? order by xid offset ? limit 1) as pick_lists
      from pg_current_snapshot() s
      """;

  private static final String ORDERS =
      "select client_id, created_at, updated_at, document from customer_order"
          + " where xid >= ? and xid < ? order by xid";

  private static final String PICK_LISTS =
      "select client_id, id, number, location_id, version, updated_at, document from pick_list"
          + " where xid >= ? and xid < ? and state = "
          + PickListState.DONE.number()
          + " order by xid";

  private static final String ENTRIES =
      """
      select e.client_id, c.code as client, e.position_id, e.version, s.code as sku, s.category,
        s.scale, l.code as location, e.kind, e.on_hand_delta, e.reserved_delta, e.on_hand_after,
        e.reserved_after, e.at, l.time_zone, e.subject, e.note
      from ledger_entry e
      join client c on c.id = e.client_id
      join sku s on s.id = e.position_id >> 20
      join location l on l.id = (e.position_id & 1048575)::int
      where e.xid >= ? and e.xid < ?
      """;

  private final DataSource readers;
  private final Snapshots snapshots = new Snapshots();

  public PostgresFactSource(Database database) {
    this(database.jobs());
  }

  /**
   * @param readers connections of a role that reads facts of every client: that of jobs, or that of
   *     the auditor; auto-commit is off, the schema is the current one
   */
  public PostgresFactSource(DataSource readers) {
    this.readers = readers;
  }

  @Override
  public Window next(long from, int most) {
    return asking(connection -> {
      try (PreparedStatement query = connection.prepareStatement(TO)) {
        query.setLong(1, from);
        query.setInt(2, MAX_DOCUMENTS);
        query.setLong(3, from);
        query.setInt(4, MAX_DOCUMENTS);
        try (ResultSet row = query.executeQuery()) {
          row.next();
          return window(row, from, most);
        }
      }
    });
  }

  private Window window(ResultSet row, long from, int most) throws SQLException {
    long decided = row.getLong("decided");
    long next = row.getLong("next");
    if (from > next) {
      throw new IllegalStateException(
          "what was read ends at %d and the database at %d: it is another one, or was restored. Fold or export everything again."
              .formatted(from, next));
    }
    long to = Math.min(decided, from + most);
    for (String documents : List.of("orders", "pick_lists")) {
      long beyond = row.getLong(documents);
      to = row.wasNull() ? to : Math.min(to, Math.max(beyond, from + 1));
    }
    to = Math.max(from, Math.min(to, decided));
    return new Window(from, to, snapshots.committedBefore(to, next, Rows.instant(row, "asked")));
  }

  @Override
  public void orders(Window window, Consumer<OrderChange> each) {
    reading(
        ORDERS,
        window,
        row ->
            each.accept(
                new OrderChange(
                    new ClientId(row.getInt("client_id")),
                    Rows.instant(row, "created_at"),
                    Rows.instant(row, "updated_at"),
                    row.getString("document"))));
  }

  @Override
  public void pickLists(Window window, Consumer<PickListChange> each) {
    reading(
        PICK_LISTS,
        window,
        row ->
            each.accept(
                new PickListChange(
                    new ClientId(row.getInt("client_id")),
                    row.getObject("id", UUID.class),
                    row.getString("number"),
                    row.getInt("location_id"),
                    row.getLong("version"),
                    Rows.instant(row, "updated_at"),
                    row.getString("document"))));
  }

  @Override
  public List<MovementSum> movements(Window window) {
    MovementSums sums = new MovementSums();
    reading(MovementSums.SQL, window, sums::add);
    return sums.all();
  }

  @Override
  public List<RefusalSum> refusals(Window window) {
    RefusalSums sums = new RefusalSums();
    // In one statement, because outcomes that are forgotten meanwhile move to the other table.
    asking(connection -> {
      try (PreparedStatement query = connection.prepareStatement(RefusalSums.SQL)) {
        query.setLong(1, window.from());
        query.setLong(2, window.to());
        query.setLong(3, window.from());
        query.setLong(4, window.to());
        return each(query, sums::add);
      }
    });
    return sums.all();
  }

  @Override
  public void entries(Window window, Consumer<EntryRow> each) {
    reading(ENTRIES, window, row -> each.accept(entry(row)));
  }

  private static EntryRow entry(ResultSet row) throws SQLException {
    Instant at = Rows.instant(row, "at");
    return new EntryRow(
        new ClientId(row.getInt("client_id")),
        row.getString("client"),
        row.getLong("position_id"),
        row.getLong("version"),
        row.getString("sku"),
        row.getString("category"),
        row.getInt("scale"),
        row.getString("location"),
        EntryKind.ofCode(row.getInt("kind")).label(),
        row.getLong("on_hand_delta"),
        row.getLong("reserved_delta"),
        row.getLong("on_hand_after"),
        row.getLong("reserved_after"),
        at,
        at.atZone(ZoneId.of(row.getString("time_zone"))).toLocalDate(),
        row.getObject("subject", UUID.class),
        row.getString("note"));
  }

  /** What is done with each row of a result. */
  interface Each {
    void row(ResultSet row) throws SQLException;
  }

  private void reading(String sql, Window window, Each each) {
    asking(connection -> {
      try (PreparedStatement query = connection.prepareStatement(sql)) {
        query.setLong(1, window.from());
        query.setLong(2, window.to());
        return each(query, each);
      }
    });
  }

  private static int each(PreparedStatement query, Each each) throws SQLException {
    query.setFetchSize(FETCH);
    int rows = 0;
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        each.row(row);
        rows++;
      }
    }
    return rows;
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Everything here may be asked again. */
  private <T> T asking(Work<T> work) {
    try (Connection connection = readers.getConnection()) {
      T answer = work.on(connection);
      connection.commit();
      return answer;
    } catch (SQLException failed) {
      if (SqlStates.isUnavailable(failed) || SqlStates.isConflict(failed)) {
        throw StoreFailures.unavailable(failed);
      }
      throw new IllegalStateException(failed);
    }
  }
}
