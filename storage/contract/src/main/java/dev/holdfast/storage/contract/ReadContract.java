package dev.holdfast.storage.contract;

import static dev.holdfast.storage.contract.Scene.line;
import static dev.holdfast.storage.contract.Scene.move;
import static dev.holdfast.storage.contract.Scene.reserve;
import static dev.holdfast.storage.contract.Scene.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.reservation.ReservationState;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.EntryKind;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.domain.stock.StockCommand.Arrival;
import dev.holdfast.domain.stock.StockCommand.SendTransfer;
import dev.holdfast.domain.stock.StockCommand.SettleReservation;
import dev.holdfast.domain.stock.StockCommand.SettleTransfer;
import dev.holdfast.domain.stock.StockCommand.Settlement;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.domain.transfer.TransferState;
import dev.holdfast.storage.api.BadCursorException;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.StockReader.HistoryRow;
import dev.holdfast.storage.api.StockReader.PositionRow;
import dev.holdfast.storage.api.StockReader.ReservationFilter;
import dev.holdfast.storage.api.StockReader.TransferFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader shows, and in which order and portions. */
abstract class ReadContract {
  private Scene scene;

  abstract StoreFixture store();

  @BeforeEach
  void openScene() {
    scene = new Scene(store());
  }

  @Test
  void aHistorySaysWhoDidWhatWhenAndWhy() {
    PositionKey position = scene.empty();
    int manager = store().newActor(scene.client, "Ann's till");
    StockCommand receipt = move(Movement.RECEIVE, line(position, 5));
    Outcome received =
        Scene.done(
            scene.apply(
                new ClientCommand(
                    scene.client,
                    "receipt",
                    Scene.fingerprint(receipt),
                    manager,
                    "delivery 4711 · ½ pallet",
                    receipt)));
    UUID id = scene.reserved(line(position, 2));
    SettleReservation expire = new SettleReservation(id, Settlement.RELEASE);
    Outcome released =
        Scene.done(
            scene.apply(
                new ClientCommand(
                    scene.client, "release", Scene.fingerprint(expire), 0, null, expire)));

    List<HistoryRow> history = scene.history(position);

    assertThat(history.getFirst())
        .isEqualTo(
            new HistoryRow(
                EntryKind.RECEIVED,
                5,
                0,
                new Balance(5, 0, 0, 0, 1),
                received.at(),
                "Ann's till",
                "delivery 4711 · ½ pallet",
                null,
                null));
    assertThat(history.get(1))
        .returns(EntryKind.RESERVED, HistoryRow::kind)
        .returns(2L, HistoryRow::reservedDelta)
        .returns("clerk", HistoryRow::actor)
        .returns(id, HistoryRow::subject);
    assertThat(history.get(2))
        .isEqualTo(
            new HistoryRow(
                EntryKind.RELEASED,
                0,
                -2,
                new Balance(5, 0, 0, 0, 3),
                released.at(),
                "system",
                null,
                id,
                null));
    assertThat(scene.reader().position(scene.client, position).map(PositionRow::updatedAt))
        .contains(released.at());
  }

  @Test
  void aHistoryOfAShortfallShowsIt() {
    PositionKey position = scene.stocked(5);
    scene.done(reserve(line(position, 4)));
    scene.done(move(Movement.SET_SAFETY_STOCK, line(position, 9)));
    scene.done(move(Movement.COUNT, line(position, 1)));

    assertThat(scene.history(position))
        .extracting(HistoryRow::after)
        .containsExactly(
            new Balance(5, 0, 0, 0, 1),
            new Balance(5, 4, 0, 0, 2),
            new Balance(5, 4, 9, 0, 3),
            new Balance(1, 4, 9, 3, 4));
  }

  @Test
  void aHistoryComesNewestFirstInPagesOfAnySize() {
    PositionKey position = scene.stocked(1);
    for (int i = 0; i < 5; i++) {
      scene.done(move(Movement.RECEIVE, line(position, 1)));
    }
    for (int limit : new int[] {1, 2, 3, 4, 5, 6, 7, Page.MAX_LIMIT}) {
      List<HistoryRow> all =
          Scene.allPages(after -> scene.reader().history(scene.client, position, after, limit));
      assertThat(all)
          .extracting(row -> row.after().version())
          .as("pages of %s", limit)
          .containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
    }
  }

  @Test
  void aPageThatReachesTheEndHasNoNext() {
    PositionKey position = scene.stocked(1);
    scene.done(move(Movement.RECEIVE, line(position, 1)));

    Page<HistoryRow> exact = scene.reader().history(scene.client, position, null, 2);
    assertThat(exact.items()).hasSize(2);
    assertThat(exact.next()).isNull();

    Page<HistoryRow> first = scene.reader().history(scene.client, position, null, 1);
    assertThat(first.next()).isNotNull();
    Page<HistoryRow> second = scene.reader().history(scene.client, position, first.next(), 1);
    assertThat(second.items()).hasSize(1);
    assertThat(second.next()).isNull();
    assertThat(scene.reader().history(scene.client, scene.empty(), null, 1))
        .isEqualTo(new Page<>(List.of(), null));
  }

  @Test
  void whatHappensBetweenTwoPagesIsNotMixedIn() {
    PositionKey position = scene.stocked(1);
    scene.done(move(Movement.RECEIVE, line(position, 1)));
    Page<HistoryRow> first = scene.reader().history(scene.client, position, null, 1);

    scene.done(move(Movement.RECEIVE, line(position, 1)));

    assertThat(scene.reader().history(scene.client, position, first.next(), 10).items())
        .extracting(row -> row.after().version())
        .containsExactly(1L);
  }

  @Test
  void positionsAreListedInKeyOrderAndByWhatIsAskedFor() {
    List<PositionKey> grid = grid(3, 3);
    scene.done(reserve(line(grid.get(4), 1)));
    scene.done(move(Movement.COUNT, line(grid.get(4), 0)));
    Listing listing = new Listing(scene);

    for (int limit : new int[] {1, 2, 3, 4, 8, 9, 10, Page.MAX_LIMIT}) {
      assertThat(listing.listed(Listing.ANY, limit)).containsExactlyElementsOf(grid);
      assertThat(listing.listed(Listing.sku(grid.get(3)), limit))
          .containsExactly(grid.get(3), grid.get(4), grid.get(5));
      assertThat(listing.listed(Listing.location(grid.get(1)), limit))
          .containsExactly(grid.get(1), grid.get(4), grid.get(7));
      assertThat(listing.listed(Listing.SHORTFALLS, limit)).containsExactly(grid.get(4));
    }
    assertThat(listing.positionsOf(scene.empty())).isEmpty();
    assertThat(scene.reader().positions(scene.client, Listing.ANY, null, 9).next()).isNull();
  }

  /** SKUs times locations, each position with one unit on hand, in key order. */
  private List<PositionKey> grid(int skus, int locations) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < locations; i++) {
      places.add(store().newLocation(scene.client));
    }
    List<PositionKey> grid = new ArrayList<>();
    for (int i = 0; i < skus; i++) {
      long sku = store().newSku(scene.client);
      places.forEach(place -> grid.add(PositionKey.of(sku, place)));
    }
    grid.reversed().forEach(one -> scene.done(move(Movement.RECEIVE, line(one, 1))));
    return grid;
  }

  @Test
  void reservationsAreListedNewestFirstAndByState() {
    PositionKey position = scene.stocked(10);
    UUID confirmed = scene.reserved(line(position, 1));
    UUID active = scene.reserved(line(position, 2));
    UUID released = scene.reserved(line(position, 3));
    UUID expired = scene.overdue(line(position, 4));
    scene.done(new SettleReservation(confirmed, Settlement.CONFIRM));
    scene.done(new SettleReservation(released, Settlement.RELEASE));
    scene.done(new SettleReservation(expired, Settlement.EXPIRE));

    for (int limit : new int[] {1, 2, 3, 4, 5}) {
      List<Reservation> all =
          Scene.allPages(after ->
              scene.reader().reservations(scene.client, ReservationFilter.ANY, after, limit));
      assertThat(all)
          .extracting(Reservation::id)
          .containsExactly(expired, released, active, confirmed);
      assertThat(all)
          .allMatch(
              one -> scene.reader().reservation(scene.client, one.id()).orElseThrow().equals(one));
    }
    for (ReservationState state : ReservationState.values()) {
      UUID expected =
          switch (state) {
            case ACTIVE -> active;
            case CONFIRMED -> confirmed;
            case RELEASED -> released;
            case EXPIRED -> expired;
          };
      Page<Reservation> page =
          scene.reader().reservations(scene.client, ReservationFilter.in(state), null, 1);
      assertThat(page.items()).extracting(Reservation::id).containsExactly(expected);
      assertThat(page.items()).extracting(Reservation::state).containsExactly(state);
      assertThat(page.next()).isNull();
    }
  }

  @Test
  void activeReservationsThatEndBetweenTwoPagesHideNoOthers() {
    PositionKey position = scene.stocked(10);
    UUID first = scene.reserved(line(position, 1));
    UUID second = scene.reserved(line(position, 1));
    Page<Reservation> page =
        scene
            .reader()
            .reservations(scene.client, ReservationFilter.in(ReservationState.ACTIVE), null, 1);
    assertThat(page.items()).extracting(Reservation::id).containsExactly(second);

    scene.done(new SettleReservation(second, Settlement.RELEASE));

    assertThat(
            scene
                .reader()
                .reservations(
                    scene.client, ReservationFilter.in(ReservationState.ACTIVE), page.next(), 1)
                .items())
        .extracting(Reservation::id)
        .containsExactly(first);
  }

  @Test
  void transfersAreListedNewestFirstAndByState() {
    PositionKey position = scene.stocked(10);
    int there = store().newLocation(scene.client);
    List<UUID> sent = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      SendTransfer command = send(there, line(position, 1));
      scene.done(command);
      sent.add(command.id());
    }
    scene.done(new SettleTransfer(sent.get(0), Arrival.RECEIVE));
    scene.done(new SettleTransfer(sent.get(1), Arrival.CANCEL));

    for (int limit : new int[] {1, 2, 3, 4}) {
      List<Transfer> all =
          Scene.allPages(
              after -> scene.reader().transfers(scene.client, TransferFilter.ANY, after, limit));
      assertThat(all).extracting(Transfer::id).containsExactlyElementsOf(sent.reversed());
    }
    List<TransferState> states =
        List.of(TransferState.RECEIVED, TransferState.CANCELLED, TransferState.IN_TRANSIT);
    for (int i = 0; i < sent.size(); i++) {
      Page<Transfer> page =
          scene.reader().transfers(scene.client, TransferFilter.in(states.get(i)), null, 1);
      assertThat(page.items()).extracting(Transfer::id).containsExactly(sent.get(i));
      assertThat(page.next()).isNull();
    }
  }

  @Test
  void aCursorThatNobodyGaveOutIsRefused() {
    PositionKey position = scene.stocked(1);
    for (String cursor : List.of("", "nonsense", "' or 1=1 --", "ÿ", "\u0000")) {
      for (PageSource source : everyList(position)) {
        assertThatExceptionOfType(BadCursorException.class)
            .as("cursor <%s>", cursor)
            .isThrownBy(() -> source.page(cursor, 1));
      }
    }
  }

  @Test
  void pagesOfNoRowsOrTooManyAreRefused() {
    PositionKey position = scene.stocked(1);
    for (int limit : new int[] {Integer.MIN_VALUE, -1, 0, Page.MAX_LIMIT + 1}) {
      for (PageSource source : everyList(position)) {
        assertThatIllegalArgumentException().isThrownBy(() -> source.page(null, limit));
      }
    }
  }

  private List<PageSource> everyList(PositionKey position) {
    return List.of(
        (after, limit) -> scene.reader().history(scene.client, position, after, limit),
        (after, limit) -> scene.reader().positions(scene.client, Listing.ANY, after, limit),
        (after, limit) ->
            scene.reader().reservations(scene.client, ReservationFilter.ANY, after, limit),
        (after, limit) -> scene.reader().transfers(scene.client, TransferFilter.ANY, after, limit));
  }

  private interface PageSource {
    Page<?> page(@Nullable String after, int limit);
  }
}
