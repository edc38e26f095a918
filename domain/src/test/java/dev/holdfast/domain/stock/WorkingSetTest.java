package dev.holdfast.domain.stock;

import static dev.holdfast.domain.stock.Shelf.APPLES;
import static dev.holdfast.domain.stock.Shelf.PEARS;
import static dev.holdfast.domain.stock.Shelf.confirm;
import static dev.holdfast.domain.stock.Shelf.extend;
import static dev.holdfast.domain.stock.Shelf.line;
import static dev.holdfast.domain.stock.Shelf.move;
import static dev.holdfast.domain.stock.Shelf.receive;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.stock.StockCommand.SendTransfer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class WorkingSetTest {
  @Test
  void aLaterCommandSeesWhatAnEarlierOneLeft() {
    Shelf shelf = Shelf.holding(APPLES, 5);

    shelf.accepted(move(Movement.SELL, line(APPLES, 3)));

    assertThat(shelf.refused(shelf.reserve(line(APPLES, 3))).lines())
        .extracting(LineRefusal::available)
        .containsExactly(2L);
  }

  @Test
  void onlyAcceptedCommandsChangePositions() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    shelf.load(PEARS, 1, 0, 0);

    shelf.accepted(move(Movement.RECEIVE, line(APPLES, 1)));
    shelf.accepted(move(Movement.RECEIVE, line(APPLES, 1)));
    shelf.refused(shelf.reserve(line(PEARS, 2)));

    assertThat(shelf.set.changed()).isEqualTo(Map.of(APPLES, new Balance(7, 0, 0, 0, 9)));
  }

  @Test
  void anExtensionChangesNoPosition() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    UUID id = shelf.reserved(line(APPLES, 1));
    shelf.set.changed().clear();

    shelf.accepted(extend(id, Duration.ofHours(1)));

    assertThat(shelf.set.changed()).isEmpty();
  }

  @Test
  void aReservationMadeInABatchMayEndInTheSameBatch() {
    Shelf shelf = Shelf.holding(APPLES, 5);

    shelf.accepted(confirm(shelf.reserved(line(APPLES, 2))));

    assertThat(shelf.balance(APPLES)).isEqualTo(new Balance(3, 0, 0, 0, 9));
  }

  @Test
  void aTransferSentInABatchMayArriveInTheSameBatch() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    SendTransfer send = shelf.send(2, line(APPLES, 2));

    shelf.accepted(send);
    shelf.accepted(receive(send.id()));

    assertThat(shelf.balance(Shelf.APPLES_ELSEWHERE).onHand()).isEqualTo(2);
  }

  @Test
  void theSameNumberOfTwoClientsNamesTwoReservations() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    shelf.load(PEARS, 5, 0, 0);
    UUID id = shelf.reserved(line(APPLES, 1));
    StockCommand sameNumber = new StockCommand.ReserveStock(id, List.of(line(PEARS, 2)), Shelf.TTL);

    shelf.set.decide(sameNumber, Shelf.OTHER_CLIENT, shelf.now);
    shelf.accepted(confirm(id));

    assertThat(shelf.balance(APPLES)).isEqualTo(new Balance(4, 0, 0, 0, 9));
    assertThat(shelf.balance(PEARS).reserved()).isEqualTo(2);
  }

  @Test
  void aPositionNeverTouchedIsEmpty() {
    assertThat(new WorkingSet().balance(APPLES)).isEqualTo(Balance.EMPTY);
  }
}
