package dev.holdfast.storage.contract;

import static dev.holdfast.storage.contract.Scene.line;
import static dev.holdfast.storage.contract.Scene.move;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.order.OrderState;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.reservation.ReservationState;
import dev.holdfast.domain.reservation.ReservationTerms;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.EntryKind;
import dev.holdfast.domain.stock.LineRefusal;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.Outcome.AppliedLine;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.domain.stock.StockCommand.ExtendReservation;
import dev.holdfast.domain.stock.StockCommand.SettleReservation;
import dev.holdfast.domain.stock.StockCommand.Settlement;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.OrderStore.Stored;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.StockReader.HistoryRow;
import dev.holdfast.storage.api.StockReader.ReservationFilter;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An order and the stock that it holds: written together, or not at all. */
abstract class OrderContract {
  private Scene scene;
  private PositionKey here;
  private PositionKey there;
  private OrderScene order;

  abstract StoreFixture store();

  @BeforeEach
  void openScene() {
    scene = new Scene(store());
    here = scene.stocked(5);
    there = PositionKey.of(here.skuId(), store().newLocation(scene.client));
    scene.done(move(Movement.RECEIVE, line(there, 3)));
    order = new OrderScene(scene);
  }

  private Reservation kept(UUID id) {
    return scene.reader().reservation(scene.client, id).orElseThrow();
  }

  @Test
  void anOrderIsWrittenWithTheStockThatItHolds() {
    UUID first = order.hold(line(here, 2));
    UUID second = order.hold(line(there, 1), line(there, 2));
    order.locations = List.of(here.locationId(), there.locationId());

    Outcome.Done done = order.done();

    assertThat(done)
        .isEqualTo(
            new Outcome.Done(
                done.at(),
                order.id,
                null,
                List.of(
                    new AppliedLine(here, 2, new Balance(5, 2, 0, 0, 2)),
                    new AppliedLine(there, 1, new Balance(3, 1, 0, 0, 2)),
                    new AppliedLine(there, 2, new Balance(3, 3, 0, 0, 3)))));
    order.expected = 0;
    assertThat(order.stored()).contains(new Stored(order.row(), done.at(), done.at()));
    assertThat(kept(first))
        .isEqualTo(
            new Reservation(
                first,
                scene.client,
                ReservationState.ACTIVE,
                List.of(line(here, 2)),
                done.at(),
                done.at().plus(ReservationTerms.ORDER_TIME_TO_LIVE),
                order.id));
    assertThat(kept(second).lines()).containsExactly(line(there, 1), line(there, 2));
  }

  @Test
  void entriesBelongToTheReservationAndNotToTheOrder() {
    UUID held = order.hold(line(here, 2));
    order.done();
    order.release(held);
    UUID again = order.hold(line(here, 4));
    order.done();
    order.confirm(again).done();
    order.comesBack(line(here, 1), true).done();

    assertThat(scene.history(here).stream().skip(1).map(HistoryRow::kind))
        .containsExactly(
            EntryKind.RESERVED,
            EntryKind.RELEASED,
            EntryKind.RESERVED,
            EntryKind.CONFIRMED,
            EntryKind.RETURNED,
            EntryKind.WRITTEN_OFF);
    assertThat(scene.history(here).stream().skip(1).map(HistoryRow::subject))
        .containsExactly(held, held, again, again, order.id, order.id);
    assertThat(scene.balance(here)).isEqualTo(new Balance(1, 0, 0, 0, 7));
  }

  @Test
  void aNewPlanMayUseWhatTheOldOneHeld() {
    UUID old = order.hold(line(here, 5));
    order.done();

    order.release(old);
    UUID next = order.hold(line(here, 4), line(there, 1));
    order.done();

    assertThat(kept(old).state()).isEqualTo(ReservationState.RELEASED);
    assertThat(kept(next).isActive()).isTrue();
    assertThat(scene.balance(here).reserved()).isEqualTo(4);
  }

  @Test
  void aShoppersReservationBecomesAnOrder() {
    UUID shoppers = scene.reserved(line(here, 5));

    order.release(shoppers);
    order.hold(line(here, 5));
    order.done();

    assertThat(kept(shoppers).state()).isEqualTo(ReservationState.RELEASED);
    assertThat(scene.balance(here)).isEqualTo(new Balance(5, 5, 0, 0, 4));
  }

  @Test
  void oneMissingUnitAndNothingHappens() {
    UUID held = order.hold(line(here, 2));
    order.done();
    Stored before = order.stored().orElseThrow();

    order.release(held);
    order.hold(line(here, 3));
    order.hold(line(there, 4));
    Outcome.Refused refused = order.refused();

    assertThat(refused.refusal()).isEqualTo(Refusal.INSUFFICIENT_STOCK);
    assertThat(refused.lines())
        .containsExactly(new LineRefusal(2, there, 4, 3, 1, Refusal.INSUFFICIENT_STOCK));
    assertThat(order.stored()).contains(before);
    assertThat(kept(held).isActive()).isTrue();
    assertThat(scene.balance(here)).isEqualTo(new Balance(5, 2, 0, 0, 2));
  }

  @Test
  void aChangeMadeForAnotherVersionIsRefused() {
    order.done();
    order.state = OrderState.RELEASED;
    order.done();
    order.expected = 1;
    order.hold(line(here, 1));

    assertThat(order.refused().refusal()).isEqualTo(Refusal.ORDER_CHANGED);
    assertThat(scene.balance(here).reserved()).isZero();
    assertThat(order.stored().orElseThrow().row().version()).isEqualTo(2);
  }

  @Test
  void oneNumberIsOneOrder() {
    order.done();
    OrderScene second = new OrderScene(scene);
    second.number = order.number;

    assertThat(second.refused().refusal()).isEqualTo(Refusal.ORDER_EXISTS);
    OrderScene third = new OrderScene(scene);
    third.number = "third";
    OrderScene fourth = new OrderScene(scene);
    fourth.number = "third";
    List<Outcome> outcomes = scene.settled(List.of(third.next(), fourth.next()));
    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Done.class);
    assertThat(((Outcome.Refused) outcomes.get(1)).refusal()).isEqualTo(Refusal.ORDER_EXISTS);
    assertThat(third.stored()).isPresent();
    assertThat(fourth.stored()).isEmpty();
  }

  @Test
  void anOrderIsPlacedOnce() {
    order.done();
    order.expected = 0;

    assertThat(order.refused().refusal()).isEqualTo(Refusal.ORDER_EXISTS);
  }

  @Test
  void anUnknownOrderCannotBeChanged() {
    order.expected = 3;

    assertThat(order.refused().refusal()).isEqualTo(Refusal.NOT_FOUND);
    order.expected = 0;
    order.done();
    OrderScene stranger = new OrderScene(new Scene(store()));
    stranger.expected = 1;
    assertThat(stranger.refused().refusal()).isEqualTo(Refusal.NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource(Settlement.class)
  void whatAnOrderHoldsEndsOnlyWithTheOrder(Settlement settlement) {
    UUID held = order.hold(line(here, 2));
    order.done();

    assertThat(scene.refused(new SettleReservation(held, settlement)).refusal())
        .isEqualTo(Refusal.HELD_BY_ORDER);
    assertThat(scene.refused(new ExtendReservation(held, Scene.QUARTER_HOUR)).refusal())
        .isEqualTo(Refusal.HELD_BY_ORDER);
    OrderScene other = new OrderScene(scene).release(held);
    assertThat(other.refused().refusal()).isEqualTo(Refusal.HELD_BY_ORDER);
    assertThat(scene.ledger().due(Page.MAX_LIMIT)).extracting("id").doesNotContain(held);
    assertThat(kept(held).isActive()).isTrue();
  }

  @Test
  void aReservationEndsOnce() {
    UUID held = order.hold(line(here, 2));
    order.done();

    order.release(held).confirm(held);
    assertThat(order.refused().refusal()).isEqualTo(Refusal.RESERVATION_ENDED);
    order.confirm(held).done();
    order.release(held);
    assertThat(order.refused().refusal()).isEqualTo(Refusal.RESERVATION_ENDED);
    order.confirm(scene.reserved(line(here, 1)));
    assertThat(order.refused().refusal()).isEqualTo(Refusal.NOT_FOUND);
  }

  @Test
  void whatIsNotThereAnyMoreCannotBeShipped() {
    UUID held = order.hold(line(here, 4));
    order.done();
    scene.done(move(Movement.COUNT, line(here, 3)));

    Outcome.Refused refused = order.confirm(held).refused();

    assertThat(refused.lines())
        .containsExactly(new LineRefusal(0, here, 4, 3, 3, Refusal.NOT_ON_HAND));
    assertThat(kept(held).isActive()).isTrue();
  }

  @Test
  void anOrderIsPlacedChangedAndCancelledInOneBatch() {
    UUID first = order.hold(line(here, 2));
    ClientCommand place = order.next();
    order.expected = 1;
    order.release(first);
    UUID second = order.hold(line(here, 5));
    ClientCommand change = order.next();
    order.expected = 2;
    order.state = OrderState.CANCELLED;
    ClientCommand cancel = order.release(second).next();

    List<Outcome> outcomes = scene.settled(List.of(place, change, cancel));

    assertThat(outcomes).allMatch(Outcome.Done.class::isInstance);
    assertThat(order.stored().orElseThrow().row()).isEqualTo(order.row());
    assertThat(kept(first).state()).isEqualTo(ReservationState.RELEASED);
    assertThat(kept(second).state()).isEqualTo(ReservationState.RELEASED);
    assertThat(scene.balance(here)).isEqualTo(new Balance(5, 0, 0, 0, 5));
  }

  @Test
  void theSameKeyAnswersTheSameOrder() {
    order.hold(line(here, 2));
    ClientCommand place = order.next();
    CommandResult first = scene.apply(place);

    CommandResult again = scene.apply(place);

    assertThat(again).isEqualTo(new CommandResult.Settled(Scene.done(first), true));
    assertThat(scene.balance(here).reserved()).isEqualTo(2);
    assertThat(order.stored().orElseThrow().row().version()).isEqualTo(1);
  }

  @Test
  void theLastUnitGoesToOneOrder() {
    PositionKey last = scene.stocked(1);
    List<CommandResult> results =
        Crowd.together(
            3,
            person -> {
              OrderScene one = new OrderScene(scene);
              one.hold(line(last, 1));
              return Scene.applyOn(store().node(person), one.next());
            });

    assertThat(results)
        .filteredOn(result -> ((CommandResult.Settled) result).outcome() instanceof Outcome.Done)
        .hasSize(1);
    assertThat(scene.balance(last).reserved()).isEqualTo(1);
  }

  @Test
  void ofTwoWhoChangeAnOrderOneIsRefused() {
    order.done();
    List<ClientCommand> changes = List.of(order.next(), order.next(), order.next());

    List<CommandResult> results =
        Crowd.together(3, person -> Scene.applyOn(store().node(person), changes.get(person)));

    assertThat(results.stream().map(result -> ((CommandResult.Settled) result).outcome()))
        .filteredOn(Outcome.Refused.class::isInstance)
        .hasSize(2)
        .allMatch(outcome -> ((Outcome.Refused) outcome).refusal() == Refusal.ORDER_CHANGED);
  }

  @Test
  void listsOfReservationsLeaveOrdersOut() {
    UUID shoppers = scene.reserved(line(here, 1));
    UUID held = order.hold(line(here, 1));
    order.done();

    for (ReservationFilter filter :
        List.of(
            ReservationFilter.ANY,
            ReservationFilter.in(ReservationState.ACTIVE),
            new ReservationFilter(ReservationState.ACTIVE, null, here.locationId(), null),
            new ReservationFilter(ReservationState.ACTIVE, here.skuId(), null, null))) {
      assertThat(scene.reader().reservations(scene.client, filter, null, 10).items())
          .extracting(Reservation::id)
          .containsExactly(shoppers);
      assertThat(scene.reader().reservations(scene.client, filter.withOrders(), null, 10).items())
          .extracting(Reservation::id)
          .containsExactly(held, shoppers);
    }
    assertThat(Objects.requireNonNull(kept(held).order())).isEqualTo(order.id);
  }

  @Test
  void anotherClientsStockCannotBeHeld() {
    Scene stranger = new Scene(store());
    OrderScene theirs = new OrderScene(stranger);
    theirs.hold(line(here, 1));

    assertThat(stranger.apply(theirs.next())).isInstanceOf(CommandResult.NoEffect.class);
    theirs.comesBack(line(here, 1), false);
    assertThat(stranger.apply(theirs.next())).isInstanceOf(CommandResult.NoEffect.class);
    assertThat(theirs.stored()).isEmpty();
  }

  @Test
  void goodsComeBackToWhereTheyNeverWere() {
    PositionKey empty = PositionKey.of(here.skuId(), store().newLocation(scene.client));

    order.comesBack(line(empty, 2), false).done();

    assertThat(scene.balance(empty)).isEqualTo(new Balance(2, 0, 0, 0, 1));
  }
}
