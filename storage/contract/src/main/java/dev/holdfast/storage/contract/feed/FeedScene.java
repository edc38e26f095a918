package dev.holdfast.storage.contract.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.storage.api.BulkOrder;
import dev.holdfast.storage.api.BulkResult;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.FeedListener.FeedPosition;
import dev.holdfast.storage.api.StockCounts;
import dev.holdfast.storage.api.StockFeed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** One new client on the engine under test, readers of its feed, and the words of the tests. */
final class FeedScene implements AutoCloseable {
  final FeedFixture store;
  final ClientId client;
  private final int actor;
  private final List<FeedReader<StockFeed>> readers = new ArrayList<>();
  private final List<PositionKey> positions = new ArrayList<>();

  FeedScene(FeedFixture store) {
    this.store = store;
    this.client = store.newClient();
    this.actor = store.newActor(client, "clerk");
  }

  FeedReader<StockFeed> reader() {
    FeedReader<StockFeed> reader = new FeedReader<>(store.feed());
    readers.add(reader);
    return reader.awaitPicture();
  }

  PositionKey position() {
    PositionKey position = PositionKey.of(store.newSku(client), store.newLocation(client));
    positions.add(position);
    return position;
  }

  PositionKey[] positions(int count) {
    PositionKey[] made = new PositionKey[count];
    Arrays.setAll(made, i -> position());
    return made;
  }

  void receive(PositionKey... at) {
    settled(new StockCommand.MoveStock(Movement.RECEIVE, lines(10, at)));
  }

  void reserve(PositionKey... at) {
    settled(reservation(1, at));
  }

  static StockCommand reservation(long quantity, PositionKey... at) {
    return new StockCommand.ReserveStock(
        UUID.randomUUID(), lines(quantity, at), Duration.ofHours(1));
  }

  private static List<Line> lines(long quantity, PositionKey... at) {
    return Arrays.stream(at).map(position -> new Line(position, quantity)).toList();
  }

  void settled(StockCommand... commands) {
    List<ClientCommand> batch =
        Arrays.stream(commands)
            .map(command -> {
              String key = UUID.randomUUID().toString();
              return new ClientCommand(client, key, UUID.randomUUID(), actor, null, command);
            })
            .toList();
    assertThat(store.node(0).apply(batch)).allMatch(CommandResult.Settled.class::isInstance);
  }

  /** A file of counted stock: as many at each position as its place in the file. */
  void count(PositionKey... at) {
    PositionKey[] sorted = at.clone();
    Arrays.sort(sorted);
    StockCounts counts =
        new StockCounts() {
          @Override
          public int size() {
            return sorted.length;
          }

          @Override
          public long position(int index) {
            return sorted[index].packed();
          }

          @Override
          public long quantity(int index) {
            return index;
          }

          @Override
          public long safetyStock(int index) {
            return AS_IT_IS;
          }
        };
    assertThat(store.bulk().countStock(order(), counts)).isInstanceOf(BulkResult.Applied.class);
  }

  private BulkOrder order() {
    String key = UUID.randomUUID().toString();
    return new BulkOrder(client, key, UUID.randomUUID(), actor, System.nanoTime(), 0, false);
  }

  /** What the store itself holds of this client. */
  Map<Long, FeedPosition> truth() {
    Map<Long, FeedPosition> rows = new TreeMap<>();
    for (PositionKey position : positions) {
      Optional<Balance> found = store.reader().position(client, position).map(row -> row.balance());
      found.ifPresent(balance ->
          rows.put(
              position.packed(),
              new FeedPosition(
                  position.packed(),
                  client,
                  balance.onHand(),
                  balance.reserved(),
                  balance.safetyStock(),
                  balance.version())));
    }
    return rows;
  }

  /** What a reader knows of this client. */
  Map<Long, FeedPosition> known(FeedReader<?> reader) {
    Map<Long, FeedPosition> known = reader.positions();
    known.values().removeIf(position -> !position.client().equals(client));
    return known;
  }

  /** Waits until a reader knows exactly what the store holds. */
  void awaitTruth(FeedReader<?> reader) {
    Map<Long, FeedPosition> truth = truth();
    reader.await("the store's own rows " + truth, () -> known(reader).equals(truth));
  }

  @Override
  public void close() {
    readers.forEach(FeedReader::close);
  }
}
