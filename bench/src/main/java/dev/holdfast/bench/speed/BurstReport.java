package dev.holdfast.bench.speed;

import dev.holdfast.bench.load.LoadResult;
import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.Table;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Writes what bursts showed into a report: who used the machine, and what went wrong. */
final class BurstReport {
  private BurstReport() {}

  /** A table of CPU time per reservation, and whether the generator was the limit. */
  static void cpu(Report report, List<Burst.Shown> rounds) {
    double generator = median(rounds, round -> round.load().generatorNanosPerAnswer());
    double server = median(rounds, Burst.Shown::serverNanosPerAnswer);
    double database = median(rounds, Burst.Shown::databaseNanosPerAnswer);
    double load = median(rounds, round -> round.load().generatorLoad());
    report.table(
        "CPU per reservation, microseconds",
        new Table("generator", "server", "database")
            .row(
                Numbers.text(Numbers.micros(generator)),
                Numbers.text(Numbers.micros(server)),
                Numbers.text(Numbers.micros(database))));
    report.figure("generator_cpu_us", Numbers.micros(generator));
    report.figure("server_cpu_us", Numbers.micros(server));
    report.figure("database_cpu_us", Numbers.micros(database));
    report.figure("generator_load", load);
    boolean limit = rounds.stream().anyMatch(round -> round.load().generatorWasTheLimit());
    report.note(
        limit
            ? "The generator was the limit: it had no slack left. The server may be faster."
            : "The generator was not the limit: it was busy for "
                + Numbers.text(load)
                + " of the time.");
  }

  /** The store must hold exactly what was acknowledged. */
  static void compare(Report report, Burst burst, long reservedInStore) {
    report.figure("acknowledged", burst.acknowledged());
    report.figure("in_store", reservedInStore);
    report.correctness(
        "in the store minus acknowledged",
        reservedInStore - burst.acknowledged(),
        Relation.EXACTLY,
        0);
    report.correctness("never answered", burst.unanswered(), Relation.EXACTLY, 0);
  }

  /** The first few answers that nobody expected. */
  static void surprises(Report report, List<Burst.Shown> rounds) {
    for (Burst.Shown round : rounds) {
      LoadResult load = round.load();
      if (!load.unexpected().isEmpty()) {
        report.note("Unexpected (" + load.counts() + "):");
        load.unexpected().forEach(answer -> report.note("  " + answer));
      }
    }
  }

  static double median(List<Burst.Shown> rounds, ToDoubleFunction<Burst.Shown> figure) {
    return Numbers.median(rounds.stream().mapToDouble(figure).toArray());
  }
}
