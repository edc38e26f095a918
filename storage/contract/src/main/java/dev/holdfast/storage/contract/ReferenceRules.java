package dev.holdfast.storage.contract;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.reservation.ReservationState;
import dev.holdfast.domain.reservation.ReservationTerms;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.EntryKind;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.LineRefusal;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.Outcome.AppliedLine;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.domain.stock.StockCommand.Arrival;
import dev.holdfast.domain.stock.StockCommand.Settlement;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.domain.transfer.TransferState;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.contract.ReferenceStock.Fact;
import dev.holdfast.storage.contract.ReferenceStock.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What each command does, written a second time and in other words than the domain's rules, so that
 * a mistake in one of them shows as a difference.
 */
final class ReferenceRules {
  final ReferenceStock stock = new ReferenceStock();
  final Map<Subject, Reservation> reservations = new LinkedHashMap<>();
  final Map<Subject, Transfer> transfers = new LinkedHashMap<>();
  final ReferenceOrders orders = new ReferenceOrders();

  /** A reservation or transfer of one client: another client's number is another thing. */
  record Subject(ClientId client, UUID id) {}

  Outcome decide(ClientCommand from, Instant at) {
    ClientId client = from.client();
    return switch (from.command()) {
      case StockCommand.MoveStock move -> {
        Work work = new Work(from, at, null);
        move.lines().forEach(line -> work.move(move.movement(), line));
        yield work.finish(null);
      }
      case StockCommand.ReserveStock reserve -> {
        Work work = new Work(from, at, reserve.id());
        reserve.lines().forEach(work::reserve);
        Instant end = at.plus(reserve.timeToLive());
        Outcome outcome = work.finish(end);
        if (outcome instanceof Outcome.Done) {
          keep(
              new Reservation(
                  reserve.id(), client, ReservationState.ACTIVE, reserve.lines(), at, end));
        }
        yield outcome;
      }
      case StockCommand.SettleReservation settle -> settle(from, settle, at);
      case StockCommand.ExtendReservation extend -> extend(from, extend, at);
      case StockCommand.SendTransfer send -> {
        Work work = new Work(from, at, send.id());
        send.lines().forEach(work::send);
        Outcome outcome = work.finish(null);
        if (outcome instanceof Outcome.Done) {
          keep(
              new Transfer(
                  send.id(),
                  client,
                  TransferState.IN_TRANSIT,
                  send.toLocation(),
                  send.lines(),
                  at));
        }
        yield outcome;
      }
      case StockCommand.SettleTransfer settle -> settle(from, settle, at);
      case StockCommand.ChangeOrder change -> change(from, change, at);
    };
  }

  private Outcome change(ClientCommand from, StockCommand.ChangeOrder change, Instant at) {
    Refusal refusal = orders.whyNot(from.client(), change);
    List<Reservation> released = new ArrayList<>();
    List<Reservation> confirmed = new ArrayList<>();
    if (refusal == null) {
      refusal = whyNotEnded(from.client(), change, released, confirmed);
    }
    if (refusal != null) {
      return new Outcome.Refused(at, refusal, List.of());
    }
    Work work = new Work(from, at, change.order());
    for (Reservation one : released) {
      work.under(one.id());
      one.lines().forEach(line -> work.giveBack(line, EntryKind.RELEASED));
    }
    for (StockCommand.Hold hold : change.holds()) {
      work.under(hold.id());
      hold.lines().forEach(work::reserve);
    }
    for (Reservation one : confirmed) {
      work.under(one.id());
      one.lines().forEach(work::handOver);
    }
    work.under(change.order());
    for (StockCommand.Return goods : change.returns()) {
      work.bring(goods.line(), EntryKind.RETURNED);
      if (goods.writtenOff()) {
        work.lose(goods.line(), goods.line().quantity(), EntryKind.WRITTEN_OFF);
      }
    }
    Outcome outcome = work.finish(null);
    if (outcome instanceof Outcome.Done) {
      released.forEach(one -> keep(one.in(ReservationState.RELEASED)));
      confirmed.forEach(one -> keep(one.in(ReservationState.CONFIRMED)));
      for (StockCommand.Hold hold : change.holds()) {
        Instant end = at.plus(ReservationTerms.ORDER_TIME_TO_LIVE);
        keep(
            new Reservation(
                hold.id(),
                from.client(),
                ReservationState.ACTIVE,
                hold.lines(),
                at,
                end,
                change.order()));
      }
      orders.keep(from.client(), Objects.requireNonNull(from.order()), at);
    }
    return outcome;
  }

  /** Looks for everything that should end, in the order in which it is named. */
  private @Nullable Refusal whyNotEnded(
      ClientId client,
      StockCommand.ChangeOrder change,
      List<Reservation> released,
      List<Reservation> confirmed) {
    List<UUID> ids = new ArrayList<>(change.release());
    ids.addAll(change.confirm());
    for (int i = 0; i < ids.size(); i++) {
      boolean toRelease = i < change.release().size();
      Reservation one = reservations.get(new Subject(client, ids.get(i)));
      boolean isShoppers = one != null && one.order() == null;
      if (one == null || (isShoppers && !toRelease)) {
        return Refusal.NOT_FOUND;
      }
      if (!isShoppers && !change.order().equals(one.order())) {
        return Refusal.HELD_BY_ORDER;
      }
      switch (one.state()) {
        case EXPIRED -> {
          return Refusal.RESERVATION_EXPIRED;
        }
        case CONFIRMED, RELEASED -> {
          return Refusal.RESERVATION_ENDED;
        }
        case ACTIVE -> {
          if (ids.subList(0, i).contains(one.id())) {
            return Refusal.RESERVATION_ENDED;
          }
          (toRelease ? released : confirmed).add(one);
        }
      }
    }
    return null;
  }

  private void keep(Reservation reservation) {
    reservations.put(new Subject(reservation.client(), reservation.id()), reservation);
  }

  private void keep(Transfer transfer) {
    transfers.put(new Subject(transfer.client(), transfer.id()), transfer);
  }

  private Outcome settle(ClientCommand from, StockCommand.SettleReservation settle, Instant at) {
    Reservation found = reservations.get(new Subject(from.client(), settle.id()));
    Refusal refusal = whyNot(found, settle.settlement(), at);
    if (found == null || refusal != null) {
      return new Outcome.Refused(at, refusal == null ? Refusal.NOT_FOUND : refusal, List.of());
    }
    Work work = new Work(from, at, found.id());
    for (Line line : found.lines()) {
      switch (settle.settlement()) {
        case CONFIRM -> work.handOver(line);
        case RELEASE -> work.giveBack(line, EntryKind.RELEASED);
        case EXPIRE -> work.giveBack(line, EntryKind.EXPIRED);
      }
    }
    Outcome outcome = work.finish(null);
    if (outcome instanceof Outcome.Done) {
      ReservationState end =
          switch (settle.settlement()) {
            case CONFIRM -> ReservationState.CONFIRMED;
            case RELEASE -> ReservationState.RELEASED;
            case EXPIRE -> ReservationState.EXPIRED;
          };
      keep(found.in(end));
    }
    return outcome;
  }

  private static @Nullable Refusal whyNot(
      @Nullable Reservation found, Settlement settlement, Instant at) {
    if (found == null) {
      return Refusal.NOT_FOUND;
    }
    if (found.order() != null) {
      return Refusal.HELD_BY_ORDER;
    }
    boolean timeIsOver = at.equals(found.expiresAt()) || at.isAfter(found.expiresAt());
    return switch (found.state()) {
      case EXPIRED -> Refusal.RESERVATION_EXPIRED;
      case CONFIRMED, RELEASED -> Refusal.RESERVATION_ENDED;
      case ACTIVE ->
          switch (settlement) {
            case CONFIRM -> timeIsOver ? Refusal.RESERVATION_EXPIRED : null;
            case EXPIRE -> timeIsOver ? null : Refusal.NOT_DUE;
            case RELEASE -> null;
          };
    };
  }

  private Outcome extend(ClientCommand from, StockCommand.ExtendReservation extend, Instant at) {
    Reservation found = reservations.get(new Subject(from.client(), extend.id()));
    // What may be confirmed may be extended, and nothing else.
    Refusal refusal = whyNot(found, Settlement.CONFIRM, at);
    if (found == null || refusal != null) {
      return new Outcome.Refused(at, refusal == null ? Refusal.NOT_FOUND : refusal, List.of());
    }
    Instant asked = at.plus(extend.timeToLive());
    Instant later = asked.compareTo(found.expiresAt()) > 0 ? asked : found.expiresAt();
    keep(found.until(later));
    List<AppliedLine> lines = new ArrayList<>();
    for (Line line : found.lines()) {
      lines.add(new AppliedLine(line.position(), line.quantity(), stock.balance(line.position())));
    }
    return new Outcome.Done(at, found.id(), later, lines);
  }

  private Outcome settle(ClientCommand from, StockCommand.SettleTransfer settle, Instant at) {
    Transfer found = transfers.get(new Subject(from.client(), settle.id()));
    if (found == null) {
      return new Outcome.Refused(at, Refusal.NOT_FOUND, List.of());
    }
    if (found.state() != TransferState.IN_TRANSIT) {
      return new Outcome.Refused(at, Refusal.TRANSFER_ENDED, List.of());
    }
    boolean received = settle.arrival() == Arrival.RECEIVE;
    Work work = new Work(from, at, found.id());
    for (Line line : found.lines()) {
      int where = received ? found.toLocation() : line.position().locationId();
      PositionKey end = PositionKey.of(line.position().skuId(), where);
      work.bring(new Line(end, line.quantity()), EntryKind.TRANSFERRED_IN);
    }
    Outcome outcome = work.finish(null);
    if (outcome instanceof Outcome.Done) {
      TransferState end = received ? TransferState.RECEIVED : TransferState.CANCELLED;
      keep(found.in(end));
    }
    return outcome;
  }

  /** The lines of one command: each either becomes a fact or a reason why nothing happens. */
  private final class Work {
    private final ReferenceStock.Attempt attempt = stock.new Attempt();
    private final Origin from;
    private Origin by;
    private final List<AppliedLine> applied = new ArrayList<>();
    private final List<LineRefusal> refused = new ArrayList<>();
    private int lineIndex = -1;

    Work(ClientCommand from, Instant at, @Nullable UUID subject) {
      this.from = new Origin(at, from.actor(), from.note(), subject);
      this.by = this.from;
    }

    /** What happens from here on belongs to another subject than the command. */
    void under(UUID subject) {
      by = new Origin(from.at(), from.actor(), from.note(), subject);
    }

    void move(Movement movement, Line line) {
      switch (movement) {
        case RECEIVE -> bring(line, EntryKind.RECEIVED);
        case RETURN -> bring(line, EntryKind.RETURNED);
        case ADJUST -> {
          if (line.quantity() >= 0) {
            bring(line, EntryKind.ADJUSTED);
          } else {
            lose(line, -line.quantity(), EntryKind.ADJUSTED);
          }
        }
        case WRITE_OFF -> lose(line, line.quantity(), EntryKind.WRITTEN_OFF);
        case SELL -> takeUnreserved(line, EntryKind.SOLD);
        case COUNT -> {
          long found = line.quantity() - attempt.balance(line.position()).onHand();
          happen(true, 0, line, EntryKind.COUNTED, found, 0, null, null);
        }
        case SET_SAFETY_STOCK ->
            happen(true, 0, line, EntryKind.SAFETY_STOCK_SET, 0, 0, line.quantity(), null);
      }
    }

    void reserve(Line line) {
      Balance now = attempt.balance(line.position());
      long free = atLeastNone(now.onHand() - now.safetyStock() - now.reserved());
      boolean enough = free >= line.quantity();
      happen(
          enough,
          free,
          line,
          EntryKind.RESERVED,
          0,
          line.quantity(),
          null,
          Refusal.INSUFFICIENT_STOCK);
    }

    void send(Line line) {
      takeUnreserved(line, EntryKind.TRANSFERRED_OUT);
    }

    private void takeUnreserved(Line line, EntryKind kind) {
      Balance now = attempt.balance(line.position());
      long free = atLeastNone(now.onHand() - now.reserved());
      boolean enough = free >= line.quantity();
      happen(enough, free, line, kind, -line.quantity(), 0, null, Refusal.INSUFFICIENT_STOCK);
    }

    private void lose(Line line, long quantity, EntryKind kind) {
      long here = attempt.balance(line.position()).onHand();
      happen(here >= quantity, here, line, kind, -quantity, 0, null, Refusal.NOT_ON_HAND);
    }

    void bring(Line line, EntryKind kind) {
      long room = Balance.MAX_ON_HAND - attempt.balance(line.position()).onHand();
      long quantity = line.quantity();
      happen(room >= quantity, room, line, kind, quantity, 0, null, Refusal.POSITION_FULL);
    }

    void handOver(Line line) {
      long here = attempt.balance(line.position()).onHand();
      long quantity = line.quantity();
      happen(
          here >= quantity,
          here,
          line,
          EntryKind.CONFIRMED,
          -quantity,
          -quantity,
          null,
          Refusal.NOT_ON_HAND);
    }

    void giveBack(Line line, EntryKind kind) {
      happen(true, 0, line, kind, 0, -line.quantity(), null, null);
    }

    private static long atLeastNone(long quantity) {
      return quantity < 0 ? 0 : quantity;
    }

    private void happen(
        boolean possible,
        long available,
        Line line,
        EntryKind kind,
        long onHandDelta,
        long reservedDelta,
        @Nullable Long safetyStock,
        @Nullable Refusal otherwise) {
      lineIndex++;
      PositionKey position = line.position();
      if (possible || otherwise == null) {
        attempt.add(position, new Fact(kind, onHandDelta, reservedDelta, safetyStock, by));
        applied.add(new AppliedLine(position, line.quantity(), attempt.balance(position)));
      } else {
        long version = stock.facts(position).size();
        refused.add(
            new LineRefusal(lineIndex, position, line.quantity(), available, version, otherwise));
      }
    }

    Outcome finish(@Nullable Instant expiresAt) {
      if (!refused.isEmpty()) {
        return new Outcome.Refused(from.at(), refused.getFirst().reason(), refused);
      }
      attempt.makeTrue();
      return new Outcome.Done(from.at(), from.subject(), expiresAt, applied);
    }
  }
}
