package dev.holdfast.storage.contract;

import static dev.holdfast.storage.contract.Scene.QUARTER_HOUR;
import static dev.holdfast.storage.contract.Scene.line;
import static dev.holdfast.storage.contract.Scene.move;
import static dev.holdfast.storage.contract.Scene.reserve;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.reservation.ReservationState;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.LineRefusal;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.Outcome.AppliedLine;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.domain.stock.StockCommand.ExtendReservation;
import dev.holdfast.domain.stock.StockCommand.ReserveStock;
import dev.holdfast.domain.stock.StockCommand.SettleReservation;
import dev.holdfast.domain.stock.StockCommand.Settlement;
import dev.holdfast.storage.api.StockReader.ReservationFilter;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reservations, one command after the other. */
abstract class ReservationContract {
  private Scene scene;

  abstract StoreFixture store();

  @BeforeEach
  void openScene() {
    scene = new Scene(store());
  }

  private static SettleReservation confirm(UUID id) {
    return new SettleReservation(id, Settlement.CONFIRM);
  }

  private static SettleReservation release(UUID id) {
    return new SettleReservation(id, Settlement.RELEASE);
  }

  private Reservation kept(UUID id) {
    return scene.reader().reservation(scene.client, id).orElseThrow();
  }

  @Test
  void lastUnitIsPromisedOnce() {
    PositionKey position = scene.stocked(1);
    scene.done(reserve(line(position, 1)));

    Outcome.Refused second = scene.refused(reserve(line(position, 1)));

    assertThat(second.refusal()).isEqualTo(Refusal.INSUFFICIENT_STOCK);
    assertThat(second.lines())
        .containsExactly(new LineRefusal(0, position, 1, 0, 2, Refusal.INSUFFICIENT_STOCK));
    assertThat(scene.balance(position)).isEqualTo(new Balance(1, 1, 0, 0, 2));
  }

  @Test
  void aReservationIsKeptAsItWasMade() {
    PositionKey one = scene.stocked(5);
    PositionKey other = scene.stocked(5);
    ReserveStock command = reserve(line(other, 1), line(one, 2), line(other, 3));

    Outcome.Done done = scene.done(command);

    assertThat(done.subject()).isEqualTo(command.id());
    assertThat(done.expiresAt()).isEqualTo(done.at().plus(QUARTER_HOUR));
    assertThat(done.lines())
        .containsExactly(
            new AppliedLine(other, 1, new Balance(5, 1, 0, 0, 2)),
            new AppliedLine(one, 2, new Balance(5, 2, 0, 0, 2)),
            new AppliedLine(other, 3, new Balance(5, 4, 0, 0, 3)));
    assertThat(kept(command.id()))
        .isEqualTo(
            new Reservation(
                command.id(),
                scene.client,
                ReservationState.ACTIVE,
                command.lines(),
                done.at(),
                done.at().plus(QUARTER_HOUR)));
  }

  @Test
  void theSameSkuTwiceInOneCommandCountsTwice() {
    PositionKey position = scene.stocked(3);

    Outcome.Refused refused = scene.refused(reserve(line(position, 2), line(position, 2)));

    assertThat(refused.lines())
        .containsExactly(new LineRefusal(1, position, 2, 1, 1, Refusal.INSUFFICIENT_STOCK));
    assertThat(scene.balance(position)).isEqualTo(new Balance(3, 0, 0, 0, 1));
    scene.done(reserve(line(position, 2), line(position, 1)));
    assertThat(scene.balance(position)).isEqualTo(new Balance(3, 3, 0, 0, 3));
  }

  @Test
  void allLinesAreReservedOrNone() {
    PositionKey plenty = scene.stocked(10);
    PositionKey few = scene.stocked(1);
    PositionKey none = scene.empty();

    Outcome.Refused refused = scene.refused(reserve(line(plenty, 4), line(few, 2), line(none, 3)));

    assertThat(refused.lines())
        .containsExactly(
            new LineRefusal(1, few, 2, 1, 1, Refusal.INSUFFICIENT_STOCK),
            new LineRefusal(2, none, 3, 0, 0, Refusal.INSUFFICIENT_STOCK));
    assertThat(scene.balance(plenty)).isEqualTo(new Balance(10, 0, 0, 0, 1));
    assertThat(scene.reader().position(scene.client, none)).isEmpty();
    assertThat(scene.reader().reservations(scene.client, ReservationFilter.ANY, null, 10).items())
        .isEmpty();
  }

  @Test
  void safetyStockIsNotPromised() {
    PositionKey position = scene.stocked(10);
    scene.done(move(Movement.SET_SAFETY_STOCK, line(position, 7)));

    Outcome.Refused refused = scene.refused(reserve(line(position, 4)));

    assertThat(refused.lines()).extracting(LineRefusal::available).containsExactly(3L);
    scene.done(reserve(line(position, 3)));
    assertThat(scene.balance(position)).isEqualTo(new Balance(10, 3, 7, 0, 3));
  }

  @Test
  void aCommandMayHaveAsManyLinesAsAllowed() {
    PositionKey position = scene.stocked(Line.MAX_LINES);
    ReserveStock command =
        new ReserveStock(
            Ids.next(), Collections.nCopies(Line.MAX_LINES, line(position, 1)), QUARTER_HOUR);

    scene.done(command);
    assertThat(kept(command.id()).lines()).isEqualTo(command.lines());
    scene.done(confirm(command.id()));

    assertThat(scene.balance(position)).isEqualTo(new Balance(0, 0, 0, 0, 1 + 2 * Line.MAX_LINES));
  }

  @Test
  void confirmedGoodsLeaveOnce() {
    PositionKey position = scene.stocked(5);
    UUID id = scene.reserved(line(position, 2));

    Outcome.Done done = scene.done(confirm(id));

    assertThat(done.subject()).isEqualTo(id);
    assertThat(done.expiresAt()).isNull();
    assertThat(done.lines())
        .containsExactly(new AppliedLine(position, 2, new Balance(3, 0, 0, 0, 3)));
    assertThat(scene.refused(confirm(id)).refusal()).isEqualTo(Refusal.RESERVATION_ENDED);
    assertThat(scene.balance(position)).isEqualTo(new Balance(3, 0, 0, 0, 3));
    assertThat(kept(id).state()).isEqualTo(ReservationState.CONFIRMED);
  }

  @Test
  void releasedGoodsComeBackOnce() {
    PositionKey position = scene.stocked(5);
    UUID id = scene.reserved(line(position, 2));

    scene.done(release(id));

    assertThat(scene.refused(release(id)).refusal()).isEqualTo(Refusal.RESERVATION_ENDED);
    assertThat(scene.balance(position)).isEqualTo(new Balance(5, 0, 0, 0, 3));
    assertThat(kept(id).state()).isEqualTo(ReservationState.RELEASED);
  }

  @Test
  void anEndedReservationEndsNoOtherWay() {
    PositionKey position = scene.stocked(5);
    UUID confirmed = scene.reserved(line(position, 1));
    scene.done(confirm(confirmed));
    UUID released = scene.reserved(line(position, 1));
    scene.done(release(released));

    assertThat(scene.refused(release(confirmed)).refusal()).isEqualTo(Refusal.RESERVATION_ENDED);
    assertThat(scene.refused(confirm(released)).refusal()).isEqualTo(Refusal.RESERVATION_ENDED);
    assertThat(scene.refused(new ExtendReservation(released, QUARTER_HOUR)).refusal())
        .isEqualTo(Refusal.RESERVATION_ENDED);
    assertThat(kept(confirmed).state()).isEqualTo(ReservationState.CONFIRMED);
    assertThat(kept(released).state()).isEqualTo(ReservationState.RELEASED);
  }

  @Test
  void anExtensionLengthensAndNeverShortens() {
    PositionKey position = scene.stocked(5);
    UUID id = scene.reserved(line(position, 2));

    Outcome.Done longer = scene.done(new ExtendReservation(id, Duration.ofHours(2)));
    assertThat(longer.expiresAt()).isEqualTo(longer.at().plus(Duration.ofHours(2)));
    assertThat(longer.lines())
        .containsExactly(new AppliedLine(position, 2, new Balance(5, 2, 0, 0, 2)));

    Outcome.Done shorter = scene.done(new ExtendReservation(id, Duration.ofMinutes(1)));
    assertThat(shorter.expiresAt()).isEqualTo(longer.expiresAt());
    assertThat(kept(id).expiresAt()).isEqualTo(longer.expiresAt());
    assertThat(scene.balance(position).version()).isEqualTo(2);
  }

  @Test
  void aReservationIsMadeExtendedAndConfirmedInOneBatch() {
    PositionKey position = scene.stocked(5);
    ReserveStock make = reserve(line(position, 2));

    List<Outcome> outcomes =
        scene.settled(
            List.of(
                scene.command(make),
                scene.command(new ExtendReservation(make.id(), Duration.ofHours(1))),
                scene.command(confirm(make.id())),
                scene.command(release(make.id()))));

    assertThat(outcomes.subList(0, 3)).allMatch(Outcome.Done.class::isInstance);
    assertThat(outcomes.get(3)).isInstanceOf(Outcome.Refused.class);
    assertThat(scene.balance(position)).isEqualTo(new Balance(3, 0, 0, 0, 3));
    assertThat(kept(make.id()).state()).isEqualTo(ReservationState.CONFIRMED);
  }

  @Test
  void whatWasCountedAwayCannotBeHandedOver() {
    PositionKey position = scene.stocked(5);
    UUID id = scene.reserved(line(position, 4));
    scene.done(move(Movement.COUNT, line(position, 3)));

    Outcome.Refused refused = scene.refused(confirm(id));

    assertThat(refused.lines())
        .containsExactly(new LineRefusal(0, position, 4, 3, 3, Refusal.NOT_ON_HAND));
    assertThat(kept(id).state()).isEqualTo(ReservationState.ACTIVE);
  }

  @Test
  void aReservationThatNobodyMadeIsNotFound() {
    for (Settlement settlement : Settlement.values()) {
      assertThat(scene.refused(new SettleReservation(Ids.next(), settlement)).refusal())
          .isEqualTo(Refusal.NOT_FOUND);
    }
    assertThat(scene.refused(new ExtendReservation(Ids.next(), QUARTER_HOUR)).refusal())
        .isEqualTo(Refusal.NOT_FOUND);
    assertThat(scene.reader().reservation(scene.client, Ids.next())).isEmpty();
  }
}
