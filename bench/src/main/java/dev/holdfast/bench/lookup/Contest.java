package dev.holdfast.bench.lookup;

import dev.holdfast.bench.instance.CpuMeter;
import dev.holdfast.bench.load.BlockLoad;
import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.Table;
import dev.holdfast.bench.rival.Rival;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Two servers take turns on the same processor; what counts is what an answer costs each of them.
 */
final class Contest {
  /** A generator that computes for this share of the time may have been the limit of the rate. */
  private static final double SATURATED = 0.9;

  private final CpuMeter ours;
  private final Rival rival;
  private final List<Turn> own = new ArrayList<>();
  private final List<Turn> others = new ArrayList<>();

  Contest(CpuMeter ours, Rival rival) {
    this.ours = ours;
    this.rival = rival;
  }

  /** What one side did in one turn. */
  private record Turn(BlockLoad.Shown shown, long cpuNanos) {
    double perCpuSecond() {
      return shown.answers() * 1e9 / Math.max(1, cpuNanos);
    }
  }

  void round(BlockLoad us, BlockLoad them, Duration time) throws IOException {
    ours.serverNanos();
    BlockLoad.Shown shown = us.run(time);
    own.add(new Turn(shown, ours.serverNanos()));
    long before = rival.cpuNanos();
    shown = them.run(time);
    others.add(new Turn(shown, rival.cpuNanos() - before));
  }

  /** Ours over theirs, per second of the server's CPU: the median of the rounds. */
  double ratio() {
    return Numbers.median(ratios());
  }

  private double[] ratios() {
    double[] ratios = new double[own.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = own.get(i).perCpuSecond() / others.get(i).perCpuSecond();
    }
    return ratios;
  }

  /**
   * Shows both sides.
   *
   * @param per what an answer holds: 1 lookup, 50 SKUs
   */
  void show(Report report, String title, String figure, String rivalName, int per) {
    Table table =
        new Table(title, "per CPU-second", "per second", "p50 us", "p99 us", "generator load");
    row(report, table, "Holdfast", figure + "_holdfast", own, per);
    row(report, table, rivalName, figure + "_rival", others, per);
    report.table(title + " (medians of " + own.size() + " rounds)", table);
    report.note(
        title
            + ", ratio of each round: "
            + DoubleStream.of(ratios()).mapToObj(Numbers::text).collect(Collectors.joining(", "))
            + ".");
    if (median(own, turn -> turn.shown().generatorLoad()) >= SATURATED) {
      report.note("The generator was the limit of our rate, not of what an answer costs.");
    }
  }

  private static void row(
      Report report, Table table, String name, String figure, List<Turn> turns, int per) {
    double perCpu = median(turns, Turn::perCpuSecond) * per;
    report.figure(figure + "_per_cpu_s", perCpu);
    report.figure(figure + "_per_s", median(turns, turn -> turn.shown().perSecond()) * per);
    table.row(
        name,
        Numbers.text(perCpu),
        Numbers.text(median(turns, turn -> turn.shown().perSecond()) * per),
        Numbers.text(median(turns, turn -> micros(turn, 50))),
        Numbers.text(median(turns, turn -> micros(turn, 99))),
        Numbers.text(median(turns, turn -> turn.shown().generatorLoad())));
  }

  private static double micros(Turn turn, double percentile) {
    return Numbers.micros(turn.shown().latency().getValueAtPercentile(percentile));
  }

  private static double median(List<Turn> turns, ToDoubleFunction<Turn> figure) {
    return Numbers.median(turns.stream().mapToDouble(figure).toArray());
  }
}
