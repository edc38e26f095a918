package dev.holdfast.domain.stock;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.reservation.ReservationState;
import dev.holdfast.domain.reservation.ReservationTerms;
import dev.holdfast.domain.stock.StockCommand.ChangeOrder;
import dev.holdfast.domain.stock.StockCommand.Hold;
import dev.holdfast.domain.stock.StockCommand.Return;
import dev.holdfast.domain.stock.StockCommand.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a change of an order does to the stock that it holds: gives back, claims, hands over, takes
 * back, in this order, so that a new plan may use what the old one held. One change each.
 *
 * <p>A refused line is counted among all lines of the change, in the order in which they are
 * worked.
 */
final class OrderRules {
  private final ChangeOrder command;
  private final ClientId client;
  private final WorkingSet set;
  private final Instant now;
  private final Draft draft;
  private final List<UUID> subjects = new ArrayList<>();
  private final Map<UUID, Reservation> ended = new LinkedHashMap<>();
  private int line;

  private OrderRules(ChangeOrder command, ClientId client, WorkingSet set, Instant now) {
    this.command = command;
    this.client = client;
    this.set = set;
    this.now = now;
    // More than one line, because a position may be met by several parts of the change.
    this.draft = new Draft(set, 2);
  }

  static Decision change(ChangeOrder command, ClientId client, WorkingSet set, Instant now) {
    return new OrderRules(command, client, set, now).decide();
  }

  private Decision decide() {
    Refusal refusal = version();
    List<Reservation> released = new ArrayList<>(command.release().size());
    List<Reservation> confirmed = new ArrayList<>(command.confirm().size());
    if (refusal == null) {
      refusal = end(command.release(), true, released);
    }
    if (refusal == null) {
      refusal = end(command.confirm(), false, confirmed);
    }
    if (refusal != null) {
      return Decider.refuse(refusal);
    }
    released.forEach(one -> settle(one, Settlement.RELEASE));
    List<Reservation> held = command.holds().stream().map(this::hold).toList();
    confirmed.forEach(one -> settle(one, Settlement.CONFIRM));
    command.returns().forEach(this::takeBack);
    Decision.Refused refused = draft.refused();
    if (refused != null) {
      return refused;
    }
    StoredOrder order =
        new StoredOrder(client, command.order(), command.number(), command.expectedVersion() + 1);
    return new Decision.Accepted(
        draft.entries(),
        null,
        null,
        new Decision.OrderEffect(order, subjects, held, List.copyOf(ended.values())));
  }

  /** Why the order cannot be changed from the expected version; null when it can. */
  private @Nullable Refusal version() {
    StoredOrder stored = set.order(command.order(), client);
    if (command.expectedVersion() == 0) {
      boolean taken = stored != null || set.orderNumbered(command.number(), client) != null;
      return taken ? Refusal.ORDER_EXISTS : null;
    }
    if (stored == null || !stored.number().equals(command.number())) {
      return Refusal.NOT_FOUND;
    }
    return stored.version() == command.expectedVersion() ? null : Refusal.ORDER_CHANGED;
  }

  /** Finds the reservations to end; the first that cannot be is why the change is refused. */
  private @Nullable Refusal end(List<UUID> ids, boolean alsoShoppers, List<Reservation> found) {
    for (UUID id : ids) {
      Reservation one = set.reservation(id, client);
      if (one == null || (one.order() == null && !alsoShoppers)) {
        return Refusal.NOT_FOUND;
      }
      if (one.order() != null && !one.order().equals(command.order())) {
        return Refusal.HELD_BY_ORDER;
      }
      if (one.state() == ReservationState.EXPIRED) {
        return Refusal.RESERVATION_EXPIRED;
      }
      ReservationState end = alsoShoppers ? ReservationState.RELEASED : ReservationState.CONFIRMED;
      if (!one.isActive() || ended.put(id, one.in(end)) != null) {
        return Refusal.RESERVATION_ENDED;
      }
      found.add(one);
    }
    return null;
  }

  private void settle(Reservation one, Settlement settlement) {
    for (Line each : one.lines()) {
      subjects.add(one.id());
      Decider.settleLine(settlement, line++, each, draft);
    }
  }

  private Reservation hold(Hold hold) {
    for (Line each : hold.lines()) {
      subjects.add(hold.id());
      Decider.claimLine(line++, each, draft);
    }
    return new Reservation(
        hold.id(),
        client,
        ReservationState.ACTIVE,
        hold.lines(),
        now,
        now.plus(ReservationTerms.ORDER_TIME_TO_LIVE),
        command.order());
  }

  private void takeBack(Return goods) {
    subjects.add(command.order());
    MovementRules.work(Movement.RETURN, line++, goods.line(), draft);
    if (goods.writtenOff()) {
      subjects.add(command.order());
      MovementRules.work(Movement.WRITE_OFF, line++, goods.line(), draft);
    }
  }
}
