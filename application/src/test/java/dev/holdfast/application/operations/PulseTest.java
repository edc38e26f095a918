package dev.holdfast.application.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.operations.Reading.Gauges;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.domain.stock.Refusal;
import dev.holdfast.domain.stock.StockCommand;
import dev.holdfast.storage.api.CommandResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PulseTest {
  private static final Instant START = Instant.parse("2026-11-21T09:00:00Z");

  private Duration passed = Duration.ZERO;
  private Gauges gauges = new Gauges(null, 0, 0, true);
  private final Latencies lookups = new Latencies();
  private final CommandMeter commands = new CommandMeter();
  private final Pulse pulse = new Pulse(this::read);

  private Reading read() {
    // A clock that has overflowed is as good as any other.
    long nanos = Long.MAX_VALUE - 1_000 + passed.toNanos();
    return new Reading(START.plus(passed), nanos, lookups.counts(), commands.counts(), gauges);
  }

  private Sample beat() {
    passed = passed.plus(Pulse.STEP);
    pulse.beat();
    return pulse.latest();
  }

  @Test
  void whereNothingHappensNothingIsMeasured() {
    Sample sample = beat();

    assertThat(sample.at()).isEqualTo(START.plusSeconds(5));
    assertThat(sample.rates()).isEqualTo(new Sample.Rates(0, 0, 0, 0));
    assertThat(sample.times()).isEqualTo(new Sample.Times(null, null, null, null));
  }

  @Test
  void aSampleTellsOfItsOwnTimeOnly() {
    StockCommand receive = Batches.receive(PositionKey.of(1, 1));
    Outcome no = new Outcome.Refused(Instant.EPOCH, Refusal.INSUFFICIENT_STOCK, List.of());
    List<CommandResult> results =
        List.of(
            Batches.DONE,
            Batches.DONE,
            new CommandResult.Settled(no, false),
            new CommandResult.Unknown("lost"));
    commands.batch(Batches.of(results, List.of(receive, receive, receive, receive)));
    commands.batch(Batches.of(Batches.DONE, receive));
    for (int i = 0; i < 50; i++) {
      lookups.add(20_000);
    }
    gauges = new Gauges(Duration.ofMillis(12), 3, 4, false);

    Sample sample = beat();

    assertThat(sample.rates()).isEqualTo(new Sample.Rates(10, 1, 0.2, 0.2));
    long took = Batches.WAITED_NANOS + Batches.STORE_NANOS;
    assertThat(sample.times().commandP50().toNanos()).isBetween(took, took * 17 / 16);
    assertThat(sample.times().commandP99()).isEqualTo(sample.times().commandP50());
    assertThat(sample.times().lookupP99().toNanos()).isBetween(20_000L, 21_500L);
    assertThat(sample.times().batchSizeMean()).isEqualTo(2.5);
    assertThat(sample.gauges()).isEqualTo(gauges);
    assertThat(beat().rates()).isEqualTo(new Sample.Rates(0, 0, 0, 0));
  }

  @Test
  void aLateBeatCoversMoreTime() {
    for (int i = 0; i < 50; i++) {
      lookups.add(1);
    }
    passed = passed.plusSeconds(20);

    assertThat(beat().rates().lookups()).isEqualTo(2);
  }

  @Test
  void beforeTheFirstSampleThereIsWhatThereIs() {
    lookups.add(1);
    passed = Duration.ofSeconds(1);

    assertThat(pulse.latest().rates().lookups()).isEqualTo(1);
    assertThat(pulse.history()).isEmpty();
  }

  @Test
  void theOldestSampleMakesRoomAndListenersHearAll() {
    List<Sample> heard = new ArrayList<>();
    pulse.addListener(heard::add);
    for (int i = 0; i < Pulse.SAMPLES + 3; i++) {
      beat();
    }

    assertThat(heard).hasSize(Pulse.SAMPLES + 3);
    assertThat(pulse.history()).isEqualTo(heard.subList(3, heard.size()));
  }
}
