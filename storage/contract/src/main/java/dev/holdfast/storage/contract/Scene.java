package dev.holdfast.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reservation.ReservationTerms;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.domain.stock.StockCommand.MoveStock;
import dev.holdfast.domain.stock.StockCommand.ReserveStock;
import dev.holdfast.domain.stock.StockCommand.SendTransfer;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.CommandResult.Settled;
import dev.holdfast.storage.api.OrderRow;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.StockLedger;
import dev.holdfast.storage.api.StockReader;
import dev.holdfast.storage.api.StockReader.HistoryRow;
import dev.holdfast.storage.api.StockReader.PositionRow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One new client on the engine under test, and the words in which the tests act for it. */
final class Scene {
  static final Duration QUARTER_HOUR = ReservationTerms.DEFAULT_TIME_TO_LIVE;

  /** Long enough for any machine; a test that waits so long has failed. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Between two looks at the store's clock. */
  private static final Duration POLL = Duration.ofMillis(2);

  private static final AtomicLong KEYS = new AtomicLong();

  final StoreFixture store;
  final ClientId client;
  final int actor;

  Scene(StoreFixture store) {
    this.store = store;
    this.client = store.newClient();
    this.actor = store.newActor(client, "clerk");
  }

  StockLedger ledger() {
    return store.node(0);
  }

  StockReader reader() {
    return store.reader();
  }

  /** A position to which nothing ever happened. */
  PositionKey empty() {
    return PositionKey.of(store.newSku(client), store.newLocation(client));
  }

  /** A position where so much is on hand. */
  PositionKey stocked(long onHand) {
    PositionKey position = empty();
    done(move(Movement.RECEIVE, line(position, onHand)));
    return position;
  }

  static Line line(PositionKey position, long quantity) {
    return new Line(position, quantity);
  }

  static MoveStock move(Movement movement, Line... lines) {
    return new MoveStock(movement, Arrays.asList(lines));
  }

  static ReserveStock reserve(Line... lines) {
    return new ReserveStock(Ids.next(), Arrays.asList(lines), QUARTER_HOUR);
  }

  static ReserveStock reserveFor(Duration timeToLive, Line... lines) {
    return new ReserveStock(Ids.next(), Arrays.asList(lines), timeToLive);
  }

  static SendTransfer send(int toLocation, Line... lines) {
    return new SendTransfer(Ids.next(), toLocation, Arrays.asList(lines));
  }

  /** The command under a key that nobody has used. */
  ClientCommand command(StockCommand command) {
    return command("key-" + KEYS.incrementAndGet(), command);
  }

  ClientCommand command(String key, StockCommand command) {
    return new ClientCommand(client, key, fingerprint(command), actor, null, command);
  }

  /** A change of an order with the row that it leaves. */
  ClientCommand order(OrderRow row, StockCommand change) {
    String key = "key-" + KEYS.incrementAndGet();
    return new ClientCommand(client, key, fingerprint(change), actor, null, change, row);
  }

  /** As the application's: the same request always has the same one. */
  static UUID fingerprint(StockCommand command) {
    return UUID.nameUUIDFromBytes(command.toString().getBytes(StandardCharsets.UTF_8));
  }

  CommandResult apply(ClientCommand command) {
    return applyOn(ledger(), command);
  }

  static CommandResult applyOn(StockLedger ledger, ClientCommand command) {
    List<CommandResult> results = ledger.apply(List.of(command));
    assertThat(results).hasSize(1);
    return results.getFirst();
  }

  /** Applies a batch and checks that every command of it was settled. */
  List<Outcome> settled(List<ClientCommand> batch) {
    List<CommandResult> results = ledger().apply(batch);
    assertThat(results).hasSize(batch.size()).allMatch(Settled.class::isInstance);
    return results.stream().map(result -> ((Settled) result).outcome()).toList();
  }

  Outcome.Done done(StockCommand command) {
    return done(apply(command(command)));
  }

  static Outcome.Done done(CommandResult result) {
    assertThat(result).isInstanceOf(Settled.class);
    Outcome outcome = ((Settled) result).outcome();
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    return (Outcome.Done) outcome;
  }

  Outcome.Refused refused(StockCommand command) {
    return refused(apply(command(command)));
  }

  static Outcome.Refused refused(CommandResult result) {
    assertThat(result).isInstanceOf(Settled.class);
    Outcome outcome = ((Settled) result).outcome();
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return (Outcome.Refused) outcome;
  }

  /** Reserves and answers the reservation's number. */
  UUID reserved(Line... lines) {
    ReserveStock command = reserve(lines);
    done(command);
    return command.id();
  }

  /** A reservation whose time is over by the store's clock, and which nobody has ended yet. */
  UUID overdue(Line... lines) {
    ReserveStock command = reserveFor(Duration.ofMillis(5), lines);
    awaitStoreTime(Objects.requireNonNull(done(command).expiresAt()));
    return command.id();
  }

  /** Waits for the store's clock, which no test can move. */
  void awaitStoreTime(Instant time) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (store.now().isBefore(time)) {
      assertThat(System.nanoTime()).as("the store's clock stands still").isLessThan(deadline);
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  Balance balance(PositionKey position) {
    return reader().position(client, position).map(PositionRow::balance).orElse(Balance.EMPTY);
  }

  /** The whole history of a position, oldest first. */
  List<HistoryRow> history(PositionKey position) {
    List<HistoryRow> rows =
        allPages(after -> reader().history(client, position, after, Page.MAX_LIMIT));
    return rows.reversed();
  }

  /** Reads page after page until the end. */
  static <T> List<T> allPages(PageSource<T> source) {
    List<T> all = new ArrayList<>();
    Page<T> page = source.page(null);
    all.addAll(page.items());
    while (page.next() != null) {
      assertThat(page.items()).as("a page before the last one").isNotEmpty();
      page = source.page(page.next());
      all.addAll(page.items());
    }
    return all;
  }

  /** Reads the page behind a cursor. */
  interface PageSource<T> {
    Page<T> page(@Nullable String after);
  }
}
