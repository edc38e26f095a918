package dev.holdfast.storage.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.reservation.ReservationState;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.domain.stock.StockCommand.Arrival;
import dev.holdfast.domain.stock.StockCommand.ReserveStock;
import dev.holdfast.domain.stock.StockCommand.SendTransfer;
import dev.holdfast.domain.stock.StockCommand.SettleReservation;
import dev.holdfast.domain.stock.StockCommand.SettleTransfer;
import dev.holdfast.domain.stock.StockCommand.Settlement;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.domain.transfer.TransferState;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.StockLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What a batch sees that had to wait for a lock: one transaction holds a position, a batch on one
 * node waits for it, and meanwhile another node commits something that the waiting batch names.
 */
final class PostgresBatchRaceTest {
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private static PostgresFixture store;

  @BeforeAll
  static void open() {
    store = new PostgresFixture();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  private final ClientId client = store.newClient();
  private final PositionKey held = stocked();
  private final PositionKey free = stocked();

  private PositionKey stocked() {
    PositionKey position = PositionKey.of(store.newSku(client), store.newLocation(client));
    done(store.node(0), new StockCommand.MoveStock(Movement.RECEIVE, lines(position, 10)));
    return position;
  }

  private static List<Line> lines(PositionKey position, long quantity) {
    return List.of(new Line(position, quantity));
  }

  private List<ClientCommand> batch(StockCommand... commands) {
    return Arrays.stream(commands)
        .map(command -> {
          UUID fingerprint = UUID.randomUUID();
          return new ClientCommand(client, fingerprint.toString(), fingerprint, 0, null, command);
        })
        .toList();
  }

  private static Outcome outcome(CommandResult result) {
    assertThat(result).isInstanceOf(CommandResult.Settled.class);
    return ((CommandResult.Settled) result).outcome();
  }

  private void done(StockLedger node, StockCommand command) {
    assertThat(outcome(node.apply(batch(command)).getFirst())).isInstanceOf(Outcome.Done.class);
  }

  /** Applies a batch that must wait for the held position while {@code meanwhile} is committed. */
  private List<Outcome> appliedLate(List<ClientCommand> batch, StockCommand meanwhile)
      throws Exception {
    try (Connection holder = TestServer.superuser(store.target());
        ExecutorService threads = Executors.newSingleThreadExecutor()) {
      holder.setAutoCommit(false);
      TwoClients.texts(
          holder, "select 1 from position where id = " + held.packed() + " for update");
      Future<List<CommandResult>> late = threads.submit(() -> store.node(0).apply(batch));
      awaitWaiting(holder);
      done(store.node(1), meanwhile);
      holder.rollback();
      return late.get().stream().map(PostgresBatchRaceTest::outcome).toList();
    }
  }

  private static void awaitWaiting(Connection holder) throws SQLException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (TwoClients.texts(holder, "select 1 from pg_locks where not granted").isEmpty()) {
      assertThat(System.nanoTime()).as("nobody waits for the lock").isLessThan(deadline);
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void aReservationMadeMeanwhileIsNotFoundOrConfirmedButNeverMisjudged() throws Exception {
    ReserveStock first = new ReserveStock(new UUID(7, 1), lines(held, 2), Duration.ofHours(1));
    ReserveStock second = new ReserveStock(new UUID(7, 2), lines(free, 3), Duration.ofHours(1));
    done(store.node(0), first);

    List<Outcome> outcomes =
        appliedLate(
            batch(
                new SettleReservation(first.id(), Settlement.CONFIRM),
                new SettleReservation(second.id(), Settlement.CONFIRM)),
            second);

    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Done.class);
    assertDoneOrNotFound(outcomes.get(1));
    Reservation kept = store.reader().reservation(client, second.id()).orElseThrow();
    assertThat(kept.state() == ReservationState.CONFIRMED)
        .isEqualTo(outcomes.get(1) instanceof Outcome.Done);
  }

  @Test
  void aTransferSentMeanwhileIsNotFoundOrReceivedButNeverMisjudged() throws Exception {
    int there = store.newLocation(client);
    PositionKey arrival = PositionKey.of(free.skuId(), there);
    done(store.node(0), new StockCommand.MoveStock(Movement.RECEIVE, lines(arrival, 5)));
    SendTransfer first = new SendTransfer(new UUID(7, 3), there, lines(held, 2));
    SendTransfer second = new SendTransfer(new UUID(7, 4), there, lines(free, 3));
    done(store.node(0), first);

    List<Outcome> outcomes =
        appliedLate(
            batch(
                new SettleTransfer(first.id(), Arrival.CANCEL),
                new SettleTransfer(second.id(), Arrival.RECEIVE)),
            second);

    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Done.class);
    assertDoneOrNotFound(outcomes.get(1));
    boolean received = outcomes.get(1) instanceof Outcome.Done;
    Transfer kept = store.reader().transfer(client, second.id()).orElseThrow();
    assertThat(kept.state() == TransferState.RECEIVED).isEqualTo(received);
    assertThat(store.reader().position(client, arrival).orElseThrow().balance().onHand())
        .isEqualTo(received ? 8 : 5);
  }

  private static void assertDoneOrNotFound(Outcome outcome) {
    if (outcome instanceof Outcome.Refused refused) {
      assertThat(refused.refusal()).isEqualTo(Refusal.NOT_FOUND);
    }
  }

  @Test
  void aReservationThatEndedMeanwhileEndsOnce() throws Exception {
    ReserveStock both =
        new ReserveStock(
            new UUID(7, 5), List.of(new Line(held, 2), new Line(free, 1)), Duration.ofHours(1));
    ReserveStock other = new ReserveStock(new UUID(7, 6), lines(free, 1), Duration.ofHours(1));
    done(store.node(0), both);
    done(store.node(0), other);

    List<Outcome> outcomes =
        appliedLate(
            batch(
                new StockCommand.MoveStock(Movement.SELL, lines(held, 1)),
                new SettleReservation(other.id(), Settlement.CONFIRM)),
            new SettleReservation(other.id(), Settlement.RELEASE));

    assertThat(outcomes.get(0)).isInstanceOf(Outcome.Done.class);
    assertThat(((Outcome.Refused) outcomes.get(1)).refusal()).isEqualTo(Refusal.RESERVATION_ENDED);
  }
}
