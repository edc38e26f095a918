package dev.holdfast.application.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.holdfast.application.operations.HotPositions.Heat;
import dev.holdfast.domain.stock.Balance;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.Outcome.AppliedLine;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.StockCommand.SettleReservation;
import dev.holdfast.domain.stock.StockCommand.Settlement;
import dev.holdfast.storage.api.CommandResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class HotPositionsTest {
  private static final PositionKey MUG = PositionKey.of(1, 1);
  private static final PositionKey LAMP = PositionKey.of(2, 1);

  private long nanos = -5;
  private final HotPositions hot = new HotPositions(() -> nanos);

  private void pass(int seconds) {
    nanos += Duration.ofSeconds(seconds).toNanos();
  }

  private void receive(PositionKey position, int times) {
    for (int i = 0; i < times; i++) {
      hot.batch(Batches.of(Batches.DONE, Batches.receive(position)));
    }
  }

  private double rate(PositionKey position) {
    return hot.top(10).stream()
        .filter(one -> one.place().position().equals(position))
        .mapToDouble(Heat::commandsPerSecond)
        .sum();
  }

  @Test
  void theHottestComesFirstWithItsRateSoFar() {
    receive(LAMP, 20);
    receive(MUG, 60);
    pass(10);

    List<Heat> top = hot.top(10);

    assertThat(top).extracting(one -> one.place().position()).containsExactly(MUG, LAMP);
    assertThat(top).extracting(Heat::commandsPerSecond).containsExactly(6.0, 2.0);
    assertThat(top.getFirst().place().client()).isEqualTo(Batches.CLIENT);
    assertThat(hot.top(1)).hasSize(1);
  }

  @Test
  void twoWindowsAreToldAndNothingOlder() {
    receive(MUG, 90);
    pass(40);
    receive(MUG, 30);
    assertThat(rate(MUG)).isEqualTo(120 / 40.0);
    pass(20);
    // A minute after the beginning, its first half is forgotten.
    assertThat(rate(MUG)).isEqualTo(30 / 30.0);
    pass(29);
    assertThat(rate(MUG)).isCloseTo(30 / 59.0, within(1e-9));
    pass(1);
    assertThat(hot.top(10)).isEmpty();
  }

  @Test
  void afterALongSilenceNothingIsHot() {
    receive(MUG, 90);
    pass(10_000);
    assertThat(hot.top(10)).isEmpty();
    receive(LAMP, 31);
    pass(1);
    assertThat(hot.top(10)).extracting(one -> one.place().position()).containsExactly(LAMP);
  }

  @Test
  void aCommandCountsOnceForEachOfItsPositions() {
    hot.batch(Batches.of(Batches.DONE, Batches.receive(MUG, LAMP, MUG)));
    pass(1);
    assertThat(rate(MUG)).isEqualTo(1);
    assertThat(rate(LAMP)).isEqualTo(1);
  }

  @Test
  void anEndingCountsWhereItChangedSomething() {
    SettleReservation confirm = new SettleReservation(new UUID(1, 2), Settlement.CONFIRM);
    AppliedLine line = new AppliedLine(MUG, 1, new Balance(1, 0, 0, 0, 3));
    Outcome done = new Outcome.Done(Instant.EPOCH, confirm.id(), null, List.of(line));
    hot.batch(Batches.of(new CommandResult.Settled(done, false), confirm));
    hot.batch(Batches.of(new CommandResult.Unknown("lost"), confirm));
    pass(1);
    assertThat(rate(MUG)).isEqualTo(1);
  }

  @Test
  void whatTheStoreNeverSawCountsNowhere() {
    hot.batch(Batches.of(new CommandResult.NoEffect("away"), Batches.receive(MUG)));
    assertThat(hot.top(10)).isEmpty();
  }

  @Test
  void aCrowdOfColdPositionsNeitherHidesAHotOneNorLooksHot() {
    Random random = new Random(1);
    int commands = 60_000;
    for (int i = 0; i < commands; i++) {
      PositionKey cold = PositionKey.of(10 + random.nextInt(1_000_000), 1);
      receive(i % 100 == 0 ? MUG : cold, 1);
    }
    pass(1);

    List<Heat> top = hot.top(10);

    double share = (double) commands / HotPositions.COUNTERS;
    assertThat(top.getFirst().place().position()).isEqualTo(MUG);
    assertThat(top.getFirst().commandsPerSecond()).isBetween(600 - share, 600.0);
    assertThat(top.get(1).commandsPerSecond()).isLessThan(5);
  }
}
