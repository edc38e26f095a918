package dev.holdfast.domain.stock;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Something that somebody wants done to stock. All lines of a command succeed or none does. */
public sealed interface StockCommand {
  /** A movement without reservation or transfer. */
  record MoveStock(Movement movement, List<Line> lines) implements StockCommand {}

  /** A claim on every line for a time. The caller chooses the reservation's identifier. */
  record ReserveStock(UUID id, List<Line> lines, Duration timeToLive) implements StockCommand {}

  /** An end for an active reservation. */
  record SettleReservation(UUID id, Settlement settlement) implements StockCommand {}

  /** A later expiry for an active reservation, counted from now; never an earlier one. */
  record ExtendReservation(UUID id, Duration timeToLive) implements StockCommand {}

  /** Goods leave their positions for another location; they are in transit until received. */
  record SendTransfer(UUID id, int toLocation, List<Line> lines) implements StockCommand {}

  /** An end for a transfer in transit. */
  record SettleTransfer(UUID id, Arrival arrival) implements StockCommand {}

  /** How a reservation ends. */
  enum Settlement {
    /** Handed over: the goods leave. Refused once expired. */
    CONFIRM,
    /** Given back by its owner. */
    RELEASE,
    /** Its time is over by the database's clock. */
    EXPIRE
  }

  /** How a transfer ends. */
  enum Arrival {
    /** Received at its destination. */
    RECEIVE,
    /** Turned round: received where it came from. */
    CANCEL
  }
}
