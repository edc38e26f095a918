package dev.holdfast.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.holdfast.domain.catalogue.Scale;
import dev.holdfast.domain.stock.EntryKind;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.domain.stock.StockCommand.MoveStock;
import dev.holdfast.domain.stock.StockCommand.ReserveStock;
import dev.holdfast.domain.stock.StockCommand.SendTransfer;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.FactSource.EntryRow;
import dev.holdfast.storage.api.FactSource.MovementSum;
import dev.holdfast.storage.api.FactSource.RefusalSum;
import dev.holdfast.storage.api.FactSource.Window;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is told to reports, and when: once, and nothing forgotten, whoever commits when. */
final class PostgresFactSourceTest {
  private static FactScene scene;

  @BeforeAll
  static void open() {
    scene = new FactScene();
  }

  @AfterEach
  void endWhatIsOpen() throws SQLException {
    scene.endAll();
  }

  @AfterAll
  static void close() {
    scene.close();
  }

  @Test
  void whoCommitsLateHoldsTheMarkBackAndIsToldOnce() throws SQLException {
    long mark = scene.now();
    Connection early = scene.begin();
    scene.order(early, UUID.randomUUID(), 1);
    Connection late = scene.begin();
    scene.order(late, UUID.randomUUID(), 1);
    late.commit();

    Window before = scene.since(mark);
    assertThat(scene.orders(before)).as("nothing beyond the open one").isEmpty();
    assertThat(scene.since(before.to()).isEmpty()).isTrue();

    early.commit();
    Window after = scene.since(before.to());
    assertThat(scene.orders(after)).hasSize(2);
    assertThat(scene.orders(after)).as("asked again").hasSize(2);
    assertThat(scene.orders(scene.since(after.to()))).isEmpty();
  }

  @Test
  void whatGaveUpIsNotToldAndHoldsNothingBack() throws SQLException {
    long mark = scene.now();
    Connection gaveUp = scene.begin();
    scene.order(gaveUp, UUID.randomUUID(), 1);
    gaveUp.rollback();
    Connection done = scene.begin();
    UUID order = scene.order(done, UUID.randomUUID(), 1);
    done.commit();
    scene.order(done, order, 2);
    done.rollback();

    assertThat(scene.orders(scene.since(mark))).containsExactly("{\"version\":1}");
  }

  @Test
  void anOrderThatChangedSeveralTimesIsToldOnceAsItIsNow() throws SQLException {
    long mark = scene.now();
    Connection writer = scene.begin();
    UUID order = scene.order(writer, UUID.randomUUID(), 1);
    writer.commit();
    Window first = scene.since(mark);
    scene.order(writer, order, 2);
    writer.commit();
    scene.order(writer, order, 3);
    writer.commit();

    assertThat(scene.orders(first)).as("moved on before it was read").isEmpty();
    assertThat(scene.orders(scene.since(first.to()))).containsExactly("{\"version\":3}");
  }

  @Test
  void windowsTakeAsManyTransactionsAsAskedFor() throws SQLException {
    long mark = scene.now();
    Connection writer = scene.begin();
    for (int i = 0; i < 5; i++) {
      scene.order(writer, UUID.randomUUID(), 1);
      writer.commit();
    }
    List<Integer> told = new ArrayList<>();
    for (Window window = scene.source.next(mark, 2);
        !window.isEmpty();
        window = scene.source.next(window.to(), 2)) {
      assertThat(window.to() - window.from()).isBetween(1L, 2L);
      told.add(scene.orders(window).size());
    }
    assertThat(told).allMatch(size -> size <= 2);
    assertThat(told.stream().mapToInt(Integer::intValue).sum()).isEqualTo(5);
  }

  @Test
  void aWindowSaysFromWhenOnItMayLackSomething() throws SQLException {
    Instant quiet = scene.store.now();
    long mark = scene.now();
    Connection early = scene.begin();
    scene.order(early, UUID.randomUUID(), 1);
    Connection late = scene.begin();
    scene.order(late, UUID.randomUUID(), 1);
    Instant before = scene.store.now();
    late.commit();

    Window held = scene.since(mark);
    assertThat(held.asOf()).isBetween(quiet, before);
    early.commit();
    assertThat(scene.since(held.to()).asOf()).isAfter(before);
  }

  @Test
  void aMarkOfAnotherDatabaseIsRefused() {
    assertThatThrownBy(() -> scene.since(Long.MAX_VALUE / 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was restored");
  }

  @Test
  void movementsAreSummedByTheirPlacesClockAlsoWhenItChanges() throws SQLException {
    PositionKey berlin = position("Europe/Berlin", 0);
    PositionKey kathmandu = position("Asia/Kathmandu", 0);
    Connection writer = scene.begin();
    for (String at :
        List.of(
            // Both hours of 2 o'clock, and midnight by UTC, which is not midnight there.
            "2030-10-27T00:30:00Z",
            "2030-10-27T01:30:00Z",
            "2030-03-31T00:59:59Z",
            "2030-03-31T01:00:00Z",
            "2030-01-01T23:59:59Z")) {
      scene.entry(writer, berlin, EntryKind.RECEIVED, 1, Instant.parse(at), null);
    }
    scene.entry(
        writer, kathmandu, EntryKind.RECEIVED, 1, Instant.parse("2030-01-01T18:20:00Z"), null);
    long mark = scene.now();
    writer.commit();

    assertThat(scene.source.movements(scene.since(mark)))
        .extracting(MovementSum::hour, MovementSum::received)
        .containsExactlyInAnyOrder(
            tuple(hour("2030-10-27T02:00"), 2_000L),
            tuple(hour("2030-03-31T01:00"), 1_000L),
            tuple(hour("2030-03-31T03:00"), 1_000L),
            tuple(hour("2030-01-02T00:00"), 1_000L),
            tuple(hour("2030-01-02T00:00"), 1_000L));
  }

  @Test
  void everyKindOfMovementCountsAsWhatItIs() throws SQLException {
    PositionKey at = position("UTC", 2);
    Connection writer = scene.begin();
    Instant noon = Instant.parse("2030-05-05T12:00:00Z");
    long mark = scene.now();
    scene.entry(writer, at, EntryKind.COUNTED, 1_000, noon, "import");
    scene.entry(writer, at, EntryKind.RECEIVED, 100, noon, null);
    scene.entry(writer, at, EntryKind.SOLD, -7, noon, null);
    scene.entry(writer, at, EntryKind.CONFIRMED, -3, noon, null);
    scene.entry(writer, at, EntryKind.RESERVED, 0, noon, null);
    scene.entry(writer, at, EntryKind.COUNTED, -20, noon, null);
    scene.entry(writer, at, EntryKind.ADJUSTED, 4, noon, "found behind the shelf");
    scene.entry(writer, at, EntryKind.TRANSFERRED_OUT, -50, noon, null);
    scene.entry(writer, at, EntryKind.TRANSFERRED_IN, 60, noon, null);
    scene.entry(writer, at, EntryKind.WRITTEN_OFF, -11, noon, "dropped");
    scene.entry(writer, at, EntryKind.WRITTEN_OFF, -13, noon, null);
    scene.entry(
        writer, at, EntryKind.WRITTEN_OFF, -17, noon, "lot A: its last day 2030-05-04 is over");
    scene.entry(writer, at, EntryKind.WRITTEN_OFF, -19, noon, "Spoiled in the heat");
    scene.entry(writer, at, EntryKind.RETURNED, 2, noon, null);
    writer.commit();

    long onHand = 1_000 + 100 - 7 - 3 - 20 + 4 - 50 + 60 - 11 - 13 - 17 - 19 + 2;
    assertThat(scene.source.movements(scene.since(mark)))
        .as("hundredths of a unit, told as thousandths")
        .containsExactly(
            new MovementSum(
                scene.client,
                at.locationId(),
                "things",
                hour("2030-05-05T12:00"),
                11_000,
                100,
                20,
                (20 - 4 + 11 + 13) * 10,
                360,
                onHand * 10));
    List<EntryRow> entries = new ArrayList<>();
    scene.source.entries(scene.since(mark), entries::add);
    assertThat(entries)
        .hasSize(14)
        .allMatch(entry -> entry.scale() == 2 && entry.at().equals(noon));
  }

  @Test
  void refusalsForLackOfStockAreCountedAlsoOnceTheirOutcomesAreForgotten() {
    PositionKey at = position("UTC", 0);
    long mark = scene.now();
    List<Line> five = List.of(new Line(at, 5));
    StockCommand reserve = new ReserveStock(UUID.randomUUID(), five, Duration.ofHours(1));
    apply(command(reserve));
    apply(command(new MoveStock(Movement.SELL, five)));
    apply(command(reserve).asTrial());
    apply(command(new MoveStock(Movement.WRITE_OFF, five)));
    apply(command(new SendTransfer(UUID.randomUUID(), at.locationId() + 1, five)));

    Window window = scene.since(mark);
    List<RefusalSum> told = scene.source.refusals(window);
    assertThat(told)
        .singleElement()
        .satisfies(sum -> {
          assertThat(sum.locationId()).isEqualTo(at.locationId());
          assertThat(sum.lines()).isEqualTo(2);
          assertThat(sum.units()).isEqualTo(10_000);
        });
    assertThat(scene.store.node(0).forgetOutcomes(Duration.ofSeconds(-1), 100)).isEqualTo(5);
    assertThat(scene.source.refusals(window)).isEqualTo(told);
    assertThat(scene.source.refusals(scene.since(window.to()))).isEmpty();
  }

  private static LocalDateTime hour(String text) {
    return LocalDateTime.parse(text);
  }

  private PositionKey position(String zone, int decimals) {
    long sku =
        scene.store.newSku(
            scene.client, UUID.randomUUID().toString(), "A thing", new Scale(decimals));
    int location = scene.store.newLocation(scene.client);
    scene.superuser("update location set time_zone = '%s' where id = %s".formatted(zone, location));
    return PositionKey.of(sku, location);
  }

  private ClientCommand command(StockCommand command) {
    UUID fingerprint = UUID.randomUUID();
    return new ClientCommand(scene.client, fingerprint.toString(), fingerprint, 0, null, command);
  }

  private void apply(ClientCommand command) {
    assertThat(scene.store.node(0).apply(List.of(command)))
        .allMatch(CommandResult.Settled.class::isInstance);
  }
}
