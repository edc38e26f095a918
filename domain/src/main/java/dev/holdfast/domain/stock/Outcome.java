package dev.holdfast.domain.stock;

import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.transfer.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is kept and answered about one command: it was done, or it was refused. */
public sealed interface Outcome {
  /** The database's time at which the command was decided. */
  Instant at();

  /**
   * The command took effect.
   *
   * @param subject the reservation, transfer or order concerned, null for a plain movement
   * @param expiresAt when an active reservation ends, null otherwise
   * @param lines the positions acted on, with their balance and version afterwards
   */
  record Done(
      Instant at, @Nullable UUID subject, @Nullable Instant expiresAt, List<AppliedLine> lines)
      implements Outcome {}

  /** The command had no effect. */
  record Refused(Instant at, Refusal refusal, List<LineRefusal> lines) implements Outcome {}

  /** One line's position after the command. */
  record AppliedLine(PositionKey position, long quantity, Balance after) {}

  /** The outcome of a decision that {@code set} has just taken. */
  static Outcome of(StockCommand command, Decision decision, WorkingSet set, Instant at) {
    return switch (decision) {
      case Decision.Refused refused -> new Refused(at, refused.refusal(), refused.lines());
      case Decision.Accepted accepted -> done(command, accepted, set, at);
    };
  }

  private static Done done(
      StockCommand command, Decision.Accepted accepted, WorkingSet set, Instant at) {
    Decision.OrderEffect order = accepted.order();
    if (order != null) {
      return changed(order, accepted.entries(), at);
    }
    Reservation reservation = accepted.reservation();
    Transfer transfer = accepted.transfer();
    List<Line> lines =
        switch (command) {
          case StockCommand.MoveStock move -> move.lines();
          case StockCommand.ReserveStock reserve -> reserve.lines();
          case StockCommand.SendTransfer send -> send.lines();
          default -> reservation != null ? reservation.lines() : List.of();
        };
    List<AppliedLine> applied = new ArrayList<>(accepted.entries().size());
    if (accepted.entries().isEmpty()) {
      for (Line line : lines) {
        applied.add(
            new AppliedLine(line.position(), line.quantity(), set.balance(line.position())));
      }
    }
    for (int i = 0; i < accepted.entries().size(); i++) {
      LedgerEntry entry = accepted.entries().get(i);
      long quantity = i < lines.size() ? lines.get(i).quantity() : entry.onHandDelta();
      applied.add(new AppliedLine(entry.position(), quantity, entry.after()));
    }
    UUID subject = reservation != null ? reservation.id() : transfer != null ? transfer.id() : null;
    Instant expiresAt =
        reservation != null && reservation.isActive() ? reservation.expiresAt() : null;
    return new Done(at, subject, expiresAt, applied);
  }

  private static Done changed(Decision.OrderEffect order, List<LedgerEntry> entries, Instant at) {
    List<AppliedLine> applied = new ArrayList<>(entries.size());
    for (LedgerEntry entry : entries) {
      long quantity = Math.max(Math.abs(entry.onHandDelta()), Math.abs(entry.reservedDelta()));
      applied.add(new AppliedLine(entry.position(), quantity, entry.after()));
    }
    return new Done(at, order.order().id(), null, applied);
  }
}
