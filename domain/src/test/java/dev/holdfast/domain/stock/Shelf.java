package dev.holdfast.domain.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.StockCommand.Arrival;
import dev.holdfast.domain.stock.StockCommand.ExtendReservation;
import dev.holdfast.domain.stock.StockCommand.MoveStock;
import dev.holdfast.domain.stock.StockCommand.ReserveStock;
import dev.holdfast.domain.stock.StockCommand.SendTransfer;
import dev.holdfast.domain.stock.StockCommand.SettleReservation;
import dev.holdfast.domain.stock.StockCommand.SettleTransfer;
import dev.holdfast.domain.stock.StockCommand.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The stock that a test acts on: one working set, one client, and a clock that the test moves. */
final class Shelf {
  static final ClientId CLIENT = new ClientId(1);
  static final ClientId OTHER_CLIENT = new ClientId(2);
  static final Duration TTL = Duration.ofMinutes(15);

  /** Two places of the same SKU, and another SKU at the first place. */
  static final PositionKey APPLES = PositionKey.of(1, 1);

  static final PositionKey APPLES_ELSEWHERE = PositionKey.of(1, 2);
  static final PositionKey PEARS = PositionKey.of(2, 1);

  final WorkingSet set = new WorkingSet();
  Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private long ids;

  static Line line(PositionKey position, long quantity) {
    return new Line(position, quantity);
  }

  /** A shelf on which so much is physically there and nothing is promised. */
  static Shelf holding(PositionKey position, long onHand) {
    Shelf shelf = new Shelf();
    shelf.load(position, onHand, 0, 0);
    return shelf;
  }

  void load(PositionKey position, long onHand, long reserved, long safetyStock) {
    long shortfall = Math.max(0, reserved - onHand);
    set.load(position, new Balance(onHand, reserved, safetyStock, shortfall, 7));
  }

  Balance balance(PositionKey position) {
    return set.balance(position);
  }

  Decision decide(StockCommand command) {
    return set.decide(command, CLIENT, now);
  }

  Decision.Accepted accepted(StockCommand command) {
    Decision decision = decide(command);
    assertThat(decision).isInstanceOf(Decision.Accepted.class);
    return (Decision.Accepted) decision;
  }

  /** The refusal of a command, which is checked to have changed nothing. */
  Decision.Refused refused(StockCommand command) {
    List<Balance> before = balances();
    Decision decision = decide(command);
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    assertThat(balances()).isEqualTo(before);
    return (Decision.Refused) decision;
  }

  private List<Balance> balances() {
    return List.of(balance(APPLES), balance(APPLES_ELSEWHERE), balance(PEARS));
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  UUID nextId() {
    return new UUID(0, ++ids);
  }

  ReserveStock reserve(Line... lines) {
    return new ReserveStock(nextId(), Arrays.asList(lines), TTL);
  }

  /** A reservation that was accepted. */
  UUID reserved(Line... lines) {
    ReserveStock command = reserve(lines);
    accepted(command);
    return command.id();
  }

  SendTransfer send(int toLocation, Line... lines) {
    return new SendTransfer(nextId(), toLocation, Arrays.asList(lines));
  }

  static MoveStock move(Movement movement, Line... lines) {
    return new MoveStock(movement, Arrays.asList(lines));
  }

  static SettleReservation confirm(UUID id) {
    return new SettleReservation(id, Settlement.CONFIRM);
  }

  static SettleReservation release(UUID id) {
    return new SettleReservation(id, Settlement.RELEASE);
  }

  static SettleReservation expire(UUID id) {
    return new SettleReservation(id, Settlement.EXPIRE);
  }

  static ExtendReservation extend(UUID id, Duration timeToLive) {
    return new ExtendReservation(id, timeToLive);
  }

  static SettleTransfer receive(UUID id) {
    return new SettleTransfer(id, Arrival.RECEIVE);
  }

  static SettleTransfer cancel(UUID id) {
    return new SettleTransfer(id, Arrival.CANCEL);
  }
}
