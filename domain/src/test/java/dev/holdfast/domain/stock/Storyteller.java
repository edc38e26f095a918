package dev.holdfast.domain.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.reservation.Reservation;
import dev.holdfast.domain.stock.StockCommand.Arrival;
import dev.holdfast.domain.stock.StockCommand.Settlement;
import dev.holdfast.domain.transfer.Transfer;
import dev.holdfast.domain.transfer.TransferState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Turns random steps into commands on few positions, and keeps what was accepted. */
final class Storyteller {
  /** Two SKUs at two locations: few, so that commands meet. */
  static final List<PositionKey> POSITIONS =
      List.of(
          PositionKey.of(1, 1), PositionKey.of(1, 2), PositionKey.of(2, 1), PositionKey.of(2, 2));

  private final Shelf shelf = new Shelf();
  private final List<LedgerEntry> ledger = new ArrayList<>();
  private final Map<UUID, Reservation> reservations = new LinkedHashMap<>();
  private final Map<UUID, Transfer> transfers = new LinkedHashMap<>();
  private final Map<UUID, StoredOrder> orders = new LinkedHashMap<>();

  /** What somebody does. */
  enum Verb {
    MOVE,
    RESERVE,
    SETTLE,
    EXTEND,
    SEND,
    ARRIVE,
    PLACE,
    CHANGE
  }

  /** One random step: the numbers choose among what there is when it is told. */
  record Step(Verb verb, int what, int where, long first, long second, int secondsLater) {}

  /** Does one step; answers the entries that it left, none when it was refused. */
  List<LedgerEntry> tell(Step step) {
    shelf.pass(Duration.ofSeconds(step.secondsLater()));
    StockCommand command = command(step);
    List<Balance> before = balances();
    Decision decision = shelf.decide(command);
    if (!(decision instanceof Decision.Accepted accepted)) {
      assertThat(balances()).as("a refusal has no effect").isEqualTo(before);
      return List.of();
    }
    ledger.addAll(accepted.entries());
    if (accepted.reservation() != null) {
      reservations.put(accepted.reservation().id(), accepted.reservation());
    }
    if (accepted.transfer() != null) {
      transfers.put(accepted.transfer().id(), accepted.transfer());
    }
    Decision.OrderEffect order = accepted.order();
    if (order != null) {
      orders.put(order.order().id(), order.order());
      order.held().forEach(one -> reservations.put(one.id(), one));
      order.ended().forEach(one -> reservations.put(one.id(), one));
    }
    return accepted.entries();
  }

  private StockCommand command(Step step) {
    PositionKey position = POSITIONS.get(step.where() % POSITIONS.size());
    PositionKey second = POSITIONS.get(step.what() % POSITIONS.size());
    Line line = new Line(position, step.first());
    List<Line> lines =
        step.what() % 3 == 0 ? List.of(line) : List.of(line, new Line(second, step.second()));
    Duration timeToLive = Duration.ofSeconds(step.second() % 300 + 1);
    return switch (step.verb()) {
      case MOVE -> move(step, lines);
      case RESERVE -> new StockCommand.ReserveStock(shelf.nextId(), lines, timeToLive);
      case SETTLE ->
          new StockCommand.SettleReservation(
              pick(reservations, step.where()), pick(Settlement.values(), step.what()));
      case EXTEND ->
          new StockCommand.ExtendReservation(pick(reservations, step.where()), timeToLive);
      case SEND -> new StockCommand.SendTransfer(shelf.nextId(), 1 + step.what() % 2, lines);
      case ARRIVE ->
          new StockCommand.SettleTransfer(
              pick(transfers, step.where()), pick(Arrival.values(), step.what()));
      case PLACE -> {
        UUID id = shelf.nextId();
        yield new StockCommand.ChangeOrder(
            id, "N" + id, 0, List.of(), List.of(), holds(lines), List.of());
      }
      case CHANGE -> change(step, lines);
    };
  }

  /** Ends something and claims something, or takes something back. */
  private StockCommand change(Step step, List<Line> lines) {
    UUID id = pick(orders, step.where());
    StoredOrder known = orders.get(id);
    List<UUID> ends = List.of(pick(reservations, step.what()));
    boolean releases = step.first() % 2 == 0;
    return new StockCommand.ChangeOrder(
        id,
        "N" + id,
        known == null ? 0 : known.version(),
        releases ? ends : List.of(),
        releases ? List.of() : ends,
        step.second() % 2 == 0 ? holds(lines) : List.of(),
        step.second() % 5 == 0
            ? lines.stream()
                .map(line -> new StockCommand.Return(line, step.first() % 3 == 0))
                .toList()
            : List.of());
  }

  private List<StockCommand.Hold> holds(List<Line> lines) {
    return lines.stream()
        .map(line -> new StockCommand.Hold(shelf.nextId(), List.of(line)))
        .toList();
  }

  private static StockCommand move(Step step, List<Line> lines) {
    Movement movement = pick(Movement.values(), step.what());
    if (movement == Movement.ADJUST && step.where() % 2 == 0) {
      lines = lines.stream().map(line -> new Line(line.position(), -line.quantity())).toList();
    }
    return new StockCommand.MoveStock(movement, lines);
  }

  private UUID pick(Map<UUID, ?> known, int choice) {
    List<UUID> ids = List.copyOf(known.keySet());
    return ids.isEmpty() ? shelf.nextId() : ids.get(choice % ids.size());
  }

  private static <T> T pick(T[] values, int choice) {
    return values[choice % values.length];
  }

  private List<Balance> balances() {
    return POSITIONS.stream().map(shelf::balance).toList();
  }

  Balance balance(PositionKey position) {
    return shelf.balance(position);
  }

  List<LedgerEntry> ledger(PositionKey position) {
    return ledger.stream().filter(entry -> entry.position().equals(position)).toList();
  }

  long activelyReserved(PositionKey position) {
    return reservations.values().stream()
        .filter(Reservation::isActive)
        .flatMap(reservation -> reservation.lines().stream())
        .filter(line -> line.position().equals(position))
        .mapToLong(Line::quantity)
        .sum();
  }

  long onHandEverywhere() {
    return balances().stream().mapToLong(Balance::onHand).sum();
  }

  long inTransit() {
    return transfers.values().stream()
        .filter(transfer -> transfer.state() == TransferState.IN_TRANSIT)
        .flatMap(transfer -> transfer.lines().stream())
        .mapToLong(Line::quantity)
        .sum();
  }
}
