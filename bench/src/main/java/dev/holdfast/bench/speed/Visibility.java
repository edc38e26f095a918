package dev.holdfast.bench.speed;

import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.Table;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Shows how long changes took to an open stream. */
final class Visibility {
  static final String TITLE = "Until an open stream of Server-Sent Events shows the version";

  private static final double NANOS_PER_MILLI = 1e6;

  private final Report report;
  private final Table table = new Table("commit to visible, ms", "p50", "p99", "max", "samples");

  Visibility(Report report) {
    this.report = report;
  }

  /** Puts the rows so far into the report. */
  void show(String title) {
    report.table(title, table);
  }

  /**
   * Adds a row and the figures of some runs together.
   *
   * @param request whether from the sending of the request, not the arrival of its answer
   */
  Histogram row(String title, String name, List<Probe.Seen> seen, boolean request) {
    Histogram all = (request ? seen.getFirst().afterSend() : seen.getFirst().afterAnswer()).copy();
    for (Probe.Seen more : seen.subList(1, seen.size())) {
      all.add(request ? more.afterSend() : more.afterAnswer());
    }
    table.row(
        title,
        Numbers.text(millis(all, 50)),
        Numbers.text(millis(all, 99)),
        Numbers.text(millis(all, 100)),
        Numbers.text(all.getTotalCount()));
    report.figure(name + "_visible_p50_ms", millis(all, 50));
    report.figure(name + "_visible_p99_ms", millis(all, 99));
    return all;
  }

  static double millis(Histogram latency, double percentile) {
    return latency.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
  }
}
