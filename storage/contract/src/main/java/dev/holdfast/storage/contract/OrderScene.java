package dev.holdfast.storage.contract;

import dev.holdfast.domain.order.OrderState;
import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.StockCommand.ChangeOrder;
import dev.holdfast.domain.stock.StockCommand.Hold;
import dev.holdfast.domain.stock.StockCommand.Return;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.OrderRow;
import dev.holdfast.storage.api.OrderStore.Stored;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One order on the engine under test, put together part by part. */
final class OrderScene {
  static final LocalDate PROMISED = LocalDate.of(2030, 5, 17);
  static final Instant SHIP_BY = Instant.parse("2030-05-15T16:00:00Z");

  final Scene scene;
  final UUID id = Ids.next();
  String number = "order " + id;
  OrderState state = OrderState.PLACED;
  @Nullable Instant shipBy = SHIP_BY;
  List<Integer> locations = List.of();
  long expected;

  private final List<UUID> release = new ArrayList<>();
  private final List<UUID> confirm = new ArrayList<>();
  private final List<Hold> holds = new ArrayList<>();
  private final List<Return> returns = new ArrayList<>();

  OrderScene(Scene scene) {
    this.scene = scene;
  }

  /** Adds a claim to the next change; answers its reservation's number. */
  UUID hold(Line... lines) {
    Hold hold = new Hold(Ids.next(), Arrays.asList(lines));
    holds.add(hold);
    return hold.id();
  }

  OrderScene release(UUID reservation) {
    release.add(reservation);
    return this;
  }

  OrderScene confirm(UUID reservation) {
    confirm.add(reservation);
    return this;
  }

  OrderScene comesBack(Line line, boolean writtenOff) {
    returns.add(new Return(line, writtenOff));
    return this;
  }

  OrderRow row() {
    return new OrderRow(
        id,
        number,
        state,
        expected + 1,
        PROMISED,
        shipBy,
        locations,
        "swift",
        "ground",
        "{\"of\":\"version " + (expected + 1) + "\"}");
  }

  /** What was put together since the last change, under a key that nobody has used. */
  ClientCommand next() {
    ChangeOrder change =
        new ChangeOrder(
            id,
            number,
            expected,
            List.copyOf(release),
            List.copyOf(confirm),
            List.copyOf(holds),
            List.copyOf(returns));
    release.clear();
    confirm.clear();
    holds.clear();
    returns.clear();
    return scene.order(row(), change);
  }

  Outcome.Done done() {
    Outcome.Done done = Scene.done(scene.apply(next()));
    expected++;
    return done;
  }

  Outcome.Refused refused() {
    return Scene.refused(scene.apply(next()));
  }

  Optional<Stored> stored() {
    return scene.store.orders().find(scene.client, id);
  }
}
