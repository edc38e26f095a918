package dev.holdfast.domain.stock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.StockCommand.MoveStock;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

final class RecountProperties {
  private static final PositionKey POSITION = PositionKey.of(7, 3);

  @Property
  void aFileCountsAsACommandDoes(
      @ForAll @LongRange(min = 0, max = 1_000) long onHand,
      @ForAll @LongRange(min = 0, max = 1_000) long reserved,
      @ForAll @LongRange(min = 0, max = 50) long safetyStock,
      @ForAll @LongRange(min = 0, max = 1_000) long counted,
      @ForAll @LongRange(min = 0, max = 50) long withheld) {
    Balance before = new Balance(onHand, reserved, safetyStock, Math.max(0, reserved - onHand), 12);

    Balance afterCount = Recount.counted(before, counted);
    assertThat(afterCount).isEqualTo(decided(Movement.COUNT, before, counted));
    assertThat(Recount.withSafetyStock(afterCount, withheld))
        .isEqualTo(decided(Movement.SET_SAFETY_STOCK, afterCount, withheld));
  }

  private static Balance decided(Movement movement, Balance before, long quantity) {
    WorkingSet set = new WorkingSet();
    set.load(POSITION, before);
    set.decide(
        new MoveStock(movement, List.of(new Line(POSITION, quantity))),
        new ClientId(1),
        Instant.EPOCH);
    return set.balance(POSITION);
  }
}
