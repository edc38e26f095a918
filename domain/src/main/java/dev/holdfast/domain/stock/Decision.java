package dev.holdfast.domain.stock;

import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.transfer.Transfer;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the rules say to one command. */
public sealed interface Decision {
  /**
   * The command is done by writing these.
   *
   * @param entries ledger entries in line order; empty when nothing moved (an extension)
   * @param reservation the reservation as it now is, when the command concerns one
   * @param transfer the transfer as it now is, when the command concerns one
   * @param order what becomes of an order's reservations, when the command changes an order
   */
  record Accepted(
      List<LedgerEntry> entries,
      @Nullable Reservation reservation,
      @Nullable Transfer transfer,
      @Nullable OrderEffect order)
      implements Decision {
    /** What a command that concerns no order does. */
    public Accepted(
        List<LedgerEntry> entries, @Nullable Reservation reservation, @Nullable Transfer transfer) {
      this(entries, reservation, transfer, null);
    }
  }

  /**
   * What a change of an order leaves beside its entries.
   *
   * @param order as it now is
   * @param subjects of each entry, in the order of entries: its reservation; for goods that came
   *     back the order
   * @param held the reservations that are new
   * @param ended those that are over now
   */
  record OrderEffect(
      StoredOrder order, List<UUID> subjects, List<Reservation> held, List<Reservation> ended) {}

  /** The command has no effect, and why. */
  record Refused(Refusal refusal, List<LineRefusal> lines) implements Decision {}
}
