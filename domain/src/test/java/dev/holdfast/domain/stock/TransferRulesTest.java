package dev.holdfast.domain.stock;

import static dev.holdfast.domain.stock.Shelf.APPLES;
import static dev.holdfast.domain.stock.Shelf.APPLES_ELSEWHERE;
import static dev.holdfast.domain.stock.Shelf.OTHER_CLIENT;
import static dev.holdfast.domain.stock.Shelf.cancel;
import static dev.holdfast.domain.stock.Shelf.line;
import static dev.holdfast.domain.stock.Shelf.receive;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.stock.StockCommand.SendTransfer;
import dev.holdfast.domain.transfer.TransferState;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class TransferRulesTest {
  private static final int ELSEWHERE = APPLES_ELSEWHERE.locationId();

  private static UUID sent(Shelf shelf, long quantity) {
    SendTransfer command = shelf.send(ELSEWHERE, line(APPLES, quantity));
    shelf.accepted(command);
    return command.id();
  }

  @Test
  void whatIsSentIsNowhereUntilItIsReceived() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    shelf.load(APPLES_ELSEWHERE, 1, 0, 0);

    UUID id = sent(shelf, 2);
    assertThat(shelf.balance(APPLES)).isEqualTo(new Balance(3, 0, 0, 0, 8));
    assertThat(shelf.balance(APPLES_ELSEWHERE)).isEqualTo(new Balance(1, 0, 0, 0, 7));

    Decision.Accepted received = shelf.accepted(receive(id));
    assertThat(received.transfer().state()).isEqualTo(TransferState.RECEIVED);
    assertThat(received.entries())
        .containsExactly(
            new LedgerEntry(
                APPLES_ELSEWHERE, EntryKind.TRANSFERRED_IN, 2, 0, new Balance(3, 0, 0, 0, 8)));
  }

  @Test
  void aCancelledTransferComesBack() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    UUID id = sent(shelf, 2);

    Decision.Accepted cancelled = shelf.accepted(cancel(id));

    assertThat(cancelled.transfer().state()).isEqualTo(TransferState.CANCELLED);
    assertThat(shelf.balance(APPLES)).isEqualTo(new Balance(5, 0, 0, 0, 9));
    assertThat(shelf.balance(APPLES_ELSEWHERE)).isEqualTo(Balance.EMPTY);
  }

  @Test
  void anEndedTransferEndsNoOtherWay() {
    for (boolean received : List.of(true, false)) {
      Shelf shelf = Shelf.holding(APPLES, 5);
      UUID id = sent(shelf, 2);
      shelf.accepted(received ? receive(id) : cancel(id));

      assertThat(shelf.refused(receive(id)).refusal()).isEqualTo(Refusal.TRANSFER_ENDED);
      assertThat(shelf.refused(cancel(id)).refusal()).isEqualTo(Refusal.TRANSFER_ENDED);
    }
  }

  @Test
  void reservedStockCannotBeSentButSafetyStockCan() {
    Shelf shelf = new Shelf();
    shelf.load(APPLES, 5, 3, 4);

    Decision.Refused refused = shelf.refused(shelf.send(ELSEWHERE, line(APPLES, 3)));

    assertThat(refused.lines())
        .containsExactly(new LineRefusal(0, APPLES, 3, 2, 7, Refusal.INSUFFICIENT_STOCK));
    sent(shelf, 2);
    assertThat(shelf.balance(APPLES)).isEqualTo(new Balance(3, 3, 4, 0, 8));
  }

  @Test
  void aTransferThatDoesNotFitStaysInTransit() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    shelf.load(APPLES_ELSEWHERE, Balance.MAX_ON_HAND - 1, 0, 0);
    UUID id = sent(shelf, 2);

    Decision.Refused refused = shelf.refused(receive(id));

    assertThat(refused.lines())
        .containsExactly(new LineRefusal(0, APPLES_ELSEWHERE, 2, 1, 7, Refusal.POSITION_FULL));
    shelf.accepted(cancel(id));
  }

  @Test
  void arrivingGoodsMendAShortfall() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    shelf.load(APPLES_ELSEWHERE, 1, 4, 0);

    shelf.accepted(receive(sent(shelf, 2)));

    assertThat(shelf.balance(APPLES_ELSEWHERE)).isEqualTo(new Balance(3, 4, 0, 1, 8));
  }

  @Test
  void anotherClientsTransferDoesNotExist() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    UUID id = sent(shelf, 2);
    Decision notFound = new Decision.Refused(Refusal.NOT_FOUND, List.of());

    assertThat(shelf.set.decide(receive(id), OTHER_CLIENT, shelf.now)).isEqualTo(notFound);
    assertThat(shelf.set.decide(cancel(id), OTHER_CLIENT, shelf.now)).isEqualTo(notFound);
    assertThat(shelf.decide(receive(shelf.nextId()))).isEqualTo(notFound);
  }
}
