package dev.holdfast.storage.contract;

import static dev.holdfast.storage.contract.Scene.line;
import static dev.holdfast.storage.contract.Scene.reserveFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.reservation.ReservationState;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.EntryKind;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.domain.stock.StockCommand.ExtendReservation;
import dev.holdfast.domain.stock.StockCommand.ReserveStock;
import dev.holdfast.domain.stock.StockCommand.SettleReservation;
import dev.holdfast.domain.stock.StockCommand.Settlement;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.StockLedger;
import dev.holdfast.storage.api.StockLedger.DueReservation;
import dev.holdfast.storage.api.StockReader.HistoryRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time running out for reservations, judged by the store's clock alone. */
abstract class ExpiryContract {
  private static final List<Settlement> ENDS =
      List.of(Settlement.CONFIRM, Settlement.RELEASE, Settlement.EXPIRE);

  private final List<Instant> refusedAsTooEarly = new CopyOnWriteArrayList<>();
  private Scene scene;

  abstract StoreFixture store();

  @BeforeEach
  void openScene() {
    scene = new Scene(store());
    forgetWhatOtherTestsLeftBehind();
  }

  private void forgetWhatOtherTestsLeftBehind() {
    List<DueReservation> due = scene.ledger().due(StockLedger.MAX_BATCH);
    while (!due.isEmpty()) {
      List<Outcome> ended = scene.settled(due.stream().map(this::expiryOf).toList());
      assertThat(ended).as("ends of what is due").allMatch(Outcome.Done.class::isInstance);
      due = scene.ledger().due(StockLedger.MAX_BATCH);
    }
  }

  private ClientCommand expiryOf(DueReservation due) {
    SettleReservation expire = expire(due.id());
    return new ClientCommand(
        due.client(), "expire " + due.id(), Scene.fingerprint(expire), 0, null, expire);
  }

  private static SettleReservation expire(UUID id) {
    return new SettleReservation(id, Settlement.EXPIRE);
  }

  private static SettleReservation confirm(UUID id) {
    return new SettleReservation(id, Settlement.CONFIRM);
  }

  private static SettleReservation release(UUID id) {
    return new SettleReservation(id, Settlement.RELEASE);
  }

  @Test
  void expiryReturnsStockOnce() {
    PositionKey position = scene.stocked(5);
    UUID id = scene.overdue(line(position, 2), line(position, 1));

    scene.done(expire(id));

    assertThat(scene.refused(expire(id)).refusal()).isEqualTo(Refusal.RESERVATION_EXPIRED);
    assertThat(scene.balance(position)).isEqualTo(new Balance(5, 0, 0, 0, 5));
    assertThat(scene.reader().reservation(scene.client, id).map(Reservation::state))
        .contains(ReservationState.EXPIRED);
    assertThat(scene.history(position))
        .extracting(HistoryRow::kind)
        .endsWith(EntryKind.EXPIRED, EntryKind.EXPIRED);
  }

  @Test
  void aReservationNeverExpiresEarly() {
    PositionKey position = scene.stocked(5);
    UUID id = scene.reserved(line(position, 2));

    assertThat(scene.refused(expire(id)).refusal()).isEqualTo(Refusal.NOT_DUE);

    assertThat(scene.ledger().due(StockLedger.MAX_BATCH)).isEmpty();
    assertThat(scene.balance(position).reserved()).isEqualTo(2);
  }

  @Test
  void itExpiresTheMomentItsTimeIsOverByTheStoresClock() {
    PositionKey position = scene.stocked(5);
    ReserveStock command = reserveFor(Duration.ofMillis(40), line(position, 1));
    Instant expiresAt = scene.done(command).at().plusMillis(40);

    Outcome outcome = whenDue(scene.ledger(), expire(command.id()));

    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(outcome.at()).isAfterOrEqualTo(expiresAt);
    assertThat(refusedAsTooEarly).isNotEmpty().allMatch(at -> at.isBefore(expiresAt));
  }

  @Test
  void nothingIsListedAsDueBeforeItsTimeByTheStoresClock() {
    PositionKey position = scene.stocked(5);
    ReserveStock command = reserveFor(Duration.ofSeconds(1), line(position, 1));
    Instant expiresAt = scene.done(command).at().plusSeconds(1);

    List<DueReservation> due = scene.ledger().due(10);
    Instant readBefore = store().now();
    assertThat(readBefore).as("a machine that is fast enough for this").isBefore(expiresAt);
    while (readBefore.isBefore(expiresAt)) {
      assertThat(due).isEmpty();
      LockSupport.parkNanos(1_000_000);
      due = scene.ledger().due(10);
      readBefore = store().now();
    }

    assertThat(scene.ledger().due(10)).extracting(DueReservation::id).containsExactly(command.id());
  }

  @Test
  void aReservationWhoseTimeIsOverCannotBeConfirmedOrExtended() {
    PositionKey position = scene.stocked(5);
    UUID id = scene.overdue(line(position, 2));

    assertThat(scene.refused(confirm(id)).refusal()).isEqualTo(Refusal.RESERVATION_EXPIRED);
    assertThat(scene.refused(new ExtendReservation(id, Scene.QUARTER_HOUR)).refusal())
        .isEqualTo(Refusal.RESERVATION_EXPIRED);
    scene.done(expire(id));
    assertThat(scene.refused(release(id)).refusal()).isEqualTo(Refusal.RESERVATION_EXPIRED);
  }

  @Test
  void whatIsDueIsListedOldestFirstAndNoMoreThanAskedFor() {
    PositionKey position = scene.stocked(5);
    UUID first = scene.overdue(line(position, 1));
    UUID second = scene.overdue(line(position, 1));
    UUID third = scene.overdue(line(position, 1));
    scene.reserved(line(position, 1));

    assertThat(scene.ledger().due(2))
        .containsExactly(
            new DueReservation(scene.client, first), new DueReservation(scene.client, second));
    assertThat(scene.ledger().due(StockLedger.MAX_BATCH))
        .extracting(DueReservation::id)
        .containsExactly(first, second, third);
  }

  @Test
  void anEndedReservationIsNotDue() {
    PositionKey position = scene.stocked(5);
    UUID released = scene.overdue(line(position, 1));
    UUID expired = scene.overdue(line(position, 1));

    scene.done(release(released));
    scene.done(expire(expired));

    assertThat(scene.ledger().due(StockLedger.MAX_BATCH)).isEmpty();
    assertThat(scene.refused(expire(released)).refusal()).isEqualTo(Refusal.RESERVATION_ENDED);
  }

  @Test
  void anExtendedReservationIsNotDueAtItsOldTime() {
    PositionKey position = scene.stocked(5);
    ReserveStock command = reserveFor(Duration.ofSeconds(1), line(position, 1));
    Instant oldTime = Objects.requireNonNull(scene.done(command).expiresAt());
    scene.done(new ExtendReservation(command.id(), Scene.QUARTER_HOUR));

    scene.awaitStoreTime(oldTime);

    assertThat(scene.ledger().due(10)).isEmpty();
    assertThat(scene.refused(expire(command.id())).refusal()).isEqualTo(Refusal.NOT_DUE);
    scene.done(confirm(command.id()));
  }

  @Test
  void ofExpiryReleaseAndConfirmationExactlyOneWins() {
    int rounds = 60;
    PositionKey position = scene.stocked(rounds);
    List<ReserveStock> reservations = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      reservations.add(reserveFor(Duration.ofMillis(60), line(position, 1)));
    }
    List<Outcome> made = scene.settled(reservations.stream().map(scene::command).toList());
    Instant justBefore = made.getFirst().at().plusMillis(50);

    List<List<UUID>> winners =
        Crowd.together(
            ENDS.size(),
            person -> {
              scene.awaitStoreTime(justBefore);
              return ended(store().node(person), reservations, ENDS.get(person));
            });

    assertThat(winners.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(reservations.stream().map(ReserveStock::id).toList());
    int confirmed = winners.get(ENDS.indexOf(Settlement.CONFIRM)).size();
    assertThat(scene.balance(position))
        .isEqualTo(new Balance(rounds - confirmed, 0, 0, 0, 1 + 2 * rounds));
    LedgerInvariants.check(scene.reader(), List.of(scene.client));
  }

  /** Those that this caller, and no other, could end. */
  private List<UUID> ended(
      StockLedger ledger, List<ReserveStock> reservations, Settlement settlement) {
    List<UUID> ended = new ArrayList<>();
    for (ReserveStock one : reservations) {
      if (whenDue(ledger, new SettleReservation(one.id(), settlement)) instanceof Outcome.Done) {
        ended.add(one.id());
      }
    }
    return ended;
  }

  /** Tries again and again while it is too early. */
  private Outcome whenDue(StockLedger ledger, SettleReservation end) {
    Instant deadline = store().now().plusSeconds(30);
    while (true) {
      CommandResult result = Scene.applyOn(ledger, scene.command(end));
      assertThat(result).isInstanceOf(CommandResult.Settled.class);
      Outcome outcome = ((CommandResult.Settled) result).outcome();
      if (!(outcome instanceof Outcome.Refused refused) || refused.refusal() != Refusal.NOT_DUE) {
        return outcome;
      }
      refusedAsTooEarly.add(outcome.at());
      assertThat(outcome.at()).as("it never becomes due").isBefore(deadline);
    }
  }
}
