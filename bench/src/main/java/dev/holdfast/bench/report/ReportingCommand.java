package dev.holdfast.bench.report;

import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/**
 * The base of every measuring command: it measures, prints its report, and exits 0 only if all its
 * judged bars hold. 1 means that a bar fails or that the measurement could not be made; 2 that the
 * command line was wrong.
 */
public abstract class ReportingCommand implements Callable<Integer> {
  @Option(names = "--json", description = "Print, as the last line, the report as one JSON object.")
  private boolean json;

  @Option(
      names = "--quick",
      description = "The short form that tests run: correctness is judged, speed is only shown.")
  private boolean quick;

  @Option(
      names = "--keep",
      description = "Keep the instance's folder (database and logs) and print where it is.")
  private boolean keep;

  /** The command as a person types it after {@code ./holdfast}. */
  protected abstract String commandName();

  /** Does the work and fills the report. */
  protected abstract void measure(Report report, Progress progress) throws Exception;

  /** Whether the short form was asked for. */
  protected final boolean quick() {
    return quick;
  }

  /** Whether the folder of the instance shall stay. */
  protected final boolean keep() {
    return keep;
  }

  @Override
  public final Integer call() throws Exception {
    Report report = new Report(commandName(), quick);
    try (Progress progress = Progress.toErrorStream()) {
      measure(report, progress);
    }
    ReportText.lines(report).forEach(System.out::println);
    if (json) {
      System.out.println(ReportText.json(report));
    }
    return report.holds() ? 0 : 1;
  }
}
