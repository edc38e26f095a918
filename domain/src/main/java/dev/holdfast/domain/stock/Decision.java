package dev.holdfast.domain.stock;

import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.transfer.Transfer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules say to one command. */
public sealed interface Decision {
  /**
   * The command is done by writing these.
   *
   * @param entries ledger entries in line order; empty when nothing moved (an extension)
   * @param reservation the reservation as it now is, when the command concerns one
   * @param transfer the transfer as it now is, when the command concerns one
   */
  record Accepted(
      List<LedgerEntry> entries, @Nullable Reservation reservation, @Nullable Transfer transfer)
      implements Decision {}

  /** The command has no effect, and why. */
  record Refused(Refusal refusal, List<LineRefusal> lines) implements Decision {}
}
