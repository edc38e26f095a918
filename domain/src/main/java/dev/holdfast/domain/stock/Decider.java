package dev.holdfast.domain.stock;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.reservation.ReservationState;
import dev.holdfast.domain.stock.StockCommand.Arrival;
import dev.holdfast.domain.stock.StockCommand.ChangeOrder;
import dev.holdfast.domain.stock.StockCommand.ExtendReservation;
import dev.holdfast.domain.stock.StockCommand.MoveStock;
import dev.holdfast.domain.stock.StockCommand.ReserveStock;
import dev.holdfast.domain.stock.StockCommand.SendTransfer;
import dev.holdfast.domain.stock.StockCommand.SettleReservation;
import dev.holdfast.domain.stock.StockCommand.SettleTransfer;
import dev.holdfast.domain.stock.StockCommand.Settlement;
import dev.holdfast.domain.stock.lot.LotMark;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.domain.transfer.TransferState;
import java.time.Instant;
import java.util.List;

/** What a command does to stock: the one place that decides, for every engine. Pure. */
final class Decider {
  private Decider() {}

  static Decision decide(StockCommand command, ClientId client, WorkingSet set, Instant now) {
    return switch (command) {
      case ReserveStock reserve -> reserve(reserve, client, set, now);
      case MoveStock move -> move(move, set);
      case SettleReservation settle -> settle(settle, client, set, now);
      case ExtendReservation extend -> extend(extend, client, set, now);
      case SendTransfer send -> send(send, client, set, now);
      case SettleTransfer settle -> settle(settle, client, set);
      case ChangeOrder change -> OrderRules.change(change, client, set, now);
    };
  }

  private static Decision reserve(
      ReserveStock command, ClientId client, WorkingSet set, Instant now) {
    List<Line> lines = command.lines();
    Draft draft = new Draft(set, lines.size());
    for (int i = 0; i < lines.size(); i++) {
      claimLine(i, lines.get(i), draft);
    }
    Decision.Refused refused = draft.refused();
    if (refused != null) {
      return refused;
    }
    Reservation reservation =
        new Reservation(
            command.id(),
            client,
            ReservationState.ACTIVE,
            lines,
            now,
            now.plus(command.timeToLive()));
    return new Decision.Accepted(draft.entries(), reservation, null);
  }

  static void claimLine(int index, Line line, Draft draft) {
    Balance before = draft.balance(line.position());
    if (line.quantity() > before.availableToPromise()) {
      draft.refuse(index, line, before.availableToPromise(), Refusal.INSUFFICIENT_STOCK);
    } else {
      draft.enter(line, EntryKind.RESERVED, before, before.claimed(0, line.quantity()));
    }
  }

  private static Decision move(MoveStock command, WorkingSet set) {
    List<Line> lines = command.lines();
    Draft draft = new Draft(set, lines.size());
    for (int i = 0; i < lines.size(); i++) {
      LotMark lot = command.lot(i);
      if (lot != null && command.movement() == Movement.WRITE_OFF) {
        MovementRules.writeOff(lot, i, lines.get(i), set, draft);
      } else {
        MovementRules.work(command.movement(), i, lines.get(i), draft);
      }
    }
    Decision.Refused refused = draft.refused();
    return refused != null ? refused : new Decision.Accepted(draft.entries(), null, null);
  }

  private static Decision settle(
      SettleReservation command, ClientId client, WorkingSet set, Instant now) {
    Reservation found = set.reservation(command.id(), client);
    if (found == null) {
      return refuse(Refusal.NOT_FOUND);
    }
    if (found.order() != null) {
      return refuse(Refusal.HELD_BY_ORDER);
    }
    boolean over = !now.isBefore(found.expiresAt());
    Settlement settlement = command.settlement();
    if (found.state() == ReservationState.EXPIRED
        || (found.state() == ReservationState.ACTIVE && settlement == Settlement.CONFIRM && over)) {
      return refuse(Refusal.RESERVATION_EXPIRED);
    }
    if (found.state() != ReservationState.ACTIVE) {
      return refuse(Refusal.RESERVATION_ENDED);
    }
    if (settlement == Settlement.EXPIRE && !over) {
      return refuse(Refusal.NOT_DUE);
    }
    Draft draft = new Draft(set, found.lines().size());
    for (int i = 0; i < found.lines().size(); i++) {
      settleLine(settlement, i, found.lines().get(i), draft);
    }
    Decision.Refused refused = draft.refused();
    return refused != null
        ? refused
        : new Decision.Accepted(draft.entries(), found.in(endState(settlement)), null);
  }

  static void settleLine(Settlement settlement, int index, Line line, Draft draft) {
    Balance before = draft.balance(line.position());
    if (settlement != Settlement.CONFIRM) {
      EntryKind kind = settlement == Settlement.RELEASE ? EntryKind.RELEASED : EntryKind.EXPIRED;
      draft.enter(line, kind, before, before.corrected(0, -line.quantity()));
    } else if (line.quantity() > before.onHand()) {
      draft.refuse(index, line, before.onHand(), Refusal.NOT_ON_HAND);
    } else {
      draft.enter(
          line, EntryKind.CONFIRMED, before, before.corrected(-line.quantity(), -line.quantity()));
    }
  }

  private static ReservationState endState(Settlement settlement) {
    return switch (settlement) {
      case CONFIRM -> ReservationState.CONFIRMED;
      case RELEASE -> ReservationState.RELEASED;
      case EXPIRE -> ReservationState.EXPIRED;
    };
  }

  private static Decision extend(
      ExtendReservation command, ClientId client, WorkingSet set, Instant now) {
    Reservation found = set.reservation(command.id(), client);
    if (found == null) {
      return refuse(Refusal.NOT_FOUND);
    }
    if (found.order() != null) {
      return refuse(Refusal.HELD_BY_ORDER);
    }
    if (found.state() == ReservationState.EXPIRED
        || (found.state() == ReservationState.ACTIVE && !now.isBefore(found.expiresAt()))) {
      return refuse(Refusal.RESERVATION_EXPIRED);
    }
    if (found.state() != ReservationState.ACTIVE) {
      return refuse(Refusal.RESERVATION_ENDED);
    }
    Instant asked = now.plus(command.timeToLive());
    Instant expiry = asked.isAfter(found.expiresAt()) ? asked : found.expiresAt();
    return new Decision.Accepted(List.of(), found.until(expiry), null);
  }

  private static Decision send(SendTransfer command, ClientId client, WorkingSet set, Instant now) {
    List<Line> lines = command.lines();
    Draft draft = new Draft(set, lines.size());
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      Balance before = draft.balance(line.position());
      if (line.quantity() > before.unreserved()) {
        draft.refuse(i, line, before.unreserved(), Refusal.INSUFFICIENT_STOCK);
      } else {
        draft.enter(line, EntryKind.TRANSFERRED_OUT, before, before.claimed(-line.quantity(), 0));
      }
    }
    Decision.Refused refused = draft.refused();
    if (refused != null) {
      return refused;
    }
    Transfer transfer =
        new Transfer(
            command.id(), client, TransferState.IN_TRANSIT, command.toLocation(), lines, now);
    return new Decision.Accepted(draft.entries(), null, transfer);
  }

  private static Decision settle(SettleTransfer command, ClientId client, WorkingSet set) {
    Transfer found = set.transfer(command.id(), client);
    if (found == null) {
      return refuse(Refusal.NOT_FOUND);
    }
    if (found.state() != TransferState.IN_TRANSIT) {
      return refuse(Refusal.TRANSFER_ENDED);
    }
    boolean received = command.arrival() == Arrival.RECEIVE;
    Draft draft = new Draft(set, found.lines().size());
    for (int i = 0; i < found.lines().size(); i++) {
      Line sent = found.lines().get(i);
      Line line = received ? new Line(found.destination(sent), sent.quantity()) : sent;
      MovementRules.add(i, line, EntryKind.TRANSFERRED_IN, draft);
    }
    Decision.Refused refused = draft.refused();
    TransferState end = received ? TransferState.RECEIVED : TransferState.CANCELLED;
    return refused != null ? refused : new Decision.Accepted(draft.entries(), null, found.in(end));
  }

  static Decision.Refused refuse(Refusal refusal) {
    return new Decision.Refused(refusal, List.of());
  }
}
