package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.EntryKind;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.FactSource;
import dev.holdfast.storage.api.FactSource.Window;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A client whose facts are written straight into the tables, at times and in transactions of the
 * test's choice, past the program.
 */
final class FactScene implements AutoCloseable {
  static final int MOST = 2_000;

  final PostgresFixture store = new PostgresFixture();
  final ClientId client = store.newClient();
  final FactSource source = new PostgresFactSource(store.database());
  private final List<Connection> open = new ArrayList<>();
  private final List<PositionKey> entered = new ArrayList<>();

  /** A transaction of the batch writer's, which the test ends. */
  Connection begin() throws SQLException {
    Connection connection = store.database().writer().getConnection();
    open.add(connection);
    return connection;
  }

  /** Everything from a mark on that is decided now. */
  Window since(long mark) {
    return source.next(mark, MOST);
  }

  /** The mark up to which everything is decided now. */
  long now() {
    long mark = 0;
    for (Window window = since(mark); !window.isEmpty(); window = since(mark)) {
      mark = window.to();
    }
    return mark;
  }

  /** Inserts an order, or changes it, in a transaction. */
  UUID order(Connection in, UUID id, long version) throws SQLException {
    String sql =
        "insert into customer_order (client_id, id, number, state, version, location_id,"
            + " location_ids, document, created_at, updated_at)"
            + " values (?, ?, ?, 0, ?, 0, '{}', ?::json, now(), now())";
    String change =
        "update customer_order set version = ?, document = ?::json, updated_at = now(),"
            + " xid = default where client_id = ? and id = ?";
    String document = "{\"version\":" + version + "}";
    try (PreparedStatement write = in.prepareStatement(version == 1 ? sql : change)) {
      if (version == 1) {
        set(write, client.value(), id, id.toString(), version, document);
      } else {
        set(write, version, document, client.value(), id);
      }
      write.executeUpdate();
    }
    return id;
  }

  void entry(Connection in, PositionKey at, EntryKind kind, long delta, Instant when, String note)
      throws SQLException {
    entered.add(at);
    long version = entered.stream().filter(at::equals).count();
    String sql =
        "insert into ledger_entry (client_id, position_id, version, kind, on_hand_delta,"
            + " reserved_delta, on_hand_after, reserved_after, safety_stock_after, at, actor, note)"
            + " values (?, ?, ?, ?, ?, 0, 100000, 0, 0, ?::timestamptz, 0, ?)";
    try (PreparedStatement write = in.prepareStatement(sql)) {
      set(write, client.value(), at.packed(), version, kind.code(), delta, when.toString(), note);
      write.executeUpdate();
    }
  }

  private static void set(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  /** The documents of a window's orders. */
  List<String> orders(Window window) {
    List<String> documents = new ArrayList<>();
    source.orders(window, order -> documents.add(order.document()));
    return documents;
  }

  void superuser(String sql) {
    try (Connection connection = TestServer.superuser(store.target())) {
      TwoClients.execute(connection, sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Gives up what no test has ended. */
  void endAll() throws SQLException {
    for (Connection connection : open) {
      connection.close();
    }
    open.clear();
  }

  @Override
  public void close() {
    store.close();
  }
}
