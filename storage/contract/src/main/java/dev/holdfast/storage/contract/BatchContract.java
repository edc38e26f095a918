package dev.holdfast.storage.contract;

import static dev.holdfast.storage.contract.Scene.line;
import static dev.holdfast.storage.contract.Scene.move;
import static dev.holdfast.storage.contract.Scene.reserve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand.ReserveStock;
import dev.holdfast.domain.stock.StockCommand.SettleReservation;
import dev.holdfast.domain.stock.StockCommand.Settlement;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.CommandResult.NoEffect;
import dev.holdfast.storage.api.StockLedger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many commands at once: their order, their number, and bad ones among them. */
abstract class BatchContract {
  private Scene scene;

  abstract StoreFixture store();

  @BeforeEach
  void openScene() {
    scene = new Scene(store());
  }

  @Test
  void commandsOnOnePositionAreDecidedInOrder() {
    PositionKey position = scene.stocked(3);
    ReserveStock first = reserve(line(position, 3));

    List<Outcome> outcomes =
        scene.settled(
            List.of(
                scene.command(first),
                scene.command(reserve(line(position, 1))),
                scene.command(new SettleReservation(first.id(), Settlement.RELEASE)),
                scene.command(reserve(line(position, 2))),
                scene.command(move(Movement.SELL, line(position, 2))),
                scene.command(move(Movement.SELL, line(position, 1)))));

    assertThat(outcomes)
        .extracting(outcome -> outcome instanceof Outcome.Done)
        .containsExactly(true, false, true, true, false, true);
    assertThat(scene.balance(position)).isEqualTo(new Balance(2, 2, 0, 0, 5));
  }

  @Test
  void aPositionIsMadeAndUsedInOneBatch() {
    PositionKey position = scene.empty();

    List<Outcome> outcomes =
        scene.settled(
            List.of(
                scene.command(reserve(line(position, 1))),
                scene.command(move(Movement.RECEIVE, line(position, 2))),
                scene.command(reserve(line(position, 2)))));

    assertThat(outcomes)
        .extracting(outcome -> outcome instanceof Outcome.Done)
        .containsExactly(false, true, true);
    assertThat(scene.balance(position)).isEqualTo(new Balance(2, 2, 0, 0, 2));
  }

  @Test
  void theLargestBatchOnOnePositionSellsNoMoreThanIsThere() {
    int stock = 100;
    PositionKey position = scene.stocked(stock);
    List<ClientCommand> batch = new ArrayList<>();
    for (int i = 0; i < StockLedger.MAX_BATCH; i++) {
      batch.add(scene.command(reserve(line(position, 1))));
    }

    List<Outcome> outcomes = scene.settled(batch);

    assertThat(outcomes.subList(0, stock)).allMatch(Outcome.Done.class::isInstance);
    assertThat(outcomes.subList(stock, outcomes.size()))
        .allMatch(Outcome.Refused.class::isInstance);
    assertThat(scene.balance(position)).isEqualTo(new Balance(stock, stock, 0, 0, 1 + stock));
    assertThat(scene.settled(batch)).isEqualTo(outcomes);
    LedgerInvariants.check(scene.reader(), List.of(scene.client));
  }

  @Test
  void theLargestBatchMayTouchAsManyPositionsAndClients() {
    List<Scene> scenes = List.of(scene, new Scene(store()), new Scene(store()));
    List<PositionKey> positions = new ArrayList<>();
    List<ClientCommand> batch = new ArrayList<>();
    for (int i = 0; i < StockLedger.MAX_BATCH; i++) {
      Scene one = scenes.get(i % scenes.size());
      positions.add(one.empty());
      batch.add(one.command(move(Movement.RECEIVE, line(positions.get(i), 1 + i))));
    }

    List<Outcome> outcomes = scene.settled(batch);

    for (int i = 0; i < batch.size(); i++) {
      Outcome.Done done = (Outcome.Done) outcomes.get(i);
      assertThat(done.lines().getFirst().position()).isEqualTo(positions.get(i));
      assertThat(scenes.get(i % scenes.size()).balance(positions.get(i)))
          .isEqualTo(new Balance(1 + i, 0, 0, 0, 1));
    }
  }

  @Test
  void aBatchAboveTheLimitIsRefusedAndAnEmptyOneIsNoWork() {
    ClientCommand command = scene.command(reserve(line(scene.stocked(1), 1)));

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> scene.ledger().apply(Collections.nCopies(StockLedger.MAX_BATCH + 1, command)));
    assertThat(scene.ledger().apply(List.of())).isEmpty();
  }

  @Test
  void aReservationNumberThatIsTakenHarmsNobodyElse() {
    PositionKey position = scene.stocked(9);
    ReserveStock taken = reserve(line(position, 1));
    scene.done(taken);
    ReserveStock impostor =
        new ReserveStock(taken.id(), List.of(line(position, 5)), Scene.QUARTER_HOUR);

    List<CommandResult> results =
        scene
            .ledger()
            .apply(
                List.of(
                    scene.command(reserve(line(position, 1))),
                    scene.command(impostor),
                    scene.command(reserve(line(position, 1)))));

    Scene.done(results.get(0));
    assertThat(results.get(1)).isInstanceOf(NoEffect.class);
    Scene.done(results.get(2));
    assertThat(scene.balance(position)).isEqualTo(new Balance(9, 3, 0, 0, 4));
    assertThat(scene.reader().reservation(scene.client, taken.id()).orElseThrow().lines())
        .isEqualTo(taken.lines());
  }

  @Test
  void aPositionOfAnotherClientCannotBeTouchedAndHarmsNobodyElse() {
    PositionKey own = scene.stocked(5);
    Scene stranger = new Scene(store());
    PositionKey foreign = stranger.stocked(5);

    List<CommandResult> results =
        scene
            .ledger()
            .apply(
                List.of(
                    scene.command(reserve(line(own, 1))),
                    scene.command(move(Movement.WRITE_OFF, line(own, 1), line(foreign, 1))),
                    scene.command(reserve(line(foreign, 1))),
                    scene.command(move(Movement.SELL, line(own, 1)))));

    Scene.done(results.get(0));
    assertThat(results.subList(1, 3)).allMatch(NoEffect.class::isInstance);
    Scene.done(results.get(3));
    assertThat(scene.balance(own)).isEqualTo(new Balance(4, 1, 0, 0, 3));
    assertThat(stranger.balance(foreign)).isEqualTo(new Balance(5, 0, 0, 0, 1));
  }

  @Test
  void aTextThatNoStoreMayTakeHarmsNobodyElse() {
    PositionKey position = scene.stocked(9);
    ClientCommand good = scene.command(move(Movement.SELL, line(position, 1)));
    ClientCommand last = scene.command(move(Movement.SELL, line(position, 2)));
    ClientCommand odd =
        new ClientCommand(
            scene.client,
            "odd",
            Scene.fingerprint(good.command()),
            scene.actor,
            "a\u0000b",
            move(Movement.SELL, line(position, 3)));

    List<CommandResult> results = scene.ledger().apply(List.of(good, odd, last));

    Scene.done(results.get(0));
    Scene.done(results.get(2));
    boolean taken = results.get(1) instanceof CommandResult.Settled;
    assertThat(taken || results.get(1) instanceof NoEffect).isTrue();
    assertThat(scene.balance(position).onHand()).isEqualTo(taken ? 3 : 6);
    assertThat(scene.balance(position).version()).isEqualTo(taken ? 4 : 3);
  }
}
