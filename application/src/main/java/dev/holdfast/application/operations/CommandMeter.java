package dev.holdfast.application.operations;

import dev.holdfast.application.lanes.LaneListener;
import dev.holdfast.application.lanes.WrittenBatch;
import dev.holdfast.domain.stock.Outcome;
import dev.holdfast.storage.api.CommandResult;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts commands and how long they take, from being handed over to their result. Safe for any
 * number of threads.
 */
public final class CommandMeter implements LaneListener {
  private final Latencies latencies = new Latencies();
  private final LongAdder batches = new LongAdder();
  private final LongAdder refusals = new LongAdder();
  private final LongAdder unknowns = new LongAdder();

  /**
   * What was counted since the start.
   *
   * @param latencies of all commands, whatever became of them
   * @param refusals commands that the stock did not allow
   * @param unknowns commands whose fate is not known
   */
  public record Counts(LatencyCounts latencies, long batches, long refusals, long unknowns) {
    static final Counts NONE = new Counts(LatencyCounts.NONE, 0, 0, 0);

    Counts since(Counts earlier) {
      return new Counts(
          latencies.since(earlier.latencies),
          batches - earlier.batches,
          refusals - earlier.refusals,
          unknowns - earlier.unknowns);
    }
  }

  @Override
  public void batch(WrittenBatch batch) {
    int refused = 0;
    int unknown = 0;
    for (int i = 0; i < batch.size(); i++) {
      latencies.add(batch.waitedNanos()[i] + batch.storeNanos());
      switch (batch.results().get(i)) {
        case CommandResult.Settled settled when settled.outcome() instanceof Outcome.Refused ->
            refused++;
        case CommandResult.Unknown lost -> unknown++;
        default -> {}
      }
    }
    batches.increment();
    refusals.add(refused);
    unknowns.add(unknown);
  }

  /** What was counted since the start. */
  public Counts counts() {
    return new Counts(latencies.counts(), batches.sum(), refusals.sum(), unknowns.sum());
  }
}
