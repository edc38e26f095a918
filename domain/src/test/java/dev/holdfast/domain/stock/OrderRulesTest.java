package dev.holdfast.domain.stock;

import static dev.holdfast.domain.stock.Shelf.APPLES;
import static dev.holdfast.domain.stock.Shelf.APPLES_ELSEWHERE;
import static dev.holdfast.domain.stock.Shelf.PEARS;
import static dev.holdfast.domain.stock.Shelf.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.reservation.ReservationState;
import dev.holdfast.domain.reservation.ReservationTerms;
import dev.holdfast.domain.stock.StockCommand.ChangeOrder;
import dev.holdfast.domain.stock.StockCommand.Hold;
import dev.holdfast.domain.stock.StockCommand.Return;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class OrderRulesTest {
  private static final UUID ORDER = new UUID(9, 9);

  private final Shelf shelf = new Shelf();
  private long version;

  @BeforeEach
  void fillTheShelf() {
    shelf.load(APPLES, 5, 0, 0);
    shelf.load(APPLES_ELSEWHERE, 3, 0, 0);
    shelf.load(PEARS, 10, 0, 4);
  }

  private Hold hold(Line... lines) {
    return new Hold(shelf.nextId(), Arrays.asList(lines));
  }

  private ChangeOrder change(
      List<UUID> release, List<UUID> confirm, List<Hold> holds, List<Return> returns) {
    return new ChangeOrder(ORDER, "A-1", version, release, confirm, holds, returns);
  }

  private Decision.OrderEffect accepted(ChangeOrder change) {
    Decision.OrderEffect effect = Objects.requireNonNull(shelf.accepted(change).order());
    version = effect.order().version();
    return effect;
  }

  private Refusal refusal(StockCommand command) {
    return shelf.refused(command).refusal();
  }

  private UUID placed(Line... lines) {
    Hold hold = hold(lines);
    accepted(change(List.of(), List.of(), List.of(hold), List.of()));
    return hold.id();
  }

  @Test
  void aHoldIsAReservationOfTheOrderThatDoesNotExpire() {
    Hold hold = hold(line(APPLES, 2), line(PEARS, 1));

    Decision.OrderEffect effect = accepted(change(List.of(), List.of(), List.of(hold), List.of()));

    assertThat(effect.order()).isEqualTo(new StoredOrder(Shelf.CLIENT, ORDER, "A-1", 1));
    assertThat(effect.held())
        .containsExactly(
            new Reservation(
                hold.id(),
                Shelf.CLIENT,
                ReservationState.ACTIVE,
                hold.lines(),
                shelf.now,
                shelf.now.plus(ReservationTerms.ORDER_TIME_TO_LIVE),
                ORDER));
    assertThat(effect.subjects()).containsExactly(hold.id(), hold.id());
    assertThat(shelf.balance(APPLES).reserved()).isEqualTo(2);
  }

  @Test
  void safetyStockIsNotHeld() {
    Decision.Refused refused =
        shelf.refused(change(List.of(), List.of(), List.of(hold(line(PEARS, 7))), List.of()));

    assertThat(refused.lines())
        .containsExactly(new LineRefusal(0, PEARS, 7, 6, 7, Refusal.INSUFFICIENT_STOCK));
  }

  @Test
  void whatIsReleasedCanBeHeldAgainInTheSameChange() {
    UUID old = placed(line(APPLES, 5));

    accepted(change(List.of(old), List.of(), List.of(hold(line(APPLES, 5))), List.of()));

    assertThat(shelf.balance(APPLES).reserved()).isEqualTo(5);
  }

  @Test
  void whatIsConfirmedCannotBeHeldInTheSameChange() {
    UUID old = placed(line(APPLES, 5));
    ChangeOrder both = change(List.of(), List.of(old), List.of(hold(line(APPLES, 1))), List.of());

    assertThat(refusal(both)).isEqualTo(Refusal.INSUFFICIENT_STOCK);
  }

  @Test
  void twoHoldsCannotHaveTheSameUnit() {
    ChangeOrder both =
        change(
            List.of(), List.of(), List.of(hold(line(APPLES, 3)), hold(line(APPLES, 3))), List.of());

    assertThat(shelf.refused(both).lines())
        .containsExactly(new LineRefusal(1, APPLES, 3, 2, 7, Refusal.INSUFFICIENT_STOCK));
  }

  @Test
  void confirmedGoodsLeave() {
    UUID held = placed(line(APPLES, 2));

    Decision.OrderEffect effect = accepted(change(List.of(), List.of(held), List.of(), List.of()));

    assertThat(effect.ended())
        .extracting(Reservation::state)
        .containsExactly(ReservationState.CONFIRMED);
    assertThat(shelf.balance(APPLES).onHand()).isEqualTo(3);
    assertThat(shelf.balance(APPLES).reserved()).isZero();
  }

  @Test
  void goodsThatComeBackAreSoldAgainOrWrittenOff() {
    Return good = new Return(line(APPLES, 1), false);
    Return broken = new Return(line(APPLES, 2), true);

    Decision.Accepted accepted =
        shelf.accepted(change(List.of(), List.of(), List.of(), List.of(good, broken)));

    assertThat(accepted.entries())
        .extracting(LedgerEntry::kind)
        .containsExactly(EntryKind.RETURNED, EntryKind.RETURNED, EntryKind.WRITTEN_OFF);
    assertThat(Objects.requireNonNull(accepted.order()).subjects()).containsOnly(ORDER);
    assertThat(shelf.balance(APPLES).onHand()).isEqualTo(6);
  }

  @Test
  void aShoppersHoldIsTakenOverButNeverShipped() {
    UUID shoppers = shelf.reserved(line(APPLES, 5));

    assertThat(refusal(change(List.of(), List.of(shoppers), List.of(), List.of())))
        .isEqualTo(Refusal.NOT_FOUND);
    accepted(change(List.of(shoppers), List.of(), List.of(hold(line(APPLES, 5))), List.of()));
    assertThat(refusal(Shelf.release(shoppers))).isEqualTo(Refusal.RESERVATION_ENDED);
  }

  @Test
  void anExpiredHoldIsNotTakenOver() {
    UUID shoppers = shelf.reserved(line(APPLES, 5));
    shelf.pass(Shelf.TTL);
    shelf.accepted(Shelf.expire(shoppers));

    assertThat(refusal(change(List.of(shoppers), List.of(), List.of(), List.of())))
        .isEqualTo(Refusal.RESERVATION_EXPIRED);
  }

  @Test
  void onlyTheOrderEndsWhatItHolds() {
    UUID held = placed(line(APPLES, 2));
    shelf.pass(Duration.ofDays(3650));

    for (StockCommand other :
        List.of(
            Shelf.confirm(held),
            Shelf.release(held),
            Shelf.expire(held),
            Shelf.extend(held, Shelf.TTL),
            new ChangeOrder(
                shelf.nextId(), "B", 0, List.of(held), List.of(), List.of(), List.of()))) {
      assertThat(refusal(other)).isEqualTo(Refusal.HELD_BY_ORDER);
    }
    accepted(change(List.of(held), List.of(), List.of(), List.of()));
  }

  @Test
  void aReservationEndsOnceInAChange() {
    UUID held = placed(line(APPLES, 2));

    assertThat(refusal(change(List.of(held, held), List.of(), List.of(), List.of())))
        .isEqualTo(Refusal.RESERVATION_ENDED);
    assertThat(refusal(change(List.of(held), List.of(held), List.of(), List.of())))
        .isEqualTo(Refusal.RESERVATION_ENDED);
  }

  @Test
  void aChangeFollowsTheVersionThatItWasMadeFor() {
    ChangeOrder nothing = change(List.of(), List.of(), List.of(), List.of());
    version = 3;
    assertThat(refusal(change(List.of(), List.of(), List.of(), List.of())))
        .isEqualTo(Refusal.NOT_FOUND);
    accepted(nothing);

    assertThat(refusal(nothing)).isEqualTo(Refusal.ORDER_EXISTS);
    assertThat(
            refusal(
                new ChangeOrder(
                    shelf.nextId(), "A-1", 0, List.of(), List.of(), List.of(), List.of())))
        .isEqualTo(Refusal.ORDER_EXISTS);
    accepted(change(List.of(), List.of(), List.of(), List.of()));
    version = 1;
    assertThat(refusal(change(List.of(), List.of(), List.of(), List.of())))
        .isEqualTo(Refusal.ORDER_CHANGED);
  }
}
