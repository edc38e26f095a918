package dev.holdfast.domain.stock;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.transfer.Transfer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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

  /** A reservation, transfer or order of one client: another client's is another thing. */
  private record Subject(ClientId client, UUID id) {}

  private record OrderNumber(ClientId client, String number) {}

  /** Adds a locked position. */
  public void load(PositionKey position, Balance balance) {
    balances.put(position, balance);
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
    }
    return decision;
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
