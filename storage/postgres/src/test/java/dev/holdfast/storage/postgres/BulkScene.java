package dev.holdfast.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.storage.api.BulkOrder;
import dev.holdfast.storage.api.BulkResult;
import dev.holdfast.storage.api.BulkStore.RowSource;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.StockCounts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** One client of a fixture, and the words in which the tests of files act for it. */
final class BulkScene {
  final PostgresFixture store;
  final ClientId client;
  final PostgresBulkStore bulk;
  final int actor;

  BulkScene(PostgresFixture store) {
    this.store = store;
    this.client = store.newClient();
    this.bulk = new PostgresBulkStore(store.database());
    this.actor = store.newActor(client, "planner");
  }

  PositionKey position() {
    return PositionKey.of(store.newSku(client), store.newLocation(client));
  }

  /** A row of a stock file. */
  record Count(PositionKey position, long quantity, long safetyStock) {
    static Count of(PositionKey position, long quantity) {
      return new Count(position, quantity, StockCounts.AS_IT_IS);
    }
  }

  static StockCounts counts(Count... rows) {
    List<Count> sorted = Arrays.stream(rows).sorted(Comparator.comparing(Count::position)).toList();
    return new StockCounts() {
      @Override
      public int size() {
        return sorted.size();
      }

      @Override
      public long position(int index) {
        return sorted.get(index).position().packed();
      }

      @Override
      public long quantity(int index) {
        return sorted.get(index).quantity();
      }

      @Override
      public long safetyStock(int index) {
        return sorted.get(index).safetyStock();
      }
    };
  }

  BulkOrder order() {
    return order(UUID.randomUUID().toString(), "the same");
  }

  BulkOrder order(String key, String content) {
    return order(key, content, 0, false);
  }

  BulkOrder order(String key, String content, long rejected, boolean skipBad) {
    UUID fingerprint = UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    return new BulkOrder(client, key, fingerprint, actor, System.nanoTime(), rejected, skipBad);
  }

  /** Counts under a key that nobody has used. */
  void count(Count... rows) {
    applied(bulk.countStock(order(), counts(rows)));
  }

  static BulkResult.Applied applied(BulkResult result) {
    assertThat(result).isInstanceOf(BulkResult.Applied.class);
    return (BulkResult.Applied) result;
  }

  static BulkResult.Rejected rejected(BulkResult result) {
    assertThat(result).isInstanceOf(BulkResult.Rejected.class);
    return (BulkResult.Rejected) result;
  }

  /** The rows of a file whose header is its first line. */
  @SafeVarargs
  static <T> RowSource<T> rows(T... rows) {
    return sink -> {
      for (int i = 0; i < rows.length; i++) {
        sink.row(i + 2, rows[i]);
      }
    };
  }

  CommandResult command(String key, StockCommand command) {
    ClientCommand sent = new ClientCommand(client, key, UUID.randomUUID(), actor, null, command);
    return store.node(0).apply(List.of(sent)).getFirst();
  }

  void move(Movement movement, PositionKey position, long quantity) {
    CommandResult result =
        command(
            UUID.randomUUID().toString(),
            new StockCommand.MoveStock(movement, List.of(new Line(position, quantity))));
    assertThat(result).isInstanceOf(CommandResult.Settled.class);
  }
}
