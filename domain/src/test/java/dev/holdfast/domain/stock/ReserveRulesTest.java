package dev.holdfast.domain.stock;

import static dev.holdfast.domain.stock.Shelf.APPLES;
import static dev.holdfast.domain.stock.Shelf.APPLES_ELSEWHERE;
import static dev.holdfast.domain.stock.Shelf.CLIENT;
import static dev.holdfast.domain.stock.Shelf.PEARS;
import static dev.holdfast.domain.stock.Shelf.TTL;
import static dev.holdfast.domain.stock.Shelf.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.reservation.ReservationState;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ReserveRulesTest {
  @Test
  void lastUnitIsPromisedOnce() {
    Shelf shelf = Shelf.holding(APPLES, 1);
    shelf.reserved(line(APPLES, 1));

    Decision.Refused second = shelf.refused(shelf.reserve(line(APPLES, 1)));

    assertThat(second.refusal()).isEqualTo(Refusal.INSUFFICIENT_STOCK);
    assertThat(second.lines())
        .containsExactly(new LineRefusal(0, APPLES, 1, 0, 8, Refusal.INSUFFICIENT_STOCK));
  }

  @Test
  void aReservationClaimsWithoutMovingAnything() {
    Shelf shelf = Shelf.holding(APPLES, 10);

    Decision.Accepted accepted = shelf.accepted(shelf.reserve(line(APPLES, 4)));

    Balance after = new Balance(10, 4, 0, 0, 8);
    assertThat(shelf.balance(APPLES)).isEqualTo(after);
    assertThat(after.availableToPromise()).isEqualTo(6);
    assertThat(accepted.entries())
        .containsExactly(new LedgerEntry(APPLES, EntryKind.RESERVED, 0, 4, after));
    assertThat(accepted.reservation())
        .isEqualTo(
            new Reservation(
                accepted.reservation().id(),
                CLIENT,
                ReservationState.ACTIVE,
                List.of(line(APPLES, 4)),
                shelf.now,
                shelf.now.plus(TTL)));
  }

  @Test
  void theSameSkuTwiceCannotClaimTheSameUnitTwice() {
    Shelf shelf = Shelf.holding(APPLES, 3);

    Decision.Refused refused = shelf.refused(shelf.reserve(line(APPLES, 2), line(APPLES, 2)));

    assertThat(refused.lines())
        .containsExactly(new LineRefusal(1, APPLES, 2, 1, 7, Refusal.INSUFFICIENT_STOCK));
    shelf.accepted(shelf.reserve(line(APPLES, 2), line(APPLES, 1)));
    assertThat(shelf.balance(APPLES)).isEqualTo(new Balance(3, 3, 0, 0, 9));
  }

  @Test
  void allLinesAreReservedOrNone() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    shelf.load(PEARS, 0, 0, 0);

    Decision.Refused refused =
        shelf.refused(shelf.reserve(line(APPLES, 5), line(PEARS, 1), line(APPLES_ELSEWHERE, 2)));

    assertThat(refused.lines())
        .extracting(LineRefusal::line, LineRefusal::position, LineRefusal::available)
        .containsExactly(tuple(1, PEARS, 0L), tuple(2, APPLES_ELSEWHERE, 0L));
    assertThat(shelf.set.changed()).isEmpty();
  }

  @Test
  void aRefusalNamesTheVersionThatExists() {
    Shelf shelf = Shelf.holding(APPLES, 3);

    Decision.Refused refused =
        shelf.refused(shelf.reserve(line(APPLES, 1), line(APPLES, 1), line(APPLES, 2)));

    assertThat(refused.lines()).extracting(LineRefusal::version).containsExactly(7L);
    assertThat(shelf.balance(APPLES).version()).isEqualTo(7);
  }

  @Test
  void safetyStockIsNotPromised() {
    Shelf shelf = new Shelf();
    shelf.load(APPLES, 10, 3, 4);

    Decision.Refused refused = shelf.refused(shelf.reserve(line(APPLES, 4)));

    assertThat(refused.lines()).extracting(LineRefusal::available).containsExactly(3L);
    shelf.reserved(line(APPLES, 3));
    assertThat(shelf.balance(APPLES).availableToPromise()).isZero();
  }

  @Test
  void safetyStockAboveWhatIsThereLeavesNothingToPromise() {
    Shelf shelf = new Shelf();
    shelf.load(APPLES, 2, 0, 50);

    Decision.Refused refused = shelf.refused(shelf.reserve(line(APPLES, 1)));

    assertThat(refused.lines()).extracting(LineRefusal::available).containsExactly(0L);
  }

  @Test
  void aShortfallLeavesNothingToPromise() {
    Shelf shelf = new Shelf();
    shelf.load(APPLES, 2, 5, 0);

    assertThat(shelf.refused(shelf.reserve(line(APPLES, 1))).lines())
        .extracting(LineRefusal::available)
        .containsExactly(0L);
  }

  @Test
  void nothingCanBePromisedWhereNothingEverHappened() {
    Shelf shelf = new Shelf();

    assertThat(shelf.refused(shelf.reserve(line(PEARS, 1))).lines())
        .containsExactly(new LineRefusal(0, PEARS, 1, 0, 0, Refusal.INSUFFICIENT_STOCK));
  }
}
