package dev.holdfast.storage.contract;

import static dev.holdfast.storage.contract.Scene.line;
import static dev.holdfast.storage.contract.Scene.move;
import static dev.holdfast.storage.contract.Scene.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.reservation.ReservationState;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.domain.stock.StockCommand.Arrival;
import dev.holdfast.domain.stock.StockCommand.ExtendReservation;
import dev.holdfast.domain.stock.StockCommand.SendTransfer;
import dev.holdfast.domain.stock.StockCommand.SettleReservation;
import dev.holdfast.domain.stock.StockCommand.SettleTransfer;
import dev.holdfast.domain.stock.StockCommand.Settlement;
import dev.holdfast.domain.transfer.TransferState;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.StockReader;
import dev.holdfast.storage.api.StockReader.HistoryRow;
import dev.holdfast.storage.api.StockReader.PositionFilter;
import dev.holdfast.storage.api.StockReader.ReservationFilter;
import dev.holdfast.storage.api.StockReader.TransferFilter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing of one client is visible to another, nor can be touched by it. */
abstract class IsolationContract {
  private Scene owner;
  private Scene stranger;
  private PositionKey position;
  private UUID reservation;
  private UUID transfer;

  abstract StoreFixture store();

  @BeforeEach
  void openScenes() {
    owner = new Scene(store());
    stranger = new Scene(store());
    stranger.stocked(1);
    position = owner.stocked(10);
    reservation = owner.reserved(line(position, 2));
    SendTransfer sent = send(store().newLocation(owner.client), line(position, 1));
    owner.done(sent);
    transfer = sent.id();
  }

  @Test
  void whatIsReadByNumberBelongsToWhoAsks() {
    StockReader reader = store().reader();

    assertThat(reader.position(owner.client, position)).isPresent();
    assertThat(reader.reservation(owner.client, reservation)).isPresent();
    assertThat(reader.transfer(owner.client, transfer)).isPresent();
    assertThat(reader.position(stranger.client, position)).isEmpty();
    assertThat(reader.reservation(stranger.client, reservation)).isEmpty();
    assertThat(reader.transfer(stranger.client, transfer)).isEmpty();
    assertThat(reader.history(stranger.client, position, null, 10).items()).isEmpty();
  }

  @Test
  void listsHoldOnlyWhatBelongsToWhoAsks() {
    StockReader reader = store().reader();
    owner.done(move(Movement.COUNT, line(position, 0)));
    long sku = position.skuId();
    int location = position.locationId();

    for (PositionFilter filter :
        List.of(
            new PositionFilter(sku, null, false),
            new PositionFilter(null, location, false),
            new PositionFilter(sku, location, false),
            new PositionFilter(sku, location, true),
            new PositionFilter(null, null, true))) {
      assertThat(reader.positions(owner.client, filter, null, 10).items()).hasSize(1);
      assertThat(reader.positions(stranger.client, filter, null, 10).items()).isEmpty();
    }
    assertThat(new Listing(stranger).positions()).hasSize(1).doesNotContain(position);
    assertThat(reader.reservations(stranger.client, ReservationFilter.ANY, null, 10).items())
        .isEmpty();
    assertThat(
            reader
                .reservations(
                    stranger.client, ReservationFilter.in(ReservationState.ACTIVE), null, 10)
                .items())
        .isEmpty();
    assertThat(reader.transfers(stranger.client, TransferFilter.ANY, null, 10).items()).isEmpty();
    assertThat(
            reader
                .transfers(stranger.client, TransferFilter.in(TransferState.IN_TRANSIT), null, 10)
                .items())
        .isEmpty();
  }

  @Test
  void aCursorOfAnotherClientOpensNothingOfTheirs() {
    StockReader reader = store().reader();
    UUID second = owner.reserved(line(position, 1));
    Page<Reservation> page = reader.reservations(owner.client, ReservationFilter.ANY, null, 1);
    assertThat(page.items()).extracting(Reservation::id).containsExactly(second);

    assertThat(reader.reservations(stranger.client, ReservationFilter.ANY, page.next(), 10).items())
        .isEmpty();
  }

  @Test
  void commandsOnAnotherClientsReservationOrTransferFindNothing() {
    List<StockCommand> commands =
        List.of(
            new SettleReservation(reservation, Settlement.CONFIRM),
            new SettleReservation(reservation, Settlement.RELEASE),
            new SettleReservation(reservation, Settlement.EXPIRE),
            new ExtendReservation(reservation, Scene.QUARTER_HOUR),
            new SettleTransfer(transfer, Arrival.RECEIVE),
            new SettleTransfer(transfer, Arrival.CANCEL));

    for (StockCommand command : commands) {
      assertThat(stranger.refused(command).refusal()).isEqualTo(Refusal.NOT_FOUND);
    }
    assertThat(owner.balance(position).version()).isEqualTo(3);
    assertThat(owner.reader().reservation(owner.client, reservation).map(Reservation::state))
        .contains(ReservationState.ACTIVE);
  }

  @Test
  void theSameReservationNumberOfTwoClientsStaysTwoReservations() {
    PositionKey theirs = stranger.stocked(5);
    StockCommand sameNumber =
        new StockCommand.ReserveStock(reservation, List.of(line(theirs, 3)), Scene.QUARTER_HOUR);

    stranger.done(sameNumber);
    stranger.settled(
        List.of(
            stranger.command(new SettleReservation(reservation, Settlement.CONFIRM)),
            owner.command(new SettleReservation(reservation, Settlement.RELEASE))));

    assertThat(stranger.balance(theirs).onHand()).isEqualTo(2);
    assertThat(owner.balance(position).onHand()).isEqualTo(9);
    assertThat(owner.balance(position).reserved()).isZero();
    LedgerInvariants.check(store().reader(), List.of(owner.client, stranger.client));
  }

  @Test
  void theNamesOfAnotherClientsKeysAreNotShown() {
    StockCommand receipt = move(Movement.RECEIVE, line(position, 1));
    int foreign = store().newActor(stranger.client, "their secret supplier");
    Scene.done(
        owner.apply(
            new ClientCommand(
                owner.client, "odd", Scene.fingerprint(receipt), foreign, null, receipt)));

    assertThat(owner.history(position))
        .extracting(HistoryRow::actor)
        .doesNotContain("their secret supplier");
  }
}
