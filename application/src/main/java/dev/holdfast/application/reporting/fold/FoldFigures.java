package dev.holdfast.application.reporting.fold;

import dev.holdfast.storage.api.FactBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.LongAdder;

/** How folding fares on this node, for metrics. Safe for several threads. */
public final class FoldFigures {
  private final LongAdder windows = new LongAdder();
  private final LongAdder facts = new LongAdder();
  private final LongAdder increments = new LongAdder();
  private final LongAdder leftOut = new LongAdder();
  private final LongAdder nanos = new LongAdder();
  private final Instant since;
  private volatile Instant asOf = Instant.EPOCH;

  /**
   * @param since what reports are compared with while nothing is known of them
   */
  FoldFigures(Instant since) {
    this.since = since;
  }

  void folded(FactBatch batch) {
    windows.increment();
    facts.add(batch.facts().size());
    increments.add(batch.increments().size());
    seen(batch.asOf());
  }

  void worked(Duration time) {
    nanos.add(time.toNanos());
  }

  void leftOut() {
    leftOut.increment();
  }

  void seen(Instant mark) {
    asOf = mark;
  }

  /** Windows that this node folded. */
  public long windows() {
    return windows.sum();
  }

  /** Orders and walks of them, each change once. */
  public long facts() {
    return facts.sum();
  }

  /** Sums of movements and refusals of them. */
  public long increments() {
    return increments.sum();
  }

  /** Documents that could not be counted. */
  public long notCounted() {
    return leftOut.sum();
  }

  /** Seconds of reading and folding. */
  public double seconds() {
    return nanos.sum() / 1e9;
  }

  /** How long ago everything was counted, seconds; of nothing yet: how long this node waits. */
  public double ageSeconds(Instant now) {
    Instant counted = asOf.equals(Instant.EPOCH) ? since : asOf;
    return Duration.between(counted, now).toMillis() / 1e3;
  }
}
