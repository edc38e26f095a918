package dev.holdfast.domain.stock;

import dev.holdfast.domain.stock.lot.LotMark;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that somebody wants done to stock. All lines of a command succeed or none does. */
public sealed interface StockCommand {
  /**
   * A movement without reservation or transfer.
   *
   * @param lots which lot a line is about, by the line's index; goods are received into lots, and
   *     written off from one lot by a single line
   */
  record MoveStock(Movement movement, List<Line> lines, Map<Integer, LotMark> lots)
      implements StockCommand {
    /**
     * Checks that the lots go with the lines.
     *
     * @throws IllegalArgumentException when they do not
     */
    public MoveStock {
      boolean fits =
          lots.isEmpty()
              || movement == Movement.RECEIVE
              || (movement == Movement.WRITE_OFF && lines.size() == 1);
      if (!fits) {
        throw new IllegalArgumentException("lots that do not go with a movement: " + movement);
      }
    }

    /** A movement that is about no lot. */
    public MoveStock(Movement movement, List<Line> lines) {
      this(movement, lines, Map.of());
    }

    /** The lot that a line is about; null where none. */
    @Nullable LotMark lot(int line) {
      return lots.isEmpty() ? null : lots.get(line);
    }
  }

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

  /**
   * An order is placed or changed with the stock that it holds: first the released reservations end
   * and give back, then the holds claim, then the confirmed ones are handed over, then goods come
   * back. All of it happens or nothing.
   *
   * @param order the order's identifier, which the caller chooses
   * @param number what people call the order, unique for its client; never changes
   * @param expectedVersion the version that the order has now; 0 for a new one
   * @param release reservations to end: the order's own, or a shopper's that it takes over
   * @param confirm reservations of the order that are handed over; not those made here
   * @param picks from which lots the confirmed goods were taken; what is not named here left
   *     first-expired-first-out
   */
  record ChangeOrder(
      UUID order,
      String number,
      long expectedVersion,
      List<UUID> release,
      List<UUID> confirm,
      List<Hold> holds,
      List<Return> returns,
      List<LotPick> picks)
      implements StockCommand {
    /** A change that names no lots. */
    public ChangeOrder(
        UUID order,
        String number,
        long expectedVersion,
        List<UUID> release,
        List<UUID> confirm,
        List<Hold> holds,
        List<Return> returns) {
      this(order, number, expectedVersion, release, confirm, holds, returns, List.of());
    }

    /** What is claimed, hold by hold. */
    public List<Line> heldLines() {
      return holds.stream().flatMap(hold -> hold.lines().stream()).toList();
    }

    /** What comes back. */
    public List<Line> returnedLines() {
      return returns.stream().map(Return::line).toList();
    }
  }

  /** A new reservation of an order. The caller chooses its identifier. */
  record Hold(UUID id, List<Line> lines) {}

  /**
   * Goods of an order that come back.
   *
   * @param writtenOff whether they are of no use any more: then they leave again at once
   */
  record Return(Line line, boolean writtenOff) {}

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
