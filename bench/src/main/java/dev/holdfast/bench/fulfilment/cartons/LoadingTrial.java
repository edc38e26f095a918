package dev.holdfast.bench.fulfilment.cartons;

import dev.holdfast.domain.fulfilment.carton.CartonValidator;
import dev.holdfast.domain.fulfilment.carton.Company;
import dev.holdfast.domain.fulfilment.carton.ContainerLoading;
import dev.holdfast.domain.fulfilment.carton.PackingRules;
import dev.holdfast.domain.fulfilment.carton.Placement;
import java.util.List;

/** Loads the containers of one set, validates every load, and measures fill and time. */
final class LoadingTrial {
  private static final double PERCENT = 100;

  private final PackingRules rules;
  private final long limitNanos;
  private double fillSum;
  private long problems;
  private long faults;
  private long longestNanos;
  private long totalNanos;

  /** A trial with some support and at most so long for each problem. */
  LoadingTrial(int supportPermille, long limitNanos) {
    rules = new PackingRules(supportPermille, Long.MAX_VALUE / 4);
    this.limitNanos = limitNanos;
  }

  LoadingTrial load(List<LoadingSet.Problem> set) {
    for (LoadingSet.Problem problem : set) {
      long start = System.nanoTime();
      List<Placement> loaded =
          ContainerLoading.fill(
              problem.container(),
              problem.lines(),
              rules,
              () -> System.nanoTime() - start > limitNanos);
      long took = System.nanoTime() - start;
      totalNanos += took;
      longestNanos = Math.max(longestNanos, took);
      CartonValidator validator = CartonValidator.of(problem.lines(), Company.ANY, rules);
      faults += validator.faults(problem.container(), loaded).isEmpty() ? 0 : 1;
      long volume = loaded.stream().mapToLong(LoadingTrial::volume).sum();
      fillSum += PERCENT * volume / problem.container().inner().volumeMm3();
      problems++;
    }
    return this;
  }

  private static long volume(Placement unit) {
    return (long) unit.dx() * unit.dy() * unit.dz();
  }

  double meanFillPercent() {
    return fillSum / problems;
  }

  long problems() {
    return problems;
  }

  long faults() {
    return faults;
  }

  double longestMillis() {
    return longestNanos / 1e6;
  }

  double meanMillis() {
    return totalNanos / 1e6 / problems;
  }
}
