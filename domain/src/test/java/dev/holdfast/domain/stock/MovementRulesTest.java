package dev.holdfast.domain.stock;

import static dev.holdfast.domain.stock.Shelf.APPLES;
import static dev.holdfast.domain.stock.Shelf.PEARS;
import static dev.holdfast.domain.stock.Shelf.line;
import static dev.holdfast.domain.stock.Shelf.move;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MovementRulesTest {
  @Test
  void everyMovementLeavesAnEntryOfItsOwnKind() {
    for (Movement movement : Movement.values()) {
      Shelf shelf = Shelf.holding(APPLES, 10);

      Decision.Accepted accepted = shelf.accepted(move(movement, line(APPLES, 4)));

      assertThat(accepted.entries())
          .extracting(LedgerEntry::kind)
          .containsExactly(movement.entry());
      assertThat(shelf.balance(APPLES).version()).isEqualTo(8);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RECEIVE", "RETURN", "ADJUST"})
  void whatComesInMendsAShortfallFirst(Movement movement) {
    Shelf shelf = new Shelf();
    shelf.load(APPLES, 2, 5, 0);

    shelf.accepted(move(movement, line(APPLES, 2)));
    assertThat(shelf.balance(APPLES)).isEqualTo(new Balance(4, 5, 0, 1, 8));

    shelf.accepted(move(movement, line(APPLES, 2)));
    assertThat(shelf.balance(APPLES)).isEqualTo(new Balance(6, 5, 0, 0, 9));
  }

  @ParameterizedTest
  @EnumSource(names = {"RECEIVE", "RETURN", "ADJUST"})
  void aFullPositionTakesNoMore(Movement movement) {
    Shelf shelf = new Shelf();
    shelf.load(APPLES, Balance.MAX_ON_HAND - 5, 0, 0);

    Decision.Refused refused = shelf.refused(move(movement, line(APPLES, 6)));

    assertThat(refused.lines())
        .containsExactly(new LineRefusal(0, APPLES, 6, 5, 7, Refusal.POSITION_FULL));
    shelf.accepted(move(movement, line(APPLES, 5)));
    assertThat(shelf.balance(APPLES).onHand()).isEqualTo(Balance.MAX_ON_HAND);
  }

  @Test
  void linesOfOneCommandFillThePositionTogether() {
    Shelf shelf = new Shelf();
    shelf.load(APPLES, Balance.MAX_ON_HAND - 5, 0, 0);

    Decision.Refused refused =
        shelf.refused(move(Movement.RECEIVE, line(APPLES, 3), line(APPLES, 3)));

    assertThat(refused.lines())
        .containsExactly(new LineRefusal(1, APPLES, 3, 2, 7, Refusal.POSITION_FULL));
  }

  @Test
  void aCountSetsWhatIsPhysicallyThere() {
    Shelf shelf = Shelf.holding(APPLES, 10);

    Decision.Accepted accepted = shelf.accepted(move(Movement.COUNT, line(APPLES, 7)));

    assertThat(accepted.entries())
        .containsExactly(
            new LedgerEntry(APPLES, EntryKind.COUNTED, -3, 0, new Balance(7, 0, 0, 0, 8)));
  }

  @Test
  void aCountBelowWhatIsReservedIsAShortfall() {
    Shelf shelf = new Shelf();
    shelf.load(APPLES, 10, 8, 0);

    shelf.accepted(move(Movement.COUNT, line(APPLES, 3)));
    assertThat(shelf.balance(APPLES)).isEqualTo(new Balance(3, 8, 0, 5, 8));

    shelf.accepted(move(Movement.COUNT, line(APPLES, 9)));
    assertThat(shelf.balance(APPLES)).isEqualTo(new Balance(9, 8, 0, 0, 9));
  }

  @Test
  void aCountThatFindsWhatWasExpectedIsKeptAllTheSame() {
    Shelf shelf = Shelf.holding(APPLES, 10);

    Decision.Accepted accepted = shelf.accepted(move(Movement.COUNT, line(APPLES, 10)));

    assertThat(accepted.entries()).extracting(LedgerEntry::onHandDelta).containsExactly(0L);
  }

  @Test
  void moreThanIsThereCannotBeTakenAway() {
    Shelf shelf = Shelf.holding(APPLES, 3);

    Decision.Refused writtenOff = shelf.refused(move(Movement.WRITE_OFF, line(APPLES, 4)));
    Decision.Refused adjusted = shelf.refused(move(Movement.ADJUST, line(APPLES, -4)));

    assertThat(writtenOff.lines())
        .containsExactly(new LineRefusal(0, APPLES, 4, 3, 7, Refusal.NOT_ON_HAND));
    assertThat(adjusted.refusal()).isEqualTo(Refusal.NOT_ON_HAND);
  }

  @Test
  void spoilageMayTakeWhatIsReserved() {
    Shelf shelf = new Shelf();
    shelf.load(APPLES, 5, 5, 0);

    shelf.accepted(move(Movement.WRITE_OFF, line(APPLES, 2)));
    assertThat(shelf.balance(APPLES)).isEqualTo(new Balance(3, 5, 0, 2, 8));

    shelf.accepted(move(Movement.ADJUST, line(APPLES, -3)));
    assertThat(shelf.balance(APPLES)).isEqualTo(new Balance(0, 5, 0, 5, 9));
  }

  @Test
  void theTillCannotSellWhatIsReserved() {
    Shelf shelf = new Shelf();
    shelf.load(APPLES, 5, 3, 0);

    Decision.Refused refused = shelf.refused(move(Movement.SELL, line(APPLES, 3)));

    assertThat(refused.lines())
        .containsExactly(new LineRefusal(0, APPLES, 3, 2, 7, Refusal.INSUFFICIENT_STOCK));
    shelf.accepted(move(Movement.SELL, line(APPLES, 2)));
    assertThat(shelf.balance(APPLES)).isEqualTo(new Balance(3, 3, 0, 0, 8));
  }

  @Test
  void theTillMaySellSafetyStock() {
    Shelf shelf = new Shelf();
    shelf.load(APPLES, 5, 3, 5);

    shelf.accepted(move(Movement.SELL, line(APPLES, 2)));

    assertThat(shelf.balance(APPLES)).isEqualTo(new Balance(3, 3, 5, 0, 8));
  }

  @Test
  void safetyStockIsSetNotAdded() {
    Shelf shelf = Shelf.holding(APPLES, 5);

    shelf.accepted(move(Movement.SET_SAFETY_STOCK, line(APPLES, 2)));
    shelf.accepted(move(Movement.SET_SAFETY_STOCK, line(APPLES, 3)));
    assertThat(shelf.balance(APPLES)).isEqualTo(new Balance(5, 0, 3, 0, 9));

    shelf.accepted(move(Movement.SET_SAFETY_STOCK, line(APPLES, 0)));
    assertThat(shelf.balance(APPLES).availableToPromise()).isEqualTo(5);
  }

  @Test
  void allLinesMoveOrNone() {
    Shelf shelf = Shelf.holding(APPLES, 5);

    shelf.refused(move(Movement.SELL, line(APPLES, 1), line(PEARS, 1)));

    shelf.load(PEARS, 1, 0, 0);
    shelf.accepted(move(Movement.SELL, line(APPLES, 1), line(PEARS, 1)));
  }
}
