package dev.holdfast.storage.contract;

import static dev.holdfast.storage.contract.Scene.line;
import static dev.holdfast.storage.contract.Scene.move;
import static dev.holdfast.storage.contract.Scene.reserve;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand.SettleReservation;
import dev.holdfast.domain.stock.StockCommand.Settlement;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.CommandResult.KeyReused;
import dev.holdfast.storage.api.CommandResult.Settled;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One outcome per client and key, whatever is sent again and however often. */
abstract class IdempotencyContract {
  private static final int LONGEST_KEY = 128;

  private Scene scene;

  abstract StoreFixture store();

  @BeforeEach
  void openScene() {
    scene = new Scene(store());
  }

  /** The first answer to a command, which must not have been a replay. */
  private Outcome first(ClientCommand command) {
    CommandResult result = scene.apply(command);
    assertThat(result).isInstanceOf(Settled.class);
    assertThat(((Settled) result).replayed()).isFalse();
    return ((Settled) result).outcome();
  }

  @Test
  void whatIsSentAgainIsAnsweredAgainAndNotDoneAgain() {
    PositionKey position = scene.stocked(5);
    ClientCommand command = scene.command(reserve(line(position, 2), line(position, 1)));
    Outcome outcome = first(command);
    scene.done(move(Movement.RECEIVE, line(position, 1)));

    for (int i = 0; i < 3; i++) {
      assertThat(scene.apply(command)).isEqualTo(new Settled(outcome, true));
    }
    assertThat(Scene.applyOn(store().node(1), command)).isEqualTo(new Settled(outcome, true));

    assertThat(scene.balance(position)).isEqualTo(new Balance(6, 3, 0, 0, 4));
  }

  @Test
  void everyKindOfOutcomeIsAnsweredAsItWas() {
    PositionKey position = scene.stocked(5);
    PositionKey there = PositionKey.of(position.skuId(), store().newLocation(scene.client));
    UUID reservation = scene.reserved(line(position, 1));
    List<ClientCommand> commands =
        List.of(
            scene.command(move(Movement.COUNT, line(position, 4), line(there, 0))),
            scene.command(new SettleReservation(reservation, Settlement.EXPIRE)),
            scene.command(new SettleReservation(reservation, Settlement.RELEASE)),
            scene.command(Scene.send(there.locationId(), line(position, 1))),
            scene.command(move(Movement.SELL, line(position, 9), line(there, 9))));

    for (ClientCommand command : commands) {
      Outcome outcome = first(command);
      assertThat(scene.apply(command)).isEqualTo(new Settled(outcome, true));
    }
  }

  @Test
  void aRefusalStaysARefusalEvenWhenStockHasCome() {
    PositionKey position = scene.stocked(1);
    ClientCommand command = scene.command(reserve(line(position, 2)));
    Outcome refusal = first(command);
    scene.done(move(Movement.RECEIVE, line(position, 10)));

    assertThat(scene.apply(command)).isEqualTo(new Settled(refusal, true));

    assertThat(refusal).isInstanceOf(Outcome.Refused.class);
    assertThat(scene.balance(position).reserved()).isZero();
  }

  @Test
  void theSameCommandTwiceInOneBatchIsDoneOnce() {
    PositionKey position = scene.stocked(5);
    ClientCommand sale = scene.command(move(Movement.SELL, line(position, 2)));
    ClientCommand refused = scene.command(move(Movement.SELL, line(position, 9)));

    List<CommandResult> results = scene.ledger().apply(List.of(sale, refused, sale, refused));

    Outcome.Done sold = Scene.done(results.get(0));
    assertThat(results.get(2)).isEqualTo(new Settled(sold, true));
    assertThat(results.get(3)).isEqualTo(new Settled(Scene.refused(results.get(1)), true));
    assertThat(scene.balance(position)).isEqualTo(new Balance(3, 0, 0, 0, 2));
  }

  @Test
  void aKeyCannotBeUsedForAnotherRequest() {
    PositionKey position = scene.stocked(5);
    Scene.done(scene.apply(scene.command("mine", move(Movement.SELL, line(position, 2)))));

    assertThat(scene.apply(scene.command("mine", move(Movement.SELL, line(position, 1)))))
        .isEqualTo(new KeyReused());

    assertThat(scene.balance(position)).isEqualTo(new Balance(3, 0, 0, 0, 2));
  }

  @Test
  void aKeyCannotBeUsedForAnotherRequestOfTheSameBatch() {
    PositionKey position = scene.stocked(5);
    PositionKey other = scene.empty();

    List<CommandResult> results =
        scene
            .ledger()
            .apply(
                List.of(
                    scene.command("mine", move(Movement.SELL, line(position, 2))),
                    scene.command("mine", move(Movement.RECEIVE, line(other, 2)))));

    Scene.done(results.get(0));
    assertThat(results.get(1)).isEqualTo(new KeyReused());
    assertThat(scene.reader().position(scene.client, other)).isEmpty();
  }

  @Test
  void theKeyOfARefusalIsTakenToo() {
    PositionKey position = scene.stocked(1);
    Scene.refused(scene.apply(scene.command("mine", reserve(line(position, 2)))));

    assertThat(scene.apply(scene.command("mine", reserve(line(position, 1)))))
        .isEqualTo(new KeyReused());
    assertThat(scene.balance(position).reserved()).isZero();
  }

  @Test
  void keysOfTwoClientsHaveNothingToDoWithEachOther() {
    Scene other = new Scene(store());
    PositionKey mine = scene.stocked(5);
    PositionKey theirs = other.stocked(5);

    List<CommandResult> results =
        scene
            .ledger()
            .apply(
                List.of(
                    scene.command("same", move(Movement.SELL, line(mine, 1))),
                    other.command("same", move(Movement.SELL, line(theirs, 2)))));

    results.forEach(Scene::done);
    assertThat(scene.balance(mine).onHand()).isEqualTo(4);
    assertThat(other.balance(theirs).onHand()).isEqualTo(3);
  }

  @Test
  void keysAreComparedToTheLastCharacter() {
    PositionKey position = scene.stocked(10);
    String longest = "k".repeat(LONGEST_KEY);

    for (String key :
        List.of("a", "A", "a.", longest, "k".repeat(LONGEST_KEY - 1), "'\"\\{},%_~!")) {
      ClientCommand command = scene.command(key, move(Movement.SELL, line(position, 1)));
      Outcome outcome = first(command);
      assertThat(scene.apply(command)).isEqualTo(new Settled(outcome, true));
    }
    assertThat(scene.balance(position).onHand()).isEqualTo(4);
  }

  @Test
  void aKeyIsForgottenWhenItIsOldEnoughAndNotBefore() {
    PositionKey position = scene.stocked(5);
    ClientCommand command = scene.command(move(Movement.SELL, line(position, 1)));
    Outcome outcome = first(command);

    assertThat(scene.ledger().forgetOutcomes(Duration.ofHours(1), 1_000)).isZero();
    assertThat(scene.apply(command)).isEqualTo(new Settled(outcome, true));

    scene.awaitStoreTime(outcome.at().plusSeconds(1));
    assertThat(scene.ledger().forgetOutcomes(Duration.ofSeconds(1), 1)).isEqualTo(1);
    int forgotten = 1;
    while (forgotten > 0) {
      forgotten = scene.ledger().forgetOutcomes(Duration.ofSeconds(1), 1_000);
      assertThat(forgotten).isLessThanOrEqualTo(1_000);
    }
    assertThat(first(command)).isInstanceOf(Outcome.Done.class);
    assertThat(scene.balance(position).onHand()).isEqualTo(3);
  }
}
