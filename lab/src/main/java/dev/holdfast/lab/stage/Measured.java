package dev.holdfast.lab.stage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stage and what was measured of it. */
record Measured(
    int number,
    String name,
    String note,
    Stage.Load load,
    Stage.Size size,
    List<Timing> timings,
    @Nullable Measured before) {
  /** More than the noise between two runs. */
  private static final double WORSE = 1.1;

  /** Below this nobody notices and the clock's noise decides. */
  private static final double NOTICED_MS = 1;

  /** The middle of the eight reports' p95. */
  double p95Ms() {
    return Timing.percentileMs(
        timings.stream().map(each -> (long) (each.p95Ms() * 1e6)).toList(), 50);
  }

  /** How many times faster than the stage before; 1 for the first. */
  double factor() {
    return before == null ? 1 : before.p95Ms() / p95Ms();
  }

  /** Reports that were faster in the stage before. */
  List<String> worse() {
    if (before == null) {
      return List.of();
    }
    List<Timing> others = before.timings();
    return timings.stream()
        .filter(each -> {
          double was = p95Of(others, each.report());
          return each.p95Ms() > was * WORSE && each.p95Ms() - was > NOTICED_MS;
        })
        .map(each -> each.report().label())
        .toList();
  }

  private static double p95Of(List<Timing> timings, Report report) {
    return timings.stream()
        .filter(each -> each.report() == report)
        .findFirst()
        .orElseThrow()
        .p95Ms();
  }
}
