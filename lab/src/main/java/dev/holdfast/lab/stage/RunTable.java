package dev.holdfast.lab.stage;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** A run as people read it. */
final class RunTable {
  private static final double MEGABYTE = 1e6;
  private final PrintStream out;

  RunTable(PrintStream out) {
    this.out = out;
  }

  /**
   * A stage's figures.
   *
   * @param caveat see {@link Engine#caveat}
   */
  void stage(Measured stage, String caveat) {
    out.printf(Locale.ROOT, "%nStage %d, %s: %s%n", stage.number(), stage.name(), stage.note());
    out.printf(
        Locale.ROOT,
        "  loaded in %.1f s; another minute of orders %s; disk %s, memory %s%n",
        stage.load().seconds(),
        stage.load().refreshSeconds() < 0
            ? "needs a new load"
            : String.format(Locale.ROOT, "in %.0f ms", stage.load().refreshSeconds() * 1_000),
        megabytes(stage.size().diskBytes()),
        megabytes(stage.size().memoryBytes()));
    out.printf(
        Locale.ROOT,
        "  %-12s %6s %10s %10s %12s %12s %12s%n",
        "report",
        "runs",
        "p50 ms",
        "p95 ms",
        "database ms",
        "app ms",
        "read");
    for (Timing timing : stage.timings()) {
      out.printf(
          Locale.ROOT,
          "  %-12s %6d %10.2f %10.2f %12.2f %12.2f %12s%n",
          timing.report().label(),
          timing.runs(),
          timing.p50Ms(),
          timing.p95Ms(),
          timing.databaseP50Ms(),
          timing.applicationP50Ms(),
          megabytes(timing.readBytes()));
    }
    if (!caveat.isEmpty()) {
      out.println("  " + caveat + (stage.before() == null ? "" : " The answers are the same."));
      return;
    }
    if (stage.before() != null) {
      out.printf(Locale.ROOT, "  %.1f times the stage before; same answers%n", stage.factor());
    }
    if (!stage.worse().isEmpty()) {
      out.println("  WORSE than the stage before: " + String.join(", ", stage.worse()));
    }
  }

  private static String megabytes(long bytes) {
    return bytes < 0 ? "unknown" : String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
  }

  /** The bar: dashboards at the roll-up stage against the indexed stage. */
  boolean bar(List<Measured> stages) {
    Measured indexed = of(stages, 1);
    Measured rolled = of(stages, 3);
    if (indexed == null || rolled == null) {
      return true;
    }
    double worst =
        rolled.timings().stream().mapToDouble(Timing::p95Ms).max().orElse(Double.MAX_VALUE);
    double ratio = indexed.p95Ms() / rolled.p95Ms();
    boolean reached = ratio >= 50 && worst < 50;
    out.printf(
        Locale.ROOT,
        "%nDashboards at stage 3: p95 %.2f ms in the middle, %.2f ms at worst; 1/%.0f of stage 1"
            + " (bar: 1/50 and < 50 ms): %s%n",
        rolled.p95Ms(),
        worst,
        ratio,
        reached ? "reached" : "not reached");
    return reached;
  }

  @org.jspecify.annotations.Nullable
  private static Measured of(List<Measured> stages, int number) {
    return stages.stream().filter(each -> each.number() == number).findFirst().orElse(null);
  }
}
