package dev.holdfast.application.order;

import dev.holdfast.domain.fulfilment.carton.CartonType;
import dev.holdfast.domain.fulfilment.carton.PackedCarton;
import dev.holdfast.domain.fulfilment.carton.Placement;
import dev.holdfast.domain.fulfilment.carton.Size;
import dev.holdfast.domain.fulfilment.sourcing.Alternative;
import dev.holdfast.domain.order.Carriage;
import dev.holdfast.domain.order.Delivery;
import dev.holdfast.domain.order.FloorMarks;
import dev.holdfast.domain.order.Order;
import dev.holdfast.domain.order.OrderLine;
import dev.holdfast.domain.order.OrderState;
import dev.holdfast.domain.order.Part;
import dev.holdfast.domain.order.PlanNotes;
import dev.holdfast.domain.order.Preferences;
import dev.holdfast.domain.order.ShipTo;
import dev.holdfast.domain.order.Shipment;
import dev.holdfast.domain.order.Step;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.PositionKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Orders with everything that an order can have. */
final class RandomOrders {
  private static final String TEXTS = "aZ9 \"\\\n/é水🎁{}[],:";

  private final Random random;

  RandomOrders(long seed) {
    random = new Random(seed);
  }

  Order next() {
    return new Order(
        id(),
        text(),
        1 + random.nextInt(100),
        new Delivery(
            new ShipTo(maybe(this::text), maybe(this::text), text(), "US", random.nextBoolean()),
            maybe(this::day),
            new Preferences(some(this::text), some(this::text), random.nextInt(5))),
        maybe(this::id),
        new PlanNotes("USD", amount(), random.nextBoolean(), some(this::alternative)),
        several(this::line),
        several(this::shipment),
        several(() -> new Step(state(), instant(), maybe(this::text))),
        some(random::nextLong));
  }

  private Shipment shipment() {
    Carriage carriage =
        new Carriage(
            text(),
            text(),
            day(),
            instant(),
            day(),
            new Carriage.Cost(amount(), amount(), -amount(), amount()),
            some(this::carton),
            some(() ->
                new Carriage.OtherService(
                    text(), text(), maybe(this::amount), maybe(this::day), text())));
    FloorMarks floor =
        new FloorMarks(
            maybe(this::id),
            maybe(this::id),
            some(this::text),
            some(() -> new FloorMarks.LotShare(side(), text(), maybe(this::day), amount())),
            maybe(this::instant),
            maybe(this::instant));
    return new Shipment(id(), several(this::part), state(), carriage, floor);
  }

  private OrderLine line() {
    return new OrderLine(
        1 + random.nextInt(1_000), random.nextInt(1_000), 1 + random.nextInt(1_000), amount());
  }

  private Part part() {
    PositionKey position = PositionKey.of(1 + random.nextInt(999), 1 + random.nextInt(99));
    return new Part(random.nextInt(9), new Line(position, 1 + amount()), amount());
  }

  private PackedCarton carton() {
    Size inner = new Size(side(), side(), side());
    Size outer = new Size(inner.lengthMm() + 5, inner.widthMm() + 5, inner.heightMm() + 9);
    CartonType type = new CartonType(text(), outer, inner, 120, 20_000, amount());
    List<Placement> items =
        several(
            () -> new Placement(side(), side(), side(), side(), side(), side(), random.nextInt(9)));
    return new PackedCarton(type, items, amount(), amount());
  }

  private Alternative alternative() {
    Alternative.Kind[] kinds = Alternative.Kind.values();
    return new Alternative(some(this::text), kinds[random.nextInt(kinds.length)], text(), amount());
  }

  private OrderState state() {
    return OrderState.ofNumber(random.nextInt(OrderState.values().length));
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private String text() {
    StringBuilder text = new StringBuilder("t");
    int[] points = TEXTS.codePoints().toArray();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
    }
    return text.toString();
  }

  private LocalDate day() {
    return LocalDate.ofEpochDay(20_000 + random.nextInt(2_000));
  }

  private Instant instant() {
    return Instant.ofEpochSecond(
        1_700_000_000L + random.nextInt(99_999_999), random.nextInt(1_000));
  }

  private long amount() {
    return random.nextLong(1_000_000_000_000L);
  }

  private int side() {
    return 1 + random.nextInt(900);
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <T> List<T> some(Supplier<T> value) {
    return random.nextBoolean() ? List.of() : several(value);
  }

  private <T> List<T> several(Supplier<T> value) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      list.add(value.get());
    }
    return list;
  }
}
