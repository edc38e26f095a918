package dev.holdfast.storage.contract;

import static dev.holdfast.storage.contract.Scene.line;
import static dev.holdfast.storage.contract.Scene.move;
import static dev.holdfast.storage.contract.Scene.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.reservation.PickupNumber;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.reservation.ReservationState;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand.Arrival;
import dev.holdfast.domain.stock.StockCommand.SendTransfer;
import dev.holdfast.domain.stock.StockCommand.SettleReservation;
import dev.holdfast.domain.stock.StockCommand.SettleTransfer;
import dev.holdfast.domain.stock.StockCommand.Settlement;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.domain.transfer.TransferState;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.StockReader.HistoryRow;
import dev.holdfast.storage.api.StockReader.ReservationFilter;
import dev.holdfast.storage.api.StockReader.TransferFilter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reservations and transfers by SKU, location and pick-up number. */
abstract class FilterContract {
  private Scene scene;
  private PositionKey tea;
  private PositionKey coffee;
  private PositionKey teaElsewhere;

  abstract StoreFixture store();

  @BeforeEach
  void openScene() {
    scene = new Scene(store());
    tea = scene.empty();
    coffee = PositionKey.of(store().newSku(scene.client), tea.locationId());
    teaElsewhere = PositionKey.of(tea.skuId(), store().newLocation(scene.client));
    scene.done(move(Movement.RECEIVE, line(tea, 20), line(coffee, 20), line(teaElsewhere, 20)));
  }

  @Test
  void reservationsAreFoundByTheLocationAndSkuOfOneLine() {
    UUID here = scene.reserved(line(tea, 1));
    UUID elsewhere = scene.reserved(line(teaElsewhere, 1));
    UUID both = scene.reserved(line(coffee, 1), line(teaElsewhere, 1));
    UUID twoItems = scene.reserved(line(tea, 1), line(coffee, 1));

    for (ReservationState state : new ReservationState[] {null, ReservationState.ACTIVE}) {
      assertThat(reserved(state, null, tea.locationId())).containsExactly(twoItems, both, here);
      assertThat(reserved(state, null, teaElsewhere.locationId())).containsExactly(both, elsewhere);
      assertThat(reserved(state, coffee.skuId(), null)).containsExactly(twoItems, both);
      assertThat(reserved(state, tea.skuId(), tea.locationId())).containsExactly(twoItems, here);
      assertThat(reserved(state, coffee.skuId(), teaElsewhere.locationId())).isEmpty();
      assertThat(reserved(state, scene.empty().skuId(), null)).isEmpty();
      assertThat(reserved(state, null, scene.empty().locationId())).isEmpty();
    }
  }

  @Test
  void whatHasEndedIsListedAtItsLocationByItsState() {
    UUID active = scene.reserved(line(tea, 1), line(teaElsewhere, 1));
    UUID confirmed = scene.reserved(line(tea, 1));
    scene.done(new SettleReservation(confirmed, Settlement.CONFIRM));

    int location = tea.locationId();
    assertThat(reserved(ReservationState.ACTIVE, null, location)).containsExactly(active);
    assertThat(reserved(ReservationState.CONFIRMED, null, location)).containsExactly(confirmed);
    assertThat(reserved(ReservationState.RELEASED, null, location)).isEmpty();
    assertThat(reserved(null, null, location)).containsExactly(confirmed, active);
  }

  /** Every reservation that is listed, in pages of several sizes. */
  private List<UUID> reserved(
      @Nullable ReservationState state, @Nullable Long sku, @Nullable Integer location) {
    ReservationFilter filter = new ReservationFilter(state, sku, location, null);
    List<UUID> whole = reserved(filter, Page.MAX_LIMIT);
    for (int limit : new int[] {1, 2, 3}) {
      assertThat(reserved(filter, limit)).as("pages of %s", limit).isEqualTo(whole);
    }
    return whole;
  }

  private List<UUID> reserved(ReservationFilter filter, int limit) {
    return Scene.<Reservation>allPages(
            after -> scene.reader().reservations(scene.client, filter, after, limit))
        .stream()
        .map(Reservation::id)
        .toList();
  }

  @Test
  void aReservationIsFoundByItsPickupNumber() {
    UUID wanted = scene.reserved(line(tea, 1));
    UUID other = scene.reserved(line(tea, 1));
    UUID elsewhere = scene.reserved(line(teaElsewhere, 1));
    PickupNumber number = PickupNumber.of(wanted);

    for (ReservationState state : new ReservationState[] {null, ReservationState.ACTIVE}) {
      assertThat(waiting(state, number, tea.locationId()))
          .contains(wanted)
          .allMatch(id -> PickupNumber.of(id).equals(number));
      assertThat(waiting(state, PickupNumber.of(other), tea.locationId())).contains(other);
      assertThat(waiting(state, PickupNumber.of(elsewhere), tea.locationId()))
          .doesNotContain(elsewhere);
    }
    scene.done(new SettleReservation(wanted, Settlement.CONFIRM));
    assertThat(waiting(ReservationState.ACTIVE, number, tea.locationId())).doesNotContain(wanted);
    assertThat(waiting(null, number, tea.locationId())).contains(wanted);
  }

  private List<UUID> waiting(@Nullable ReservationState state, PickupNumber number, int location) {
    return reserved(new ReservationFilter(state, null, location, number), 10);
  }

  @Test
  void transfersAreFoundWhereTheyLeftAndWhereTheyGo() {
    int depot = store().newLocation(scene.client);
    UUID toDepot = sent(depot, line(tea, 1));
    UUID toHere = sent(tea.locationId(), line(teaElsewhere, 1));
    UUID received = sent(depot, line(coffee, 1));
    scene.done(new SettleTransfer(received, Arrival.RECEIVE));

    assertThat(listed(null, null, tea.locationId())).containsExactly(received, toHere, toDepot);
    assertThat(listed(null, null, depot)).containsExactly(received, toDepot);
    assertThat(listed(TransferState.IN_TRANSIT, null, tea.locationId()))
        .containsExactly(toHere, toDepot);
    assertThat(listed(TransferState.IN_TRANSIT, tea.skuId(), null))
        .containsExactly(toHere, toDepot);
    assertThat(listed(TransferState.RECEIVED, coffee.skuId(), depot)).containsExactly(received);
    assertThat(listed(null, tea.skuId(), depot)).containsExactly(toDepot);
    assertThat(listed(null, null, scene.empty().locationId())).isEmpty();
  }

  private UUID sent(int to, Line... lines) {
    SendTransfer command = send(to, lines);
    scene.done(command);
    return command.id();
  }

  private List<UUID> listed(
      @Nullable TransferState state, @Nullable Long sku, @Nullable Integer location) {
    TransferFilter filter = new TransferFilter(state, sku, location);
    return Scene.<Transfer>allPages(
            after -> scene.reader().transfers(scene.client, filter, after, 1))
        .stream()
        .map(Transfer::id)
        .toList();
  }

  @Test
  void aHistoryNamesTheOtherEndOfATransfer() {
    int here = tea.locationId();
    int there = teaElsewhere.locationId();
    scene.done(new SettleTransfer(sent(there, line(tea, 2)), Arrival.RECEIVE));
    scene.done(new SettleTransfer(sent(there, line(tea, 3)), Arrival.CANCEL));

    assertThat(scene.history(tea))
        .extracting(HistoryRow::otherLocation)
        .containsExactly(null, there, there, there);
    assertThat(scene.history(teaElsewhere))
        .extracting(HistoryRow::otherLocation)
        .containsExactly(null, here);
  }
}
