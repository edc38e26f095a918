package dev.holdfast.bench.race;

import dev.holdfast.bench.audit.Auditor;
import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.instance.Instance;
import dev.holdfast.bench.instance.Stock;
import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.ReportingCommand;
import dev.holdfast.bench.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ten thousand buyers, a hundred units, two servers on one database. */
@Command(
    name = "race",
    description =
        "Many buyers for few units, from two servers on one database: first one SKU each, then "
            + "carts of two to four SKUs whose lines come in every order.")
public final class RaceCommand extends ReportingCommand {
  private static final int QUICK_BUYERS = 2_000;

  @Option(
      names = "--buyers",
      defaultValue = "10000",
      description = "Buyers of each race (default: ${DEFAULT-VALUE}).")
  private int buyers;

  @Option(
      names = "--units",
      defaultValue = "100",
      description = "Units of each scarce SKU (default: ${DEFAULT-VALUE}).")
  private int units;

  @Option(
      names = "--connections",
      defaultValue = "400",
      description = "Connections over both servers (default: ${DEFAULT-VALUE}).")
  private int connections;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Races of each kind, each with SKUs of its own (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Override
  protected String commandName() {
    return "race";
  }

  @Override
  protected void measure(Report report, Progress progress) throws Exception {
    int turns = quick() ? 1 : rounds;
    progress.expect(2 + 2 * turns);
    try (Instance instance = Instance.start(progress, keep());
        Api api = instance.api()) {
      instance.describe(report);
      progress.step("starting a second server on the same database");
      instance.startAnother();
      new Stock(api).addLocations(List.of(Race.LOCATION));
      long deadlocksBefore = instance.database().deadlocks();
      int crowd = quick() ? Math.min(buyers, QUICK_BUYERS) : buyers;
      Race race = new Race(instance, api, crowd, connections);
      List<Race.Finish> single = new ArrayList<>();
      List<Race.Finish> carts = new ArrayList<>();
      for (int turn = 1; turn <= turns; turn++) {
        progress.step("race " + turn + " of " + turns + ": one SKU each");
        single.add(race.run(singles(turn), units));
        progress.step("race " + turn + " of " + turns + ": carts in every order");
        carts.add(race.run(carts(turn), units));
      }
      long deadlocks = instance.database().deadlocks() - deadlocksBefore;
      judge(report, "one SKU", single);
      judge(report, "carts", carts);
      table(report, crowd, single, carts);
      report.figure("deadlocks", deadlocks);
      report.correctness("deadlocks", deadlocks, Relation.EXACTLY, 0);
      new Auditor(progress).audit(instance.database(), List.of()).judge(report);
    }
  }

  private static Carts singles(int turn) {
    return new Carts(List.of("ONE-" + turn), List.of());
  }

  private static Carts carts(int turn) {
    return new Carts(
        List.of("CART-A" + turn, "CART-B" + turn), List.of("CART-C" + turn, "CART-D" + turn));
  }

  private void judge(Report report, String kind, List<Race.Finish> races) {
    String name = kind.replace(' ', '_') + "_";
    long worst = races.getFirst().accepted();
    for (Race.Finish race : races) {
      if (Math.abs(race.accepted() - units) > Math.abs(worst - units)) {
        worst = race.accepted();
      }
    }
    report.figure(name + "accepted", worst);
    report.correctness(kind + ": accepted", worst, Relation.EXACTLY, units);
    zero(report, kind + ": units left", races, Race.Finish::left);
    zero(report, kind + ": times oversold", races, Race.Finish::oversold);
    zero(report, kind + ": units not as told", races, Race.Finish::untold);
    zero(report, kind + ": buyers without an answer", races, Race.Finish::unserved);
    for (Race.Finish race : races) {
      race.load().unexpected().forEach(answer -> report.note("Unexpected: " + answer));
    }
  }

  private static void zero(
      Report report, String name, List<Race.Finish> races, ToLongFunction<Race.Finish> count) {
    long sum = races.stream().mapToLong(count).sum();
    report.correctness(name, sum, Relation.EXACTLY, 0);
  }

  private static void table(
      Report report, int buyers, List<Race.Finish> single, List<Race.Finish> carts) {
    Table table = new Table(buyers + " buyers a race", "accepted", "refused", "other", "seconds");
    single.forEach(race -> row(table, "one SKU each", race));
    carts.forEach(race -> row(table, "carts of 2 to 4 SKUs", race));
    report.table("Races from two servers on one database", table);
    report.figure("buyers", buyers);
  }

  private static void row(Table table, String name, Race.Finish race) {
    table.row(
        name,
        Numbers.text(race.accepted()),
        Numbers.text(race.refused()),
        Numbers.text(race.unserved()),
        Numbers.text(race.seconds()));
  }
}
