package dev.holdfast.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A database with stock that moves, and readers of its feed. */
final class FeedScene implements AutoCloseable {
  final PostgresFixture store = new PostgresFixture();
  final ClientId client = store.newClient();
  private final List<FeedReader> readers = new ArrayList<>();

  PositionKey position() {
    return PositionKey.of(store.newSku(client), store.newLocation(client));
  }

  List<CommandResult> receive(PositionKey... positions) {
    return apply(new StockCommand.MoveStock(Movement.RECEIVE, lines(positions, 10)));
  }

  List<CommandResult> reserve(PositionKey... positions) {
    return apply(
        new StockCommand.ReserveStock(UUID.randomUUID(), lines(positions, 1), Duration.ofHours(1)));
  }

  private static List<Line> lines(PositionKey[] positions, long quantity) {
    return Arrays.stream(positions).map(position -> new Line(position, quantity)).toList();
  }

  List<CommandResult> apply(StockCommand command) {
    ClientCommand sent =
        new ClientCommand(
            client, UUID.randomUUID().toString(), UUID.randomUUID(), 0, null, command);
    List<CommandResult> results = store.node(0).apply(List.of(sent));
    assertThat(results).allMatch(CommandResult.Settled.class::isInstance);
    return results;
  }

  FeedReader reader(PostgresStockFeed.Reading reading) {
    FeedReader reader = new FeedReader(new PostgresStockFeed(store.database(), reading));
    readers.add(reader);
    return reader;
  }

  /** What the store itself holds: on hand, reserved, safety stock, version. */
  Map<Long, List<Long>> truth() throws SQLException {
    Map<Long, List<Long>> rows = new TreeMap<>();
    try (Connection connection = TestServer.superuser(store.target());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select id, on_hand, reserved, safety_stock, version from position"
                    + " where version > 0")) {
      while (row.next()) {
        rows.put(
            row.getLong(1),
            List.of(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
      }
    }
    return rows;
  }

  /** Waits until a reader knows exactly what the store holds. */
  void awaitTruth(FeedReader reader) throws SQLException {
    Map<Long, List<Long>> truth = truth();
    reader.await("the store's own rows", () -> reader.positions().equals(truth));
  }

  void asSuperuser(String... statements) throws SQLException {
    try (Connection connection = TestServer.superuser(store.target());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    readers.forEach(FeedReader::close);
    // Slots are the server's, not the database's: they would keep the log of every test.
    try (Connection connection = TestServer.superuser(store.target());
        Statement statement = connection.createStatement()) {
      statement.execute(
          "select pg_drop_replication_slot(slot_name) from pg_replication_slots"
              + " where database = current_database() and not active");
    }
    store.close();
  }
}
