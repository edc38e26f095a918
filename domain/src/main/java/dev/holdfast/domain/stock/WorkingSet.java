package dev.holdfast.domain.stock;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.stock.lot.Lots;
import dev.holdfast.domain.transfer.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The positions, reservations, transfers and orders that one batch works on, as they are after the
 * commands decided so far.
 *
 * <p>An engine loads what it has locked, decides command by command in arrival order, and writes
 * the entries of the accepted ones together with {@link #changed()}. One thread at a time.
 */
public final class WorkingSet {
  private final Map<PositionKey, Balance> balances = new HashMap<>();
  private final Map<PositionKey, Balance> changed = new HashMap<>();
  private final Map<Subject, Reservation> reservations = new HashMap<>();
  private final Map<Subject, Transfer> transfers = new HashMap<>();

  private final Map<Subject, StoredOrder> orders = new HashMap<>(0);
  private final Map<OrderNumber, StoredOrder> numbered = new HashMap<>(0);
  private final Map<PositionKey, LotTrack> lots = new HashMap<>(0);

  /** A reservation, transfer or order of one client: another client's is another thing. */
  private record Subject(ClientId client, UUID id) {}

  private record OrderNumber(ClientId client, String number) {}

  /** Adds a locked position. */
  public void load(PositionKey position, Balance balance) {
    balances.put(position, balance);
  }

  /**
   * Adds the lots of a locked position. An engine does so for every position to which goods may
   * come or whose lots a command names; lots of other positions need not be known, because they
   * follow from what is on hand.
   */
  public void load(PositionKey position, Lots stored) {
    lots.put(position, new LotTrack(position, stored));
  }

  /** Adds a reservation all of whose positions are locked. */
  public void load(Reservation reservation) {
    reservations.put(new Subject(reservation.client(), reservation.id()), reservation);
  }

  /** Adds a transfer whose positions at both ends are locked. */
  public void load(Transfer transfer) {
    transfers.put(new Subject(transfer.client(), transfer.id()), transfer);
  }

  /** Adds a locked order. */
  public void load(StoredOrder order) {
    orders.put(new Subject(order.client(), order.id()), order);
    numbered.put(new OrderNumber(order.client(), order.number()), order);
  }

  /** The balance of a position now; empty for one that does not exist. */
  public Balance balance(PositionKey position) {
    return balances.getOrDefault(position, Balance.EMPTY);
  }

  /** The positions that accepted commands changed, with their latest balance. */
  public Map<PositionKey, Balance> changed() {
    return changed;
  }

  /** How lots are to be kept after the accepted commands, in key order. */
  public List<LotChange> lotChanges() {
    if (lots.isEmpty()) {
      return List.of();
    }
    List<LotChange> changes = new ArrayList<>();
    new TreeMap<>(lots).values().forEach(track -> track.addChanges(changes));
    return changes;
  }

  /** What is left of a lot, with so many on hand. */
  long leftOfLot(PositionKey position, String lot, long onHand) {
    LotTrack track = lots.get(position);
    return track == null ? 0 : track.left(lot, onHand);
  }

  @Nullable Reservation reservation(UUID id, ClientId client) {
    return reservations.get(new Subject(client, id));
  }

  @Nullable Transfer transfer(UUID id, ClientId client) {
    return transfers.get(new Subject(client, id));
  }

  @Nullable StoredOrder order(UUID id, ClientId client) {
    return orders.get(new Subject(client, id));
  }

  @Nullable StoredOrder orderNumbered(String number, ClientId client) {
    return numbered.get(new OrderNumber(client, number));
  }

  /**
   * Decides one command and, if it is accepted, takes its effect into the set.
   *
   * @param now the database's clock, read after the positions were locked
   */
  public Decision decide(StockCommand command, ClientId client, Instant now) {
    Decision decision = Decider.decide(command, client, this, now);
    if (decision instanceof Decision.Accepted accepted) {
      take(accepted);
      if (!lots.isEmpty()) {
        follow(command, accepted.entries());
      }
    }
    return decision;
  }

  private void follow(StockCommand command, List<LedgerEntry> entries) {
    StockCommand.MoveStock move =
        command instanceof StockCommand.MoveStock moved && !moved.lots().isEmpty() ? moved : null;
    for (int i = 0; i < entries.size(); i++) {
      LotTrack track = lots.get(entries.get(i).position());
      if (track != null) {
        // A movement has one entry for each of its lines.
        track.follow(entries.get(i), move == null ? null : move.lot(i));
      }
    }
    if (command instanceof StockCommand.ChangeOrder change) {
      for (LotPick pick : change.picks()) {
        LotTrack track = lots.get(pick.position());
        if (track != null && leaves(entries, pick.position())) {
          track.picked(pick);
        }
      }
    }
  }

  /** Nothing is picked that the order did not hand over: not of another client either. */
  private static boolean leaves(List<LedgerEntry> entries, PositionKey position) {
    for (LedgerEntry entry : entries) {
      if (entry.kind() == EntryKind.CONFIRMED && entry.position().equals(position)) {
        return true;
      }
    }
    return false;
  }

  private void take(Decision.Accepted accepted) {
    for (LedgerEntry entry : accepted.entries()) {
      balances.put(entry.position(), entry.after());
      changed.put(entry.position(), entry.after());
    }
    Reservation reservation = accepted.reservation();
    if (reservation != null) {
      load(reservation);
    }
    Transfer transfer = accepted.transfer();
    if (transfer != null) {
      load(transfer);
    }
    Decision.OrderEffect order = accepted.order();
    if (order != null) {
      load(order.order());
      order.held().forEach(this::load);
      order.ended().forEach(this::load);
    }
  }
}
