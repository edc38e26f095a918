package dev.holdfast.server.runtime;

import dev.holdfast.application.reporting.facts.FactNames;
import dev.holdfast.application.reporting.facts.OrderFacts;
import dev.holdfast.application.reporting.facts.WalkFacts;
import dev.holdfast.application.reporting.fold.FoldFacts;
import dev.holdfast.application.reporting.fold.FoldFigures;
import dev.holdfast.application.reporting.fold.FoldLoop;
import dev.holdfast.storage.api.FactBatch;
import dev.holdfast.storage.api.RollUpStore;
import dev.holdfast.storage.postgres.Database;
import dev.holdfast.storage.postgres.PostgresFactCatalogue;
import dev.holdfast.storage.postgres.PostgresFactSource;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What adds committed facts to roll-ups, on the node that leads. */
final class FoldSide implements AutoCloseable {
  private final FoldFacts facts;
  private final FoldLoop loop;
  private final Clock clock;

  /**
   * @param past what comes before the first real fact; null while that is not known
   */
  FoldSide(
      Database database,
      RollUpStore store,
      BooleanSupplier leads,
      Duration interval,
      Supplier<@Nullable FactBatch> past,
      Clock clock) {
    FactNames names = new FactNames(new PostgresFactCatalogue(database.jobs()), System::nanoTime);
    OrderFacts orders = new OrderFacts(names);
    WalkFacts walks = new WalkFacts(names);
    this.clock = clock;
    this.facts =
        new FoldFacts(new PostgresFactSource(database), store, orders::of, walks::of, past, clock);
    this.loop = new FoldLoop(facts, leads, interval);
  }

  void measure(MeterRegistry metrics) {
    FoldFigures figures = facts.figures();
    Gauge.builder("holdfast.reports.age", figures, one -> one.ageSeconds(clock.instant()))
        .baseUnit("seconds")
        .description("How long ago everything was counted by reports")
        .register(metrics);
    counter(metrics, "windows", FoldFigures::windows, "Windows of facts folded by this node");
    counter(metrics, "facts", FoldFigures::facts, "Changed orders and walks folded by this node");
    counter(metrics, "sums", FoldFigures::increments, "Sums of movements and refusals likewise");
    counter(metrics, "not.counted", FoldFigures::notCounted, "Documents that cannot be counted");
    counter(metrics, "fold.seconds", FoldFigures::seconds, "Time that folding took");
  }

  private void counter(
      MeterRegistry metrics, String name, ToDoubleFunction<FoldFigures> value, String what) {
    FunctionCounter.builder("holdfast.reports." + name, facts.figures(), value)
        .description(what)
        .register(metrics);
  }

  void start() {
    loop.start();
  }

  @Override
  public void close() {
    loop.close();
  }
}
