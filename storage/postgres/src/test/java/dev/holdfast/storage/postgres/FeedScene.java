package dev.holdfast.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.contract.feed.FeedReader;
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
  final PostgresFeedFixture store = new PostgresFeedFixture();
  final ClientId client = store.newClient();
  private final List<FeedReader<PostgresStockFeed>> readers = new ArrayList<>();

  PositionKey position() {
    return PositionKey.of(store.newSku(client), store.newLocation(client));
  }

  void receive(PositionKey... positions) {
    apply(0, new StockCommand.MoveStock(Movement.RECEIVE, lines(positions, 10)));
  }

  void reserve(PositionKey... positions) {
    reserveOn(0, positions);
  }

  void reserveOn(int node, PositionKey... positions) {
    apply(
        node,
        new StockCommand.ReserveStock(UUID.randomUUID(), lines(positions, 1), Duration.ofHours(1)));
  }

  private static List<Line> lines(PositionKey[] positions, long quantity) {
    return Arrays.stream(positions).map(position -> new Line(position, quantity)).toList();
  }

  private void apply(int node, StockCommand command) {
    String key = UUID.randomUUID().toString();
    ClientCommand sent = new ClientCommand(client, key, UUID.randomUUID(), 0, null, command);
    assertThat(store.node(node).apply(List.of(sent)))
        .allMatch(CommandResult.Settled.class::isInstance);
  }

  FeedReader<PostgresStockFeed> reader(PostgresStockFeed.Reading reading) {
    FeedReader<PostgresStockFeed> reader =
        new FeedReader<>(new PostgresStockFeed(store.database(), reading));
    readers.add(reader);
    return reader;
  }

  /** The version of every position that a reader knows. */
  static Map<Long, Long> versions(FeedReader<?> reader) {
    Map<Long, Long> versions = new TreeMap<>();
    reader.positions().forEach((position, row) -> versions.put(position, row.version()));
    return versions;
  }

  /** Waits until a reader knows every position in the version that the store holds. */
  void awaitTruth(FeedReader<?> reader) throws SQLException {
    Map<Long, Long> truth = new TreeMap<>();
    try (Connection connection = TestServer.superuser(store.target());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select id, version from position where version > 0")) {
      while (row.next()) {
        truth.put(row.getLong(1), row.getLong(2));
      }
    }
    reader.await("the store's own rows", () -> versions(reader).equals(truth));
  }

  /** The rows of a query's first column. */
  List<String> texts(String sql) {
    try (Connection connection = TestServer.superuser(store.target())) {
      return TwoClients.texts(connection, sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    readers.forEach(FeedReader::close);
    store.close();
  }
}
