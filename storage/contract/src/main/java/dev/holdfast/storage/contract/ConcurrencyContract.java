package dev.holdfast.storage.contract;

import static dev.holdfast.storage.contract.Scene.line;
import static dev.holdfast.storage.contract.Scene.move;
import static dev.holdfast.storage.contract.Scene.reserve;
import static dev.holdfast.storage.contract.Scene.send;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand.Arrival;
import dev.holdfast.domain.stock.StockCommand.MoveStock;
import dev.holdfast.domain.stock.StockCommand.ReserveStock;
import dev.holdfast.domain.stock.StockCommand.SendTransfer;
import dev.holdfast.domain.stock.StockCommand.SettleReservation;
import dev.holdfast.domain.stock.StockCommand.SettleTransfer;
import dev.holdfast.domain.stock.StockCommand.Settlement;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.CommandResult.KeyReused;
import dev.holdfast.storage.api.CommandResult.Settled;
import dev.holdfast.storage.api.StockLedger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several threads and several nodes on the same stock at the same moment. */
abstract class ConcurrencyContract {
  private static final int PEOPLE = 8;
  private static final int NODES = 2;

  private Scene scene;

  abstract StoreFixture store();

  @BeforeEach
  void openScene() {
    scene = new Scene(store());
  }

  private StockLedger nodeOf(int person) {
    return store().node(person % NODES);
  }

  private static boolean isDone(CommandResult result) {
    assertThat(result).isInstanceOf(Settled.class);
    return ((Settled) result).outcome() instanceof Outcome.Done;
  }

  @Test
  void lastUnitIsSoldOnce() {
    for (int round = 0; round < 10; round++) {
      PositionKey position = scene.stocked(1);

      List<Boolean> sold =
          Crowd.together(
              PEOPLE,
              person -> {
                ReserveStock online = reserve(line(position, 1));
                ClientCommand command =
                    person % 3 == 0
                        ? scene.command(move(Movement.SELL, line(position, 1)))
                        : scene.command(online);
                return isDone(Scene.applyOn(nodeOf(person), command));
              });

      assertThat(sold).containsOnlyOnce(true);
      assertThat(scene.balance(position).unreserved()).isZero();
      assertThat(scene.balance(position).version()).isEqualTo(2);
    }
  }

  @Test
  void exactlyWhatIsThereIsPromisedWhenEverybodyWantsIt() {
    int stock = 100;
    PositionKey position = scene.stocked(stock);

    List<Integer> promised =
        Crowd.together(
            PEOPLE,
            person -> {
              int got = 0;
              for (int i = 0; i < 10; i++) {
                List<ClientCommand> batch = new ArrayList<>();
                for (int j = 0; j <= person; j++) {
                  batch.add(scene.command(reserve(line(position, 1 + j % 2))));
                }
                List<CommandResult> results = nodeOf(person).apply(batch);
                for (int j = 0; j < results.size(); j++) {
                  got += isDone(results.get(j)) ? 1 + j % 2 : 0;
                }
              }
              return got;
            });

    assertThat(promised.stream().mapToInt(Integer::intValue).sum()).isEqualTo(stock);
    assertThat(scene.balance(position).reserved()).isEqualTo(stock);
    LedgerInvariants.check(scene.reader(), List.of(scene.client));
  }

  @Test
  void cartsInOppositeOrdersDoNotBlockEachOther() {
    int carts = 25;
    PositionKey first = scene.stocked(1_000);
    PositionKey second = scene.stocked(1_000);
    PositionKey third = scene.stocked(1_000);

    Crowd.together(
        PEOPLE,
        person -> {
          for (int i = 0; i < carts; i++) {
            ReserveStock cart =
                person % 2 == 0
                    ? reserve(line(first, 1), line(second, 1), line(third, 1))
                    : reserve(line(third, 1), line(second, 1), line(first, 1));
            List<CommandResult> results =
                nodeOf(person)
                    .apply(
                        List.of(
                            scene.command(cart),
                            scene.command(new SettleReservation(cart.id(), Settlement.CONFIRM))));
            results.forEach(Scene::done);
          }
          return carts;
        });

    Balance expected = new Balance(1_000 - PEOPLE * carts, 0, 0, 0, 1 + 2 * PEOPLE * carts);
    assertThat(List.of(scene.balance(first), scene.balance(second), scene.balance(third)))
        .containsOnly(expected);
    LedgerInvariants.check(scene.reader(), List.of(scene.client));
  }

  @Test
  void transfersInOppositeDirectionsDoNotBlockEachOther() {
    int transfers = 20;
    PositionKey here = scene.stocked(1_000);
    PositionKey there = PositionKey.of(here.skuId(), store().newLocation(scene.client));
    scene.done(move(Movement.RECEIVE, line(there, 1_000)));

    Crowd.together(
        PEOPLE,
        person -> {
          boolean out = person % 2 == 0;
          PositionKey from = out ? here : there;
          int to = (out ? there : here).locationId();
          for (int i = 0; i < transfers; i++) {
            SendTransfer sent = send(to, line(from, 1));
            Scene.done(Scene.applyOn(nodeOf(person), scene.command(sent)));
            SettleTransfer receive = new SettleTransfer(sent.id(), Arrival.RECEIVE);
            Scene.done(Scene.applyOn(nodeOf(person / 2), scene.command(receive)));
          }
          return transfers;
        });

    assertThat(scene.balance(here).onHand()).isEqualTo(1_000);
    assertThat(scene.balance(there).onHand()).isEqualTo(1_000);
    LedgerInvariants.check(scene.reader(), List.of(scene.client));
  }

  @Test
  void theSameCommandAtTheSameMomentIsDoneOnce() {
    for (int round = 0; round < 10; round++) {
      PositionKey position = scene.stocked(10);
      ClientCommand command = scene.command(move(Movement.SELL, line(position, 1)));

      List<CommandResult> results =
          Crowd.together(PEOPLE, person -> Scene.applyOn(nodeOf(person), command));

      Set<Outcome> outcomes = new HashSet<>();
      results.forEach(result -> outcomes.add(Scene.done(result)));
      assertThat(outcomes).hasSize(1);
      assertThat(results).filteredOn(result -> !((Settled) result).replayed()).hasSize(1);
      assertThat(scene.balance(position)).isEqualTo(new Balance(9, 0, 0, 0, 2));
    }
  }

  /** No position is common, so nothing but the keys can keep the two apart. */
  @Test
  void keysInOppositeOrdersAreTakenOnceAndDoNotBlockEachOther() {
    int keys = 300;
    for (int round = 0; round < 4; round++) {
      String prefix = "round-" + round + "-key-";
      List<PositionKey> own = List.of(scene.empty(), scene.empty());

      List<List<CommandResult>> results =
          Crowd.together(
              own.size(),
              person -> {
                List<ClientCommand> batch = new ArrayList<>();
                for (int key = 0; key < keys; key++) {
                  MoveStock receipt = move(Movement.RECEIVE, line(own.get(person), 1));
                  batch.add(scene.command(prefix + key, receipt));
                }
                boolean forward = person == 0;
                List<CommandResult> answers =
                    nodeOf(person).apply(forward ? batch : batch.reversed());
                return forward ? answers : answers.reversed();
              });

      for (int key = 0; key < keys; key++) {
        assertThat(List.of(results.get(0).get(key), results.get(1).get(key)))
            .as("key %s", key)
            .hasAtLeastOneElementOfType(Settled.class)
            .hasAtLeastOneElementOfType(KeyReused.class);
      }
      long received = own.stream().mapToLong(one -> scene.balance(one).onHand()).sum();
      assertThat(received).isEqualTo(keys);
    }
  }

  @Test
  void aNewPositionIsMadeOnceWhenEverybodyReceivesThere() {
    for (int round = 0; round < 10; round++) {
      PositionKey position = scene.empty();
      PositionKey neighbour = scene.empty();

      Crowd.together(
          PEOPLE,
          person -> {
            ClientCommand receipt =
                scene.command(
                    person % 2 == 0
                        ? move(Movement.RECEIVE, line(position, 1), line(neighbour, 1))
                        : move(Movement.RECEIVE, line(neighbour, 1), line(position, 1)));
            return Scene.done(Scene.applyOn(nodeOf(person), receipt));
          });

      Balance all = new Balance(PEOPLE, 0, 0, 0, PEOPLE);
      assertThat(scene.balance(position)).isEqualTo(all);
      assertThat(scene.balance(neighbour)).isEqualTo(all);
    }
  }
}
