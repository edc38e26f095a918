package dev.holdfast.storage.contract;

import static dev.holdfast.storage.contract.Scene.line;
import static dev.holdfast.storage.contract.Scene.move;
import static dev.holdfast.storage.contract.Scene.reserve;
import static dev.holdfast.storage.contract.Scene.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.LineRefusal;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.Outcome.AppliedLine;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.domain.stock.StockCommand.Arrival;
import dev.holdfast.domain.stock.StockCommand.MoveStock;
import dev.holdfast.domain.stock.StockCommand.SendTransfer;
import dev.holdfast.domain.stock.StockCommand.SettleTransfer;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.domain.transfer.TransferState;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Transfers: gone from here, in transit, then there or back again. */
abstract class TransferContract {
  private Scene scene;
  private PositionKey here;
  private PositionKey there;

  abstract StoreFixture store();

  @BeforeEach
  void openScene() {
    scene = new Scene(store());
    here = scene.stocked(5);
    there = PositionKey.of(here.skuId(), store().newLocation(scene.client));
  }

  private static SettleTransfer receive(UUID id) {
    return new SettleTransfer(id, Arrival.RECEIVE);
  }

  private static SettleTransfer cancel(UUID id) {
    return new SettleTransfer(id, Arrival.CANCEL);
  }

  private UUID sent(long quantity) {
    SendTransfer command = send(there.locationId(), line(here, quantity));
    scene.done(command);
    return command.id();
  }

  private Transfer kept(UUID id) {
    return scene.reader().transfer(scene.client, id).orElseThrow();
  }

  @Test
  void whatIsSentIsInTransitUntilItIsReceived() {
    SendTransfer command = send(there.locationId(), line(here, 2));

    Outcome.Done sent = scene.done(command);
    assertThat(sent)
        .isEqualTo(
            new Outcome.Done(
                sent.at(),
                command.id(),
                null,
                List.of(new AppliedLine(here, 2, new Balance(3, 0, 0, 0, 2)))));
    assertThat(kept(command.id()))
        .isEqualTo(
            new Transfer(
                command.id(),
                scene.client,
                TransferState.IN_TRANSIT,
                there.locationId(),
                command.lines(),
                sent.at()));
    assertThat(scene.reader().position(scene.client, there)).isEmpty();

    Outcome.Done received = scene.done(receive(command.id()));
    assertThat(received.lines())
        .containsExactly(new AppliedLine(there, 2, new Balance(2, 0, 0, 0, 1)));
    assertThat(kept(command.id()).state()).isEqualTo(TransferState.RECEIVED);
    assertThat(scene.balance(here)).isEqualTo(new Balance(3, 0, 0, 0, 2));
  }

  @Test
  void aCancelledTransferComesBack() {
    UUID id = sent(5);

    Outcome.Done cancelled = scene.done(cancel(id));

    assertThat(cancelled.lines())
        .containsExactly(new AppliedLine(here, 5, new Balance(5, 0, 0, 0, 3)));
    assertThat(kept(id).state()).isEqualTo(TransferState.CANCELLED);
    assertThat(scene.reader().position(scene.client, there)).isEmpty();
  }

  @Test
  void anEndedTransferEndsNoOtherWay() {
    UUID received = sent(1);
    scene.done(receive(received));
    UUID cancelled = sent(1);
    scene.done(cancel(cancelled));

    for (UUID ended : List.of(received, cancelled)) {
      assertThat(scene.refused(receive(ended)).refusal()).isEqualTo(Refusal.TRANSFER_ENDED);
      assertThat(scene.refused(cancel(ended)).refusal()).isEqualTo(Refusal.TRANSFER_ENDED);
    }
    assertThat(scene.balance(here).onHand()).isEqualTo(4);
    assertThat(scene.balance(there).onHand()).isEqualTo(1);
  }

  @Test
  void anotherClientsTransferIsNotFound() {
    UUID id = sent(2);
    Scene stranger = new Scene(store());

    assertThat(stranger.refused(receive(id)).refusal()).isEqualTo(Refusal.NOT_FOUND);
    assertThat(stranger.refused(cancel(id)).refusal()).isEqualTo(Refusal.NOT_FOUND);
    assertThat(scene.refused(receive(Ids.next())).refusal()).isEqualTo(Refusal.NOT_FOUND);
    assertThat(kept(id).state()).isEqualTo(TransferState.IN_TRANSIT);
  }

  @Test
  void reservedStockCannotBeSentButSafetyStockCan() {
    scene.done(move(Movement.SET_SAFETY_STOCK, line(here, 2)));
    scene.done(reserve(line(here, 3)));

    Outcome.Refused refused = scene.refused(send(there.locationId(), line(here, 3)));

    assertThat(refused.lines())
        .containsExactly(new LineRefusal(0, here, 3, 2, 3, Refusal.INSUFFICIENT_STOCK));
    sent(2);
    assertThat(scene.balance(here)).isEqualTo(new Balance(3, 3, 2, 0, 4));
  }

  @Test
  void aTransferIsSentAndReceivedInOneBatchWhereStockIsAlready() {
    scene.done(move(Movement.RECEIVE, line(there, 1)));
    scene.done(move(Movement.RECEIVE, line(there, 1)));
    SendTransfer command = send(there.locationId(), line(here, 2));

    List<Outcome> outcomes =
        scene.settled(List.of(scene.command(command), scene.command(receive(command.id()))));

    assertThat(outcomes).allMatch(Outcome.Done.class::isInstance);
    assertThat(scene.balance(here)).isEqualTo(new Balance(3, 0, 0, 0, 2));
    assertThat(scene.balance(there)).isEqualTo(new Balance(4, 0, 0, 0, 3));
  }

  @Test
  void aTransferIsSentAndReceivedInOneBatchWhereNothingEverWas() {
    SendTransfer command = send(there.locationId(), line(here, 2), line(here, 1));

    List<Outcome> outcomes =
        scene.settled(List.of(scene.command(command), scene.command(receive(command.id()))));

    assertThat(outcomes).allMatch(Outcome.Done.class::isInstance);
    assertThat(scene.balance(there)).isEqualTo(new Balance(3, 0, 0, 0, 2));
  }

  @Test
  void aTransferThatDoesNotFitStaysInTransit() {
    Line most = line(there, Line.MAX_QUANTITY);
    MoveStock half = new MoveStock(Movement.RECEIVE, Collections.nCopies(Line.MAX_LINES, most));
    scene.done(half);
    scene.done(half);
    UUID id = sent(1);

    Outcome.Refused refused = scene.refused(receive(id));

    assertThat(refused.refusal()).isEqualTo(Refusal.POSITION_FULL);
    assertThat(refused.lines()).extracting(LineRefusal::position).containsExactly(there);
    assertThat(kept(id).state()).isEqualTo(TransferState.IN_TRANSIT);
    scene.done(cancel(id));
  }

  @Test
  void arrivingGoodsMendAShortfall() {
    scene.done(move(Movement.RECEIVE, line(there, 4)));
    scene.done(reserve(line(there, 4)));
    scene.done(move(Movement.COUNT, line(there, 1)));

    scene.done(receive(sent(2)));

    assertThat(scene.balance(there)).isEqualTo(new Balance(3, 4, 0, 1, 4));
  }
}
