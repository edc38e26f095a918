package dev.holdfast.application.reporting.fold;

import dev.holdfast.domain.reporting.VersionedFact;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.FactSource;
import dev.holdfast.storage.api.FactSource.OrderChange;
import dev.holdfast.storage.api.FactSource.PickListChange;
import dev.holdfast.storage.api.FactSource.Window;
import dev.holdfast.storage.api.RollUpStore;
import dev.holdfast.storage.api.RollUpStore.Mark;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Folds what was committed since the mark into the roll-ups, window by window. The store adds a
 * batch and moves its mark at once, or takes the batch for one that is folded already; so it does
 * not matter how often this is interrupted, or how many do it. For one thread.
 */
public final class FoldFacts {
  /** Transactions of a usual window. */
  private static final int MOST = 2_000;

  /** Where little happens; numbers of transactions have gaps, and a first fold has many windows. */
  private static final int MOST_IN_GAPS = 65_536;

  /** A batch with more waits for the next, so that each stays short. */
  private static final int FULL = 1_000;

  /** How long reports may be as old as the last thing that happened: well below 10 s. */
  private static final Duration IDLE = Duration.ofSeconds(3);

  private static final FactBatch NO_PAST = new FactBatch(0, 1, Instant.EPOCH, List.of(), List.of());

  private final FactSource source;
  private final RollUpStore store;
  private final FactReader reader;
  private final Supplier<@Nullable FactBatch> past;
  private final FoldFigures figures;
  private int most = MOST;

  /** What one step did. */
  public enum Step {
    /** Everything is folded, or is to wait. */
    UP_TO_DATE,
    /** A window was folded, and there may be more. */
    GO_ON
  }

  /**
   * @param past what comes before the first window: a batch from the start to mark 1, or null while
   *     that is not known; {@link #noPast} where there is none
   */
  public FoldFacts(
      FactSource source,
      RollUpStore store,
      Function<OrderChange, Optional<VersionedFact>> orders,
      Function<PickListChange, Optional<VersionedFact>> walks,
      Supplier<@Nullable FactBatch> past,
      Clock clock) {
    this.source = source;
    this.store = store;
    this.past = past;
    this.figures = new FoldFigures(clock.instant());
    this.reader = new FactReader(source, orders, walks, figures);
  }

  /** Of an installation whose first fact is a real one. */
  public static FactBatch noPast() {
    return NO_PAST;
  }

  public FoldFigures figures() {
    return figures;
  }

  /**
   * Folds the next window. The mark is asked for each time: somebody may have folded meanwhile, or
   * had everything forgotten, and after a failure nobody knows whether the batch arrived.
   */
  public Step step() {
    Mark from = store.mark();
    figures.seen(from.asOf());
    FactBatch batch = from.value() == Mark.START.value() ? past.get() : since(from);
    if (batch == null) {
      return Step.UP_TO_DATE;
    }
    boolean little = batch.facts().isEmpty() && batch.increments().isEmpty();
    boolean first = batch.from() == Mark.START.value();
    boolean gap = batch.to() - batch.from() >= most;
    if (little && !gap && !first && batch.asOf().isBefore(from.asOf().plus(IDLE))) {
      return Step.UP_TO_DATE;
    }
    if (!store.fold(batch)) {
      return Step.GO_ON;
    }
    figures.folded(batch);
    boolean full = batch.facts().size() >= FULL;
    if (full) {
      most = MOST;
    } else if (gap && little) {
      most = Math.min(most * 2, MOST_IN_GAPS);
    }
    return full || gap || first ? Step.GO_ON : Step.UP_TO_DATE;
  }

  private @Nullable FactBatch since(Mark from) {
    Window window = source.next(from.value(), most);
    if (window.isEmpty()) {
      return null;
    }
    Instant asOf = window.asOf().isAfter(from.asOf()) ? window.asOf() : from.asOf();
    return reader.read(window, asOf);
  }

  /** Looks how fresh the reports are that another node folds. */
  public void watch() {
    figures.seen(store.mark().asOf());
  }
}
