package dev.holdfast.storage.contract;

import dev.holdfast.domain.order.OrderState;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand.ChangeOrder;
import dev.holdfast.domain.stock.StockCommand.Hold;
import dev.holdfast.domain.stock.StockCommand.Return;
import dev.holdfast.storage.api.OrderRow;
import dev.holdfast.storage.contract.RandomCommands.Memory;
import dev.holdfast.storage.contract.RandomCommands.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Random orders and changes of them: most expect the version that the generator believes in, some
 * another; they end what others hold, twice, or what is nobody's; two may share a number.
 */
final class RandomOrders {
  /** After every time by which a random order must leave. */
  static final Instant END = Instant.parse("2031-01-01T00:00:00Z");

  private static final Instant BEGIN = Instant.parse("2030-01-01T00:00:00Z");

  private final Random random;
  private @Nullable ChangeOrder change;

  RandomOrders(Random random) {
    this.random = random;
  }

  /** The change that leads to the order that was made last. */
  ChangeOrder change() {
    return Objects.requireNonNull(change);
  }

  /** A new order, or a known one changed. */
  OrderRow next(Party party, Memory memory) {
    OrderRow before = random.nextInt(3) == 0 ? null : latest(memory.orders);
    UUID id = before == null ? Ids.next() : before.id();
    String number = before == null ? "N" + id : before.number();
    long expected = before == null ? 0 : before.version();
    if (random.nextInt(12) == 0) {
      expected = random.nextInt(3);
    }
    OrderRow other = latest(memory.orders);
    if (before == null && other != null && random.nextInt(10) == 0) {
      number = other.number();
    }
    change =
        new ChangeOrder(
            id, number, expected, ends(memory), ends(memory), holds(party, memory), returns(party));
    OrderRow row =
        new OrderRow(
            id,
            number,
            OrderState.ofNumber(random.nextInt(OrderState.values().length)),
            expected + 1,
            random.nextBoolean() ? LocalDate.of(2030, 1, 1 + random.nextInt(28)) : null,
            random.nextBoolean() ? BEGIN.plusSeconds(random.nextInt(5)) : null,
            party.locations().subList(0, random.nextInt(party.locations().size() + 1)),
            random.nextBoolean() ? "swift" : null,
            random.nextBoolean() ? "ground" : null,
            "{\"n\":" + random.nextInt(1000) + "}");
    memory.orders.add(row);
    return row;
  }

  private @Nullable OrderRow latest(List<OrderRow> rows) {
    int size = rows.size();
    return size == 0 ? null : rows.get(size - 1 - random.nextInt(Math.min(size, 6)));
  }

  /** Mostly none; else some of what was claimed lately, by shoppers and orders alike. */
  private List<UUID> ends(Memory memory) {
    List<UUID> ids = new ArrayList<>();
    while (random.nextInt(3) == 0) {
      int size = memory.reservations.size();
      ids.add(
          size == 0
              ? Ids.next()
              : memory.reservations.get(size - 1 - random.nextInt(Math.min(size, 8))));
    }
    return ids;
  }

  private List<Hold> holds(Party party, Memory memory) {
    List<Hold> holds = new ArrayList<>();
    while (random.nextInt(5) < 2) {
      Hold hold = new Hold(Ids.next(), lines(party));
      memory.reservations.add(hold.id());
      holds.add(hold);
    }
    return holds;
  }

  private List<Return> returns(Party party) {
    return random.nextInt(8) > 0
        ? List.of()
        : lines(party).stream().map(line -> new Return(line, random.nextBoolean())).toList();
  }

  private List<Line> lines(Party party) {
    List<Line> lines = new ArrayList<>();
    do {
      long sku = party.skus().get(random.nextInt(party.skus().size()));
      int location = party.locations().get(random.nextInt(party.locations().size()));
      lines.add(new Line(PositionKey.of(sku, location), 1 + random.nextInt(5)));
    } while (random.nextInt(2) == 0);
    return lines;
  }
}
