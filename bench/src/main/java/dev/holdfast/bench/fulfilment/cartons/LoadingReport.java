package dev.holdfast.bench.fulfilment.cartons;

import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.Table;
import dev.holdfast.domain.fulfilment.carton.PackingRules;
import java.nio.file.Path;
import java.util.List;

/** The report on container loading: fill per set, with everything supported. */
final class LoadingReport {
  /** GRASP of Parreno et al. (2008), percent, sets 1 to 7. */
  private static final double[] GRASP = {92.95, 93.95, 93.54, 93.05, 93.01, 92.72, 91.62};

  /** What the reference library reaches on average over these sets, percent. */
  private static final double REFERENCE = 78.82;

  private static final double BAR_FILL = 90;
  private static final double BAR_MILLIS = 1_000;
  private static final int QUICK_PROBLEMS = 2;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private LoadingReport() {}

  static void measure(Path folder, int millis, Report report, Progress progress) {
    progress.expect(GRASP.length + 1);
    progress.step("warming up");
    load(folder, 1, 2, millis);
    Table table =
        new Table("set", "problems", "fill %", "GRASP 2008 %", "mean ms", "longest ms", "faults");
    double fill = 0;
    double longest = 0;
    long faults = 0;
    for (int set = 1; set <= GRASP.length; set++) {
      progress.step("container loading, set " + set);
      LoadingTrial trial =
          load(folder, set, report.quick() ? QUICK_PROBLEMS : Integer.MAX_VALUE, millis);
      fill += trial.meanFillPercent() / GRASP.length;
      longest = Math.max(longest, trial.longestMillis());
      faults += trial.faults();
      table.row(
          "thpack" + set,
          Numbers.text(trial.problems()),
          Numbers.text(trial.meanFillPercent()),
          Numbers.text(GRASP[set - 1]),
          Numbers.text(trial.meanMillis()),
          Numbers.text(trial.longestMillis()),
          Numbers.text(trial.faults()));
      report.figure("fill_percent_thpack" + set, trial.meanFillPercent());
    }
    report
        .table("Container loading: every unit fully supported, one thread", table)
        .note("The reference library fills " + REFERENCE + " % on average; GRASP needs no support.")
        .figure("fill_percent", fill)
        .correctness("containers with a fault", faults, Relation.EXACTLY, 0)
        .speed("mean fill %", fill, Relation.AT_LEAST, BAR_FILL)
        .speed("longest time of one container, ms", longest, Relation.AT_MOST, BAR_MILLIS);
  }

  private static LoadingTrial load(Path folder, int set, int most, int millis) {
    List<LoadingSet.Problem> problems = LoadingSet.read(folder, set);
    return new LoadingTrial(PackingRules.FULL_SUPPORT, millis * NANOS_PER_MILLI)
        .load(problems.subList(0, Math.min(most, problems.size())));
  }
}
