package dev.holdfast.storage.contract;

import static dev.holdfast.storage.contract.Scene.line;
import static dev.holdfast.storage.contract.Scene.move;
import static dev.holdfast.storage.contract.Scene.reserve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.CommandResult.NoEffect;
import dev.holdfast.storage.api.CommandResult.Settled;
import dev.holdfast.storage.api.CommandResult.Unknown;
import dev.holdfast.storage.api.StockLedger;
import dev.holdfast.storage.api.StockReader;
import dev.holdfast.storage.api.StockReader.ReservationFilter;
import dev.holdfast.storage.api.StoreUnavailableException;
import dev.holdfast.storage.contract.StoreFixture.Loss;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that loses its store: it says what it knows, and the same key settles the rest. */
abstract class LossContract {
  private Scene scene;

  abstract StoreFixture store();

  @BeforeEach
  void openScene() {
    scene = new Scene(store());
  }

  private List<ClientCommand> batch(PositionKey position) {
    return List.of(
        scene.command(reserve(line(position, 2))),
        scene.command(reserve(line(position, 9))),
        scene.command(move(Movement.SELL, line(position, 1))));
  }

  @Test
  void whatIsLostBeforeTheCommitHadNoEffectAndSaysSo() {
    PositionKey position = scene.stocked(5);
    List<ClientCommand> batch = batch(position);
    StockLedger ledger = store().losingTheStore(Loss.BEFORE_THE_COMMIT);

    assertThat(ledger.apply(batch)).hasSize(3).allMatch(NoEffect.class::isInstance);

    assertThat(scene.balance(position)).isEqualTo(new Balance(5, 0, 0, 0, 1));
    retryDoesItOnce(ledger, batch, position, false);
  }

  @Test
  void aCommitThatNeverArrivedIsUnknownAndTheSameKeyDoesIt() {
    PositionKey position = scene.stocked(5);
    List<ClientCommand> batch = batch(position);
    StockLedger ledger = store().losingTheStore(Loss.COMMIT_NEVER_ARRIVES);

    assertThat(ledger.apply(batch)).hasSize(3).allMatch(Unknown.class::isInstance);

    assertThat(scene.balance(position)).isEqualTo(new Balance(5, 0, 0, 0, 1));
    retryDoesItOnce(ledger, batch, position, false);
  }

  @Test
  void aCommitWhoseAnswerIsLostIsUnknownAndTheSameKeyFindsIt() {
    PositionKey position = scene.stocked(5);
    List<ClientCommand> batch = batch(position);
    StockLedger ledger = store().losingTheStore(Loss.ANSWER_TO_THE_COMMIT);

    assertThat(ledger.apply(batch)).hasSize(3).allMatch(Unknown.class::isInstance);

    assertThat(scene.balance(position)).isEqualTo(new Balance(4, 2, 0, 0, 3));
    retryDoesItOnce(ledger, batch, position, true);
  }

  private void retryDoesItOnce(
      StockLedger ledger, List<ClientCommand> batch, PositionKey position, boolean wasDone) {
    List<CommandResult> retried = ledger.apply(batch);
    Scene.done(retried.get(0));
    Scene.refused(retried.get(1));
    Scene.done(retried.get(2));
    assertThat(retried).allMatch(result -> ((Settled) result).replayed() == wasDone);
    assertThat(scene.balance(position)).isEqualTo(new Balance(4, 2, 0, 0, 3));
    List<Outcome> again = scene.settled(batch);
    assertThat(again)
        .isEqualTo(retried.stream().map(result -> ((Settled) result).outcome()).toList());
    LedgerInvariants.check(scene.reader(), List.of(scene.client));
  }

  @Test
  void aLedgerThatCannotReachItsStoreHasNoEffectAndNeverThrows() {
    PositionKey position = scene.stocked(5);
    List<ClientCommand> batch = batch(position);
    StockLedger ledger = store().cutOffLedger();

    assertThat(ledger.apply(batch)).hasSize(3).allMatch(NoEffect.class::isInstance);

    assertThat(ledger.isReachable()).isFalse();
    assertThat(store().node(0).isReachable()).isTrue();
    assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(() -> ledger.due(1));
    assertThatExceptionOfType(StoreUnavailableException.class)
        .isThrownBy(() -> ledger.forgetOutcomes(Duration.ofDays(1), 1));
    assertThat(scene.balance(position)).isEqualTo(new Balance(5, 0, 0, 0, 1));
  }

  @Test
  void aReaderThatCannotReachItsStoreSaysSo() {
    StockReader reader = store().cutOffReader();

    for (Runnable read :
        List.<Runnable>of(
            () -> reader.position(scene.client, PositionKey.of(1, 1)),
            () -> reader.reservations(scene.client, ReservationFilter.ANY, null, 1))) {
      assertThatExceptionOfType(StoreUnavailableException.class).isThrownBy(read::run);
    }
  }
}
