package dev.holdfast.domain.stock;

import static dev.holdfast.domain.stock.Shelf.APPLES;
import static dev.holdfast.domain.stock.Shelf.OTHER_CLIENT;
import static dev.holdfast.domain.stock.Shelf.PEARS;
import static dev.holdfast.domain.stock.Shelf.TTL;
import static dev.holdfast.domain.stock.Shelf.confirm;
import static dev.holdfast.domain.stock.Shelf.expire;
import static dev.holdfast.domain.stock.Shelf.extend;
import static dev.holdfast.domain.stock.Shelf.line;
import static dev.holdfast.domain.stock.Shelf.move;
import static dev.holdfast.domain.stock.Shelf.release;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.reservation.ReservationState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SettleRulesTest {
  private static final Duration TICK = Duration.ofNanos(1_000);

  @Test
  void confirmedGoodsLeave() {
    Shelf shelf = Shelf.holding(APPLES, 10);
    UUID id = shelf.reserved(line(APPLES, 4));

    Decision.Accepted accepted = shelf.accepted(confirm(id));

    Balance after = new Balance(6, 0, 0, 0, 9);
    assertThat(accepted.entries())
        .containsExactly(new LedgerEntry(APPLES, EntryKind.CONFIRMED, -4, -4, after));
    assertThat(accepted.reservation().state()).isEqualTo(ReservationState.CONFIRMED);
  }

  @Test
  void releasedGoodsMayBePromisedAgain() {
    Shelf shelf = Shelf.holding(APPLES, 1);
    UUID id = shelf.reserved(line(APPLES, 1));

    Decision.Accepted accepted = shelf.accepted(release(id));

    assertThat(accepted.reservation().state()).isEqualTo(ReservationState.RELEASED);
    assertThat(accepted.entries())
        .extracting(LedgerEntry::kind)
        .containsExactly(EntryKind.RELEASED);
    shelf.reserved(line(APPLES, 1));
  }

  @Test
  void expiryReturnsStockOnce() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    UUID id = shelf.reserved(line(APPLES, 2), line(APPLES, 1));
    shelf.pass(TTL);

    Decision.Accepted accepted = shelf.accepted(expire(id));

    assertThat(accepted.entries())
        .extracting(LedgerEntry::kind)
        .containsExactly(EntryKind.EXPIRED, EntryKind.EXPIRED);
    assertThat(accepted.reservation().state()).isEqualTo(ReservationState.EXPIRED);
    assertThat(shelf.balance(APPLES)).isEqualTo(new Balance(5, 0, 0, 0, 11));
    assertThat(shelf.refused(expire(id)).refusal()).isEqualTo(Refusal.RESERVATION_EXPIRED);
  }

  @Test
  void aReservationNeverExpiresEarly() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    UUID id = shelf.reserved(line(APPLES, 2));

    shelf.pass(TTL.minus(TICK));

    assertThat(shelf.refused(expire(id)).refusal()).isEqualTo(Refusal.NOT_DUE);
    shelf.pass(TICK);
    shelf.accepted(expire(id));
  }

  @Test
  void aReservationWhoseTimeIsOverCannotBeConfirmedEvenBeforeTheJobSawIt() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    UUID id = shelf.reserved(line(APPLES, 2));
    shelf.pass(TTL);

    assertThat(shelf.refused(confirm(id)).refusal()).isEqualTo(Refusal.RESERVATION_EXPIRED);
    shelf.accepted(expire(id));
    assertThat(shelf.refused(confirm(id)).refusal()).isEqualTo(Refusal.RESERVATION_EXPIRED);
    assertThat(shelf.refused(release(id)).refusal()).isEqualTo(Refusal.RESERVATION_EXPIRED);
  }

  @Test
  void aReservationWhoseTimeIsOverMayStillBeReleased() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    UUID id = shelf.reserved(line(APPLES, 2));
    shelf.pass(TTL.plusHours(1));

    shelf.accepted(release(id));

    assertThat(shelf.balance(APPLES).reserved()).isZero();
    assertThat(shelf.refused(expire(id)).refusal()).isEqualTo(Refusal.RESERVATION_ENDED);
  }

  @Test
  void anEndedReservationEndsNoOtherWay() {
    for (boolean confirmed : List.of(true, false)) {
      Shelf shelf = Shelf.holding(APPLES, 5);
      UUID id = shelf.reserved(line(APPLES, 2));
      shelf.accepted(confirmed ? confirm(id) : release(id));
      shelf.pass(TTL);

      for (StockCommand again : List.of(confirm(id), release(id), expire(id), extend(id, TTL))) {
        assertThat(shelf.refused(again).refusal()).isEqualTo(Refusal.RESERVATION_ENDED);
      }
    }
  }

  @Test
  void whatWasCountedAwayCannotBeHandedOver() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    shelf.load(PEARS, 5, 0, 0);
    UUID id = shelf.reserved(line(PEARS, 1), line(APPLES, 4));
    shelf.accepted(move(Movement.COUNT, line(APPLES, 3)));

    Decision.Refused refused = shelf.refused(confirm(id));

    assertThat(refused.lines())
        .containsExactly(new LineRefusal(1, APPLES, 4, 3, 9, Refusal.NOT_ON_HAND));
  }

  @Test
  void aConfirmationInAShortfallTakesWhatIsThereAndKeepsTheShortfall() {
    Shelf shelf = Shelf.holding(APPLES, 6);
    UUID first = shelf.reserved(line(APPLES, 3));
    shelf.reserved(line(APPLES, 3));
    shelf.accepted(move(Movement.COUNT, line(APPLES, 4)));

    shelf.accepted(confirm(first));

    assertThat(shelf.balance(APPLES)).isEqualTo(new Balance(1, 3, 0, 2, 11));
  }

  @Test
  void anExtensionIsCountedFromNowAndMovesNothing() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    UUID id = shelf.reserved(line(APPLES, 2));
    shelf.pass(Duration.ofMinutes(10));

    Decision.Accepted accepted = shelf.accepted(extend(id, TTL));

    assertThat(accepted.entries()).isEmpty();
    assertThat(accepted.reservation().expiresAt()).isEqualTo(shelf.now.plus(TTL));
    assertThat(shelf.balance(APPLES).version()).isEqualTo(8);
  }

  @Test
  void anExtensionNeverShortens() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    UUID id = shelf.reserved(line(APPLES, 2));
    Instant before = shelf.now.plus(TTL);

    Decision.Accepted accepted = shelf.accepted(extend(id, Duration.ofSeconds(1)));

    assertThat(accepted.reservation().expiresAt()).isEqualTo(before);
  }

  @Test
  void anExtensionComesTooLateOnceTheTimeIsOver() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    UUID id = shelf.reserved(line(APPLES, 2));
    shelf.pass(TTL);

    assertThat(shelf.refused(extend(id, TTL)).refusal()).isEqualTo(Refusal.RESERVATION_EXPIRED);
    shelf.accepted(expire(id));
    assertThat(shelf.refused(extend(id, TTL)).refusal()).isEqualTo(Refusal.RESERVATION_EXPIRED);
  }

  @Test
  void anotherClientsReservationDoesNotExist() {
    Shelf shelf = Shelf.holding(APPLES, 5);
    UUID id = shelf.reserved(line(APPLES, 2));

    for (StockCommand command : List.of(confirm(id), release(id), expire(id), extend(id, TTL))) {
      Decision decision = shelf.set.decide(command, OTHER_CLIENT, shelf.now);
      assertThat(decision).isEqualTo(new Decision.Refused(Refusal.NOT_FOUND, List.of()));
      assertThat(shelf.set.decide(confirm(shelf.nextId()), Shelf.CLIENT, shelf.now))
          .isEqualTo(new Decision.Refused(Refusal.NOT_FOUND, List.of()));
    }
  }
}
