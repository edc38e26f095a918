package dev.holdfast.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.reservation.ReservationState;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.domain.transfer.TransferState;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.CommandResult.Settled;
import dev.holdfast.storage.api.OrderStore;
import dev.holdfast.storage.api.OrderStore.OrderFilter;
import dev.holdfast.storage.api.OrderStore.Stored;
import dev.holdfast.storage.api.StockLedger;
import dev.holdfast.storage.api.StockReader;
import dev.holdfast.storage.api.StockReader.HistoryRow;
import dev.holdfast.storage.api.StockReader.PositionRow;
import dev.holdfast.storage.api.StockReader.ReservationFilter;
import dev.holdfast.storage.api.StockReader.TransferFilter;
import dev.holdfast.storage.contract.RandomCommands.Memory;
import dev.holdfast.storage.contract.RandomCommands.Party;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * An engine and the reference model side by side on the same random commands. Time is the engine's:
 * the model decides each command at the moment at which the engine says that it did.
 */
final class Comparison {
  private static final int PARTIES = 3;
  private static final int PAGE = 7;

  private final StoreFixture store;
  private final StockLedger engine;
  private final StockReader reader;
  private final ReferenceLedger model;
  private final List<Party> parties = new ArrayList<>();
  private final Memory memory = new Memory();
  private final RandomCommands commands;

  Comparison(StoreFixture store, StockLedger engine, long seed) {
    this.store = store;
    this.engine = engine;
    this.reader = store.reader();
    this.model = new ReferenceLedger(InstantSource.system(), (client, actor) -> "clerk");
    for (int i = 0; i < PARTIES; i++) {
      parties.add(Party.on(store));
    }
    this.commands = new RandomCommands(seed, parties, memory);
  }

  /** Applies so many batches, then compares everything that can be read. */
  void run(int batches) {
    for (int i = 0; i < batches; i++) {
      List<ClientCommand> batch = commands.batch();
      List<CommandResult> results = engine.apply(batch);
      assertThat(results).hasSize(batch.size());
      for (int j = 0; j < batch.size(); j++) {
        CommandResult expected = model.apply(batch.get(j), timeOf(results.get(j)));
        assertThat(results.get(j))
            .as("command %s of batch %s, %s, of %s", j, i, batch.get(j), batch)
            .isEqualTo(expected);
      }
    }
    parties.forEach(this::compareReads);
    LedgerInvariants.check(reader, clients());
    repeatEverything();
  }

  private static Instant timeOf(CommandResult result) {
    return result instanceof Settled settled ? settled.outcome().at() : Instant.EPOCH;
  }

  private List<ClientId> clients() {
    return parties.stream().map(Party::client).toList();
  }

  private void compareReads(Party party) {
    ClientId client = party.client();
    assertThat(positions(reader, client)).isEqualTo(positions(model, client));
    for (long sku : party.skus()) {
      for (int location : party.locations()) {
        PositionKey position = PositionKey.of(sku, location);
        assertThat(reader.position(client, position)).isEqualTo(model.position(client, position));
        assertThat(history(reader, client, position)).isEqualTo(history(model, client, position));
      }
    }
    List<Reservation> reservations = reservations(model, client);
    assertThat(reservations(reader, client)).isEqualTo(reservations);
    assertThat(transfers(reader, client)).isEqualTo(transfers(model, client));
    List<Stored> expected = orders(model, client);
    assertThat(orders(store.orders(), client)).isEqualTo(expected);
    for (Stored one : expected) {
      assertThat(store.orders().findByNumber(client, one.row().number())).contains(one);
    }
  }

  private static List<PositionRow> positions(StockReader from, ClientId client) {
    List<PositionRow> rows =
        Scene.allPages(after -> from.positions(client, Listing.ANY, after, PAGE));
    rows.addAll(Scene.allPages(after -> from.positions(client, Listing.SHORTFALLS, after, 1)));
    return rows;
  }

  private static List<HistoryRow> history(StockReader from, ClientId client, PositionKey position) {
    return Scene.allPages(after -> from.history(client, position, after, PAGE));
  }

  private static List<Reservation> reservations(StockReader from, ClientId client) {
    List<Reservation> rows =
        Scene.allPages(after -> from.reservations(client, ReservationFilter.ANY, after, PAGE));
    ReservationFilter withOrders = ReservationFilter.ANY.withOrders();
    rows.addAll(Scene.allPages(after -> from.reservations(client, withOrders, after, PAGE)));
    for (ReservationState state : ReservationState.values()) {
      rows.addAll(
          Scene.allPages(
              after -> from.reservations(client, ReservationFilter.in(state), after, PAGE)));
    }
    return rows;
  }

  private static List<Transfer> transfers(StockReader from, ClientId client) {
    List<Transfer> rows =
        Scene.allPages(after -> from.transfers(client, TransferFilter.ANY, after, PAGE));
    for (TransferState state : TransferState.values()) {
      rows.addAll(
          Scene.allPages(after -> from.transfers(client, TransferFilter.in(state), after, PAGE)));
    }
    return rows;
  }

  private static List<Stored> orders(OrderStore from, ClientId client) {
    List<Stored> rows = Scene.allPages(after -> from.list(client, OrderFilter.ANY, after, PAGE));
    OrderFilter due = new OrderFilter(null, null, RandomOrders.END);
    rows.addAll(Scene.allPages(after -> from.list(client, due, after, PAGE)));
    return rows;
  }

  /** One outcome per client and key: sending everything again changes nothing. */
  private void repeatEverything() {
    List<PositionRow> before = new ArrayList<>();
    clients().forEach(client -> before.addAll(positions(reader, client)));
    for (ClientCommand command : memory.commands) {
      assertThat(Scene.applyOn(engine, command))
          .as("again: %s", command)
          .isEqualTo(model.apply(command, Instant.EPOCH));
    }
    List<PositionRow> after = new ArrayList<>();
    clients().forEach(client -> after.addAll(positions(reader, client)));
    assertThat(after).isEqualTo(before);
  }
}
