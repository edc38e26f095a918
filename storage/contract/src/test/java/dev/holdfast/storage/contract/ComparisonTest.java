package dev.holdfast.storage.contract;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.holdfast.domain.stock.Line;
import dev.holdfast.domain.stock.Movement;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.storage.api.ClientCommand;
import dev.holdfast.storage.api.CommandResult;
import dev.holdfast.storage.api.CommandResult.Settled;
import dev.holdfast.storage.api.StockLedger;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The comparison finds engines that are wrong: each of these is, in one way. */
final class ComparisonTest {
  private static final int BATCHES = 80;

  private final ReferenceFixture store = new ReferenceFixture();

  private void assertFound(StockLedger wrong) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> new Comparison(store, wrong, 1).run(BATCHES));
  }

  private static ClientCommand with(ClientCommand from, String key, StockCommand command) {
    return new ClientCommand(
        from.client(), key, from.fingerprint(), from.actor(), from.note(), command, from.order());
  }

  @Test
  void anEngineThatForgetsKeysIsFound() {
    AtomicInteger attempts = new AtomicInteger();
    assertFound(
        store.misreading(
            from -> with(from, from.key() + "/" + attempts.getAndIncrement(), from.command())));
  }

  @Test
  void anEngineThatLosesALineIsFound() {
    assertFound(
        store.misreading(from ->
            from.command() instanceof StockCommand.ReserveStock reserve
                    && reserve.lines().size() > 1
                ? with(
                    from,
                    from.key(),
                    new StockCommand.ReserveStock(
                        reserve.id(), reserve.lines().subList(1, 2), reserve.timeToLive()))
                : from));
  }

  @Test
  void anEngineThatKeepsWhatAnOrderGaveBackIsFound() {
    assertFound(
        store.misreading(from ->
            from.command() instanceof StockCommand.ChangeOrder change
                ? with(
                    from,
                    from.key(),
                    new StockCommand.ChangeOrder(
                        change.order(),
                        change.number(),
                        change.expectedVersion(),
                        List.of(),
                        change.confirm(),
                        change.holds(),
                        change.returns()))
                : from));
  }

  @Test
  void anEngineThatIgnoresSafetyStockIsFound() {
    assertFound(
        store.misreading(from ->
            from.command() instanceof StockCommand.MoveStock move
                    && move.movement() == Movement.SET_SAFETY_STOCK
                ? with(
                    from,
                    from.key(),
                    new StockCommand.MoveStock(
                        move.movement(),
                        move.lines().stream().map(line -> new Line(line.position(), 0)).toList()))
                : from));
  }

  @Test
  void anEngineThatDecidesInAnotherOrderIsFound() {
    assertFound(store.changed(batch -> store.node(0).apply(batch.reversed()).reversed()));
  }

  @Test
  void anEngineThatHidesReplaysIsFound() {
    assertFound(
        store.changed(batch ->
            store.node(0).apply(batch).stream()
                .<CommandResult>map(result ->
                    result instanceof Settled settled
                        ? new Settled(settled.outcome(), false)
                        : result)
                .toList()));
  }

  @Test
  void anEngineThatSkipsACommandIsFound() {
    assertFound(
        store.changed(batch -> {
          List<CommandResult> results = store.node(0).apply(batch.subList(0, 1));
          return Collections.nCopies(batch.size(), results.getFirst());
        }));
  }
}
