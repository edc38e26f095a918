package dev.holdfast.storage.postgres;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.stock.Decision;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.domain.stock.StockCommand.Arrival;
import dev.holdfast.domain.stock.WorkingSet;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One batch in one transaction: find the positions, lock them in key order, then orders, look up
 * known keys and the time, decide in arrival order, write.
 *
 * <p>Reservations and transfers are read twice: first without a lock, because their lines (which
 * never change) say what to lock; then again once locked, for their state.
 */
final class Batch {
  private final List<ClientCommand> commands;
  private final BatchReads reads;
  private final BatchWrites writes;
  private final Connection connection;
  private final WorkingSet set = new WorkingSet();
  private final TreeMap<PositionKey, ClientId> touched = new TreeMap<>();
  private final TreeMap<PositionKey, ClientId> creatable = new TreeMap<>();
  private final List<CommandResult> results;
  private Map<PositionKey, ClientId> owners = Map.of();
  private Instant now = Instant.EPOCH;

  Batch(Connection connection, List<ClientCommand> commands) {
    this.connection = connection;
    this.commands = commands;
    this.reads = new BatchReads(connection);
    this.writes = new BatchWrites();
    this.results = new ArrayList<>(commands.size());
  }

  List<ClientCommand> commands() {
    return commands;
  }

  List<CommandResult> results() {
    return results;
  }

  /**
   * Locks and decides.
   *
   * @param lookFirst whether to look for stored outcomes before deciding. Without, a key that was
   *     used before makes {@link #commit} fail on its unique index, and the batch must be tried
   *     again with
   * @return false, with nothing changed, when positions must be made before the batch can be
   *     decided
   */
  boolean lockAndDecide(boolean lookFirst) throws SQLException {
    Map<SubjectKey, Reservation> reservations = reads.reservations(commands);
    Map<SubjectKey, Transfer> transfers = reads.transfers(commands);
    for (ClientCommand command : commands) {
      touch(command, reservations, transfers);
    }
    BatchReads.Locked locked = reads.lock(touched.keySet(), set);
    owners = locked.owners();
    if (!owners.keySet().containsAll(creatable.keySet())) {
      creatable.keySet().removeAll(owners.keySet());
      return false;
    }
    Map<CommandKey, BatchReads.Known> decided =
        lookFirst ? reads.outcomes(commands) : HashMap.newHashMap(commands.size());
    // One that appeared since the first reading is not there yet: its positions are not locked.
    if (!reservations.isEmpty()) {
      Map<SubjectKey, Reservation> now = reads.reservations(commands);
      now.keySet().retainAll(reservations.keySet());
      now.values().forEach(set::load);
    }
    if (!transfers.isEmpty()) {
      Map<SubjectKey, Transfer> now = reads.transfers(commands);
      now.keySet().retainAll(transfers.keySet());
      now.values().forEach(set::load);
    }
    OrderWrites.lock(connection, commands, set);
    LotWrites.load(connection, commands, owners.keySet(), set);
    now = locked.now();
    for (ClientCommand command : commands) {
      results.add(decide(command, decided));
    }
    return true;
  }

  private void touch(
      ClientCommand from,
      Map<SubjectKey, Reservation> reservations,
      Map<SubjectKey, Transfer> transfers) {
    switch (from.command()) {
      case StockCommand.ReserveStock reserve -> touch(from, reserve.lines(), false);
      case StockCommand.MoveStock move ->
          touch(from, move.lines(), move.movement().mayCreatePosition());
      case StockCommand.SendTransfer send -> touch(from, send.lines(), false);
      case StockCommand.SettleReservation settle ->
          touch(from, lines(reservations.get(new SubjectKey(from.client(), settle.id()))), false);
      case StockCommand.ExtendReservation extend ->
          touch(from, lines(reservations.get(new SubjectKey(from.client(), extend.id()))), false);
      case StockCommand.SettleTransfer settle -> {
        Transfer transfer = transfers.get(new SubjectKey(from.client(), settle.id()));
        if (transfer != null) {
          touchEnds(from, transfer, settle.arrival() == Arrival.RECEIVE);
        }
      }
      case StockCommand.ChangeOrder change -> touchOrder(from, change, reservations);
    }
  }

  private void touchOrder(
      ClientCommand from,
      StockCommand.ChangeOrder change,
      Map<SubjectKey, Reservation> reservations) {
    for (UUID id : change.release()) {
      touch(from, lines(reservations.get(new SubjectKey(from.client(), id))), false);
    }
    for (UUID id : change.confirm()) {
      touch(from, lines(reservations.get(new SubjectKey(from.client(), id))), false);
    }
    touch(from, change.heldLines(), false);
    touch(from, change.returnedLines(), true);
  }

  private static List<Line> lines(@Nullable Reservation reservation) {
    return reservation == null ? List.of() : reservation.lines();
  }

  private void touch(ClientCommand from, List<Line> lines, boolean mayCreate) {
    for (Line line : lines) {
      touched.put(line.position(), from.client());
      if (mayCreate) {
        creatable.put(line.position(), from.client());
      }
    }
  }

  private void touchEnds(ClientCommand from, Transfer transfer, boolean receive) {
    touch(from, transfer.lines(), false);
    for (Line line : transfer.lines()) {
      PositionKey destination = transfer.destination(line);
      touched.put(destination, from.client());
      if (receive) {
        creatable.put(destination, from.client());
      }
    }
  }

  private CommandResult decide(ClientCommand from, Map<CommandKey, BatchReads.Known> decided) {
    CommandKey key = new CommandKey(from.client(), from.key());
    BatchReads.Known earlier = decided.get(key);
    if (earlier != null) {
      return earlier.fingerprint().equals(from.fingerprint())
          ? new CommandResult.Settled(earlier.outcome(), true)
          : new CommandResult.KeyReused();
    }
    if (touchesForeign(from)) {
      return new CommandResult.NoEffect("a position belongs to another client");
    }
    Decision decision = set.decide(from.command(), from.client(), now);
    Outcome outcome = Outcome.of(from.command(), decision, set, now);
    decided.put(key, new BatchReads.Known(from.fingerprint(), outcome));
    writes.add(from, decision, outcome);
    return new CommandResult.Settled(outcome, false);
  }

  /** A last line of defence: the catalogue has resolved every line to the command's own client. */
  private boolean touchesForeign(ClientCommand from) {
    return switch (from.command()) {
      case StockCommand.ReserveStock reserve -> touchesForeign(from, reserve.lines());
      case StockCommand.MoveStock move -> touchesForeign(from, move.lines());
      case StockCommand.SendTransfer send -> touchesForeign(from, send.lines());
      case StockCommand.ChangeOrder change ->
          touchesForeign(from, change.heldLines()) || touchesForeign(from, change.returnedLines());
      default -> false;
    };
  }

  private boolean touchesForeign(ClientCommand from, List<Line> lines) {
    for (Line line : lines) {
      ClientId owner = owners.get(line.position());
      if (owner != null && !owner.equals(from.client())) {
        return true;
      }
    }
    return false;
  }

  /** Writes and commits; what the server warned of, if anything, makes the outcome unknown. */
  @Nullable SQLWarning commit() throws SQLException {
    LotWrites.write(connection, set.lotChanges(), owners, now);
    return writes.commit(connection, set.changed());
  }

  /** Adds empty positions, in key order, so that they can be locked. */
  void makeMissingPositions() throws SQLException {
    BatchWrites.makePositions(connection, creatable);
  }

  /** A reservation or transfer of one client. */
  record SubjectKey(ClientId client, UUID id) {}

  /** An idempotency key of one client. */
  record CommandKey(ClientId client, String key) {}
}
