package dev.holdfast.domain.stock;

import static dev.holdfast.domain.stock.Shelf.APPLES;
import static dev.holdfast.domain.stock.Shelf.APPLES_ELSEWHERE;
import static dev.holdfast.domain.stock.Shelf.TTL;
import static dev.holdfast.domain.stock.Shelf.confirm;
import static dev.holdfast.domain.stock.Shelf.extend;
import static dev.holdfast.domain.stock.Shelf.line;
import static dev.holdfast.domain.stock.Shelf.move;
import static dev.holdfast.domain.stock.Shelf.receive;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.stock.Outcome.AppliedLine;
import dev.holdfast.domain.stock.StockCommand.ReserveStock;
import dev.holdfast.domain.stock.StockCommand.SendTransfer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class OutcomeTest {
  private static Outcome outcome(Shelf shelf, StockCommand command) {
    return Outcome.of(command, shelf.decide(command), shelf.set, shelf.now);
  }

  @Test
  void everyLineNamesThePositionItActedOnAndItsVersion() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    ReserveStock command = shelf.reserve(line(APPLES, 2), line(APPLES, 1));

    assertThat(outcome(shelf, command))
        .isEqualTo(
            new Outcome.Done(
                shelf.now,
                command.id(),
                shelf.now.plus(TTL),
                List.of(
                    new AppliedLine(APPLES, 2, new Balance(5, 2, 0, 0, 8)),
                    new AppliedLine(APPLES, 1, new Balance(5, 3, 0, 0, 9)))));
  }

  @Test
  void anEndedReservationHasNoExpiry() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    UUID id = shelf.reserved(line(APPLES, 2));

    assertThat(outcome(shelf, confirm(id)))
        .isEqualTo(
            new Outcome.Done(
                shelf.now,
                id,
                null,
                List.of(new AppliedLine(APPLES, 2, new Balance(3, 0, 0, 0, 9)))));
  }

  @Test
  void anExtensionNamesTheVersionsAsTheyAre() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    UUID id = shelf.reserved(line(APPLES, 2));

    assertThat(outcome(shelf, extend(id, TTL.multipliedBy(2))))
        .isEqualTo(
            new Outcome.Done(
                shelf.now,
                id,
                shelf.now.plus(TTL.multipliedBy(2)),
                List.of(new AppliedLine(APPLES, 2, new Balance(5, 2, 0, 0, 8)))));
  }

  @Test
  void aReceivedTransferNamesTheDestination() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    SendTransfer send = shelf.send(2, line(APPLES, 2));

    assertThat(outcome(shelf, send))
        .isEqualTo(
            new Outcome.Done(
                shelf.now,
                send.id(),
                null,
                List.of(new AppliedLine(APPLES, 2, new Balance(3, 0, 0, 0, 8)))));
    assertThat(outcome(shelf, receive(send.id())))
        .isEqualTo(
            new Outcome.Done(
                shelf.now,
                send.id(),
                null,
                List.of(new AppliedLine(APPLES_ELSEWHERE, 2, new Balance(2, 0, 0, 0, 1)))));
  }

  @Test
  void aPlainMovementHasNoSubjectAndKeepsTheQuantityAsAsked() {
    Shelf shelf = Shelf.holding(APPLES, 5);

    assertThat(outcome(shelf, move(Movement.COUNT, line(APPLES, 3))))
        .isEqualTo(
            new Outcome.Done(
                shelf.now,
                null,
                null,
                List.of(new AppliedLine(APPLES, 3, new Balance(3, 0, 0, 0, 8)))));
  }

  @Test
  void aRefusalKeepsItsReasonsLineByLine() {
    Shelf shelf = Shelf.holding(APPLES, 1);

    assertThat(outcome(shelf, shelf.reserve(line(APPLES, 2))))
        .isEqualTo(
            new Outcome.Refused(
                shelf.now,
                Refusal.INSUFFICIENT_STOCK,
                List.of(new LineRefusal(0, APPLES, 2, 1, 7, Refusal.INSUFFICIENT_STOCK))));
  }
}
