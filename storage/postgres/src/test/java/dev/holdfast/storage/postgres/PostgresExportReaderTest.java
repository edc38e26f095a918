package dev.holdfast.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.reservation.ReservationTerms;
import dev.holdfast.domain.stock.EntryKind;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand.ReserveStock;
import dev.holdfast.storage.api.ExportReader;
import dev.holdfast.storage.api.ExportReader.LedgerLine;
import dev.holdfast.storage.api.ExportReader.StockLine;
import dev.holdfast.storage.postgres.BulkScene.Count;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PostgresExportReaderTest {
  private static PostgresFixture store;
  private BulkScene scene;
  private BulkScene other;
  private ExportReader reader;

  @BeforeAll
  static void open() {
    store = new PostgresFixture();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @BeforeEach
  void newClients() {
    scene = new BulkScene(store);
    other = new BulkScene(store);
    reader = new PostgresExportReader(store.database());
  }

  @Test
  void everyPositionComesOnceInKeyOrderOverSeveralPages() {
    int location = store.newLocation(scene.client);
    int neighbour = store.newLocation(scene.client);
    List<Count> counts = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      long sku = store.newSku(scene.client);
      counts.add(Count.of(PositionKey.of(sku, location), i));
      counts.add(Count.of(PositionKey.of(sku, neighbour), i));
    }
    scene.count(counts.toArray(Count[]::new));
    other.count(Count.of(other.position(), 1));

    List<StockLine> all = new ArrayList<>();
    for (List<StockLine> page = reader.stock(scene.client, 0);
        !page.isEmpty();
        page = reader.stock(scene.client, all.getLast().row().position().packed())) {
      assertThat(page).hasSizeLessThanOrEqualTo(ExportReader.PAGE_ROWS);
      all.addAll(page);
    }

    assertThat(all)
        .extracting(line -> line.row().position())
        .containsExactlyElementsOf(counts.stream().map(Count::position).toList());
    assertThat(all).allMatch(line -> line.sku().id() == line.row().position().skuId());
  }

  @Test
  void ledgerEntriesComeOldestFirstPerPosition() {
    PositionKey first = scene.position();
    PositionKey second = scene.position();
    scene.count(new Count(first, 5, 2), Count.of(second, 7));
    scene.move(Movement.RECEIVE, first, 1);

    List<LedgerLine> page = reader.ledger(scene.client, 0, 0);

    assertThat(page)
        .extracting(line -> line.position() + " " + line.entry().kind())
        .containsExactly(
            first.packed() + " " + EntryKind.COUNTED,
            first.packed() + " " + EntryKind.SAFETY_STOCK_SET,
            first.packed() + " " + EntryKind.RECEIVED,
            second.packed() + " " + EntryKind.COUNTED);
    assertThat(reader.ledger(scene.client, first.packed(), 2))
        .containsExactlyElementsOf(page.subList(2, 4));
    assertThat(reader.ledger(scene.client, second.packed(), 1)).isEmpty();
    assertThat(reader.ledger(other.client, 0, 0)).isEmpty();
    assertThat(page.getFirst().entry().actor()).isEqualTo("planner");
  }

  @Test
  void reservationsComeInOrderOfTheirNumbers() {
    PositionKey position = scene.position();
    scene.count(Count.of(position, 50));
    List<UUID> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      UUID id = new UUID(i, 7);
      made.add(id);
      scene.command(
          id.toString(),
          new ReserveStock(
              id, List.of(new Line(position, 1)), ReservationTerms.DEFAULT_TIME_TO_LIVE));
    }

    assertThat(reader.reservations(scene.client, null))
        .extracting(Reservation::id)
        .containsExactlyElementsOf(made);
    assertThat(reader.reservations(scene.client, made.get(3)))
        .extracting(Reservation::id)
        .containsExactly(made.get(4));
    assertThat(reader.skusById(scene.client, List.of(position.skuId()))).hasSize(1);
    assertThat(reader.skusById(other.client, List.of(position.skuId()))).isEmpty();
  }
}
