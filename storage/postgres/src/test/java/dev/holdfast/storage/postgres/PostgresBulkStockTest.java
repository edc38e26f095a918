package dev.holdfast.storage.postgres;

import static dev.holdfast.storage.postgres.BulkScene.applied;
import static dev.holdfast.storage.postgres.BulkScene.counts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.reservation.ReservationTerms;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.EntryKind;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand.MoveStock;
import dev.holdfast.domain.stock.StockCommand.ReserveStock;
import dev.holdfast.domain.stock.lot.LotMark;
import dev.holdfast.domain.stock.lot.LotShare;
import dev.holdfast.storage.api.BulkOrder;
import dev.holdfast.storage.api.BulkResult;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.LotStore.Dated;
import dev.holdfast.storage.api.StockReader.HistoryRow;
import dev.holdfast.storage.contract.StoreFixture.Loss;
import dev.holdfast.storage.postgres.BulkScene.Count;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class PostgresBulkStockTest {
  private static PostgresFixture store;
  private BulkScene scene;

  @BeforeAll
  static void open() {
    store = new PostgresFixture();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @BeforeEach
  void newClient() {
    scene = new BulkScene(store);
  }

  private Balance balance(PositionKey position) {
    return store.reader().position(scene.client, position).orElseThrow().balance();
  }

  /** Oldest first. */
  private List<HistoryRow> history(PositionKey position) {
    return store.reader().history(scene.client, position, null, 500).items().reversed();
  }

  @Test
  void newPositionsAreMadeAndCounted() {
    PositionKey one = scene.position();
    PositionKey other = scene.position();
    Instant before = store.now();

    BulkResult.Applied applied =
        applied(
            scene.bulk.countStock(scene.order(), counts(Count.of(other, 0), Count.of(one, 40))));

    assertThat(applied.summary().rows()).isEqualTo(2);
    assertThat(applied.summary().applied()).isEqualTo(2);
    assertThat(applied.summary().rejected()).isZero();
    assertThat(balance(one)).isEqualTo(new Balance(40, 0, 0, 0, 1));
    assertThat(balance(other)).isEqualTo(new Balance(0, 0, 0, 0, 1));
    HistoryRow entry = history(one).getFirst();
    assertThat(entry.kind()).isEqualTo(EntryKind.COUNTED);
    assertThat(entry.onHandDelta()).isEqualTo(40);
    assertThat(entry.after()).isEqualTo(balance(one));
    assertThat(entry.actor()).isEqualTo("planner");
    assertThat(entry.note()).isEqualTo("import");
    assertThat(entry.at()).isBetween(before, store.now());
  }

  @Test
  void aPositionThatExistsIsCountedOnItsLatestBalance() {
    PositionKey position = scene.position();
    scene.move(Movement.RECEIVE, position, 10);
    reserve(position, 4);

    scene.count(Count.of(position, 25));

    assertThat(balance(position)).isEqualTo(new Balance(25, 4, 0, 0, 3));
    assertThat(history(position).getLast().onHandDelta()).isEqualTo(15);
  }

  @Test
  void aFileThatCountsMoreDoesNotBringBackALotThatIsGone() {
    PositionKey position = scene.position();
    LotMark first = new LotMark("A", LocalDate.of(2031, 3, 3));
    LotMark second = new LotMark("B", LocalDate.of(2031, 3, 4));
    for (LotMark lot : List.of(first, second)) {
      List<Line> lines = List.of(new Line(position, 5));
      scene.command(lot.lot(), new MoveStock(Movement.RECEIVE, lines, Map.of(0, lot)));
    }
    scene.move(Movement.SELL, position, 7);

    scene.count(Count.of(position, 12));

    Dated dated = new PostgresLotStore(store.database()).dated(scene.client, position);
    assertThat(dated.lots().left(12)).containsExactly(new LotShare("B", second.expires(), 3));
    assertThat(dated.lots().undated(dated.onHand())).isEqualTo(9);
  }

  @Test
  void aCountBelowWhatIsReservedIsAShortfall() {
    PositionKey position = scene.position();
    scene.move(Movement.RECEIVE, position, 10);
    reserve(position, 8);

    scene.count(Count.of(position, 3));

    assertThat(balance(position)).isEqualTo(new Balance(3, 8, 0, 5, 3));
  }

  @Test
  void safetyStockHasAnEntryOfItsOwnWhereItChanges() {
    PositionKey fresh = scene.position();
    PositionKey known = scene.position();
    scene.move(Movement.SET_SAFETY_STOCK, known, 2);

    scene.count(new Count(fresh, 9, 3), new Count(known, 9, 5));
    scene.count(new Count(fresh, 9, 3), new Count(known, 9, 5));

    assertThat(history(fresh))
        .extracting(HistoryRow::kind)
        .containsExactly(EntryKind.COUNTED, EntryKind.SAFETY_STOCK_SET, EntryKind.COUNTED);
    assertThat(history(fresh))
        .extracting(HistoryRow::after)
        .containsExactly(
            new Balance(9, 0, 0, 0, 1), new Balance(9, 0, 3, 0, 2), new Balance(9, 0, 3, 0, 3));
    assertThat(balance(fresh)).isEqualTo(new Balance(9, 0, 3, 0, 3));
    assertThat(balance(known)).isEqualTo(new Balance(9, 0, 5, 0, 4));
  }

  @Test
  void noSafetyStockForANewPositionIsNoEntry() {
    PositionKey position = scene.position();

    scene.count(new Count(position, 9, 0));

    assertThat(balance(position)).isEqualTo(new Balance(9, 0, 0, 0, 1));
  }

  @Test
  void newAndKnownPositionsMixInOneFileOfSeveralChunks() {
    long sku = store.newSku(scene.client);
    int location = store.newLocation(scene.client);
    int rows = 45_000;
    Count[] file = new Count[rows];
    for (int i = 0; i < rows; i++) {
      // No SKU has these numbers; the ledger does not look.
      file[i] = Count.of(PositionKey.of(sku + i, location), i % 7);
    }
    for (int i = 0; i < rows; i += 4_999) {
      scene.move(Movement.RECEIVE, file[i].position(), 1);
    }

    BulkResult.Applied applied = applied(scene.bulk.countStock(scene.order(), counts(file)));

    assertThat(applied.summary().applied()).isEqualTo(rows);
    for (int i : new int[] {0, 1, 4_999, 19_999, 20_000, 20_001, 44_999}) {
      assertThat(balance(file[i].position()).onHand()).isEqualTo(i % 7);
      assertThat(balance(file[i].position()).version()).isEqualTo(i % 4_999 == 0 ? 2 : 1);
    }
  }

  @Test
  void theSameOrderAgainAnswersTheStoredOutcomeAndDoesNothing() {
    PositionKey position = scene.position();
    BulkOrder order = scene.order("once", "file", 3, true);
    BulkResult.Applied first = applied(scene.bulk.countStock(order, counts(Count.of(position, 5))));

    BulkResult.Applied again = applied(scene.bulk.countStock(order, counts(Count.of(position, 5))));

    assertThat(again.replayed()).isTrue();
    assertThat(again.summary().rows()).isEqualTo(4);
    assertThat(again.summary().applied()).isEqualTo(1);
    assertThat(again.summary().rejected()).isEqualTo(3);
    assertThat(again.summary().took().toMillis()).isEqualTo(first.summary().took().toMillis());
    assertThat(history(position)).hasSize(1);
  }

  @Test
  void aKeyIsGoodForOneRequestOnly() {
    PositionKey position = scene.position();
    applied(scene.bulk.countStock(scene.order("mine", "a"), counts(Count.of(position, 5))));

    assertThat(scene.bulk.countStock(scene.order("mine", "b"), counts(Count.of(position, 6))))
        .isEqualTo(new BulkResult.KeyReused());
    assertThat(scene.command("mine", receive(position))).isEqualTo(new CommandResult.KeyReused());
    scene.command("command", receive(position));
    assertThat(scene.bulk.countStock(scene.order("command", "c"), counts()))
        .isEqualTo(new BulkResult.KeyReused());
    assertThat(balance(position).onHand()).isEqualTo(6);
  }

  private static MoveStock receive(PositionKey position) {
    return new MoveStock(Movement.RECEIVE, List.of(new Line(position, 1)));
  }

  @Test
  void keysOfOneClientAreNotThoseOfAnother() {
    BulkScene other = new BulkScene(store);
    applied(scene.bulk.countStock(scene.order("k", "a"), counts()));

    assertThat(applied(other.bulk.countStock(other.order("k", "b"), counts())).replayed())
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(Loss.class)
  void whateverIsLostTheSameOrderSettlesItOnce(Loss loss) {
    PositionKey position = scene.position();
    BulkOrder order = scene.order();
    BulkResult result;
    try (LossyWire wire = new LossyWire(TestServer.port());
        Database behind = Database.open(TestServer.through(wire.port(), store.target()), 1)) {
      wire.loseAt(loss);
      result = new PostgresBulkStore(behind).countStock(order, counts(Count.of(position, 5)));
    }

    assertThat(result)
        .isInstanceOf(
            loss == Loss.BEFORE_THE_COMMIT ? BulkResult.NoEffect.class : BulkResult.Unknown.class);
    BulkResult.Applied settled =
        applied(scene.bulk.countStock(order, counts(Count.of(position, 5))));
    assertThat(settled.replayed()).isEqualTo(loss == Loss.ANSWER_TO_THE_COMMIT);
    assertThat(history(position)).hasSize(1);
  }

  @Test
  void aStoreThatCannotBeReachedTookNothing() {
    Database closed = Database.open(store.target(), 1);
    closed.close();

    BulkResult result = new PostgresBulkStore(closed).countStock(scene.order(), counts());

    assertThat(result).isInstanceOf(BulkResult.NoEffect.class);
  }

  private void reserve(PositionKey position, long quantity) {
    scene.command(
        UUID.randomUUID().toString(),
        new ReserveStock(
            UUID.randomUUID(),
            List.of(new Line(position, quantity)),
            ReservationTerms.DEFAULT_TIME_TO_LIVE));
  }
}
