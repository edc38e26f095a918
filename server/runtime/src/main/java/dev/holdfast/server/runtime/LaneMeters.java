package dev.holdfast.server.runtime;

import dev.holdfast.application.lanes.LaneListener;
import dev.holdfast.application.lanes.WrittenBatch;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.storage.api.CommandResult;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Batches and their commands as metrics. */
final class LaneMeters implements LaneListener {
  private final Timer batchTime;
  private final DistributionSummary batchSize;
  private final Counter done;
  private final Counter refused;
  private final Counter replayed;
  private final Counter keyReused;
  private final Counter noEffect;
  private final Counter unknown;

  LaneMeters(MeterRegistry registry) {
    batchTime =
        Timer.builder("holdfast.batch.seconds")
            .description("Time from the first statement of a batch to its commit")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofNanos(100_000))
            .maximumExpectedValue(Duration.ofSeconds(10))
            .register(registry);
    batchSize =
        DistributionSummary.builder("holdfast.batch.commands")
            .description("Commands written in one transaction")
            .publishPercentileHistogram()
            .minimumExpectedValue(1.0)
            .maximumExpectedValue(512.0)
            .register(registry);
    done = counter(registry, "done");
    refused = counter(registry, "refused");
    replayed = counter(registry, "replayed");
    keyReused = counter(registry, "key-reused");
    noEffect = counter(registry, "no-effect");
    unknown = counter(registry, "unknown");
  }

  private static Counter counter(MeterRegistry registry, String result) {
    return Counter.builder("holdfast.commands")
        .description("Commands answered by the store, by result")
        .tag("result", result)
        .register(registry);
  }

  @Override
  public void batch(WrittenBatch batch) {
    batchTime.record(Duration.ofNanos(batch.storeNanos()));
    batchSize.record(batch.size());
    int doneCount = 0;
    for (CommandResult result : batch.results()) {
      switch (result) {
        case CommandResult.Settled settled when settled.replayed() -> replayed.increment();
        case CommandResult.Settled settled when settled.outcome() instanceof Outcome.Done ->
            doneCount++;
        case CommandResult.Settled settled -> refused.increment();
        case CommandResult.KeyReused reused -> keyReused.increment();
        case CommandResult.NoEffect none -> noEffect.increment();
        case CommandResult.Unknown lost -> unknown.increment();
      }
    }
    done.increment(doneCount);
  }
}
