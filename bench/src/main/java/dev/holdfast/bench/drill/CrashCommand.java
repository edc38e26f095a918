package dev.holdfast.bench.drill;

import dev.holdfast.bench.audit.Acknowledged;
import dev.holdfast.bench.audit.Auditor;
import dev.holdfast.bench.drill.Attempt.Position;
import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.instance.Instance;
import dev.holdfast.bench.instance.ServeOptions;
import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.ReportingCommand;
import dev.holdfast.bench.report.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Kills server and database under load, again and again, and looks for anything lost or doubled.
 */
@Command(
    name = "crash",
    description =
        "SIGKILL of the server, of PostgreSQL or of both under load, at random moments; then every "
            + "command of unknown outcome is settled with its own key, and the books are compared.")
final class CrashCommand extends ReportingCommand {
  private static final int QUICK_ROUNDS = 3;

  /** The client that a server makes in an empty database; the first admin key is its own. */
  private static final String FIRST_CLIENT = "harbor";

  @Option(
      names = "--rounds",
      defaultValue = "20",
      description = "Blows (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--shoppers",
      defaultValue = "16",
      description = "Clients under load (default: ${DEFAULT-VALUE}).")
  private int shoppers;

  @Option(names = "--seed", description = "Repeats the blows of an earlier run.")
  private @Nullable Long seed;

  /** Who looks at the instance when the books have been compared. */
  private final Consumer<Instance> auditor = Objects::requireNonNull;

  @Override
  protected String commandName() {
    return "drill crash";
  }

  @Override
  protected void measure(Report report, Progress progress) throws Exception {
    long used = seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed;
    int blows = quick() ? Math.min(rounds, QUICK_ROUNDS) : rounds;
    progress.expect(blows + 2);
    ServeOptions demo = ServeOptions.DEFAULT.with("HOLDFAST_DEMO", "true");
    try (Instance instance = Instance.start(progress, keep(), demo)) {
      instance.describe(report);
      Map<Position, Long> opening = opening(instance);
      List<Position> positions = List.copyOf(opening.keySet());
      Verdict verdict = new Verdict();
      CrashDrill drill = new CrashDrill(instance, positions, shoppers, used, verdict);
      List<CrashDrill.Round> told = new ArrayList<>();
      for (int round = 1; round <= blows; round++) {
        Blow blow = drill.nextBlow();
        progress.step("blow " + round + " of " + blows + " (seed " + used + "): " + blow);
        told.add(drill.round(blow));
      }
      progress.step("comparing the books");
      compare(instance, opening, drill.journal(), verdict);
      auditor.accept(instance);
      report.note("Seed " + used + " (repeat with --seed " + used + ").");
      rounds(report, told);
      judge(report, drill.journal(), verdict);
      audit(instance, drill.journal(), report, progress);
      report.figure("rounds", blows);
      report.figure("seed", used);
    }
  }

  private static Map<Position, Long> opening(Instance instance)
      throws IOException, InterruptedException {
    try (Api api = instance.api()) {
      return Range.of(api);
    }
  }

  private static void compare(
      Instance instance, Map<Position, Long> opening, Journal journal, Verdict verdict)
      throws IOException, InterruptedException {
    List<Attempt> attempts = journal.all();
    try (Api api = instance.api()) {
      Held held = new Shelf(api).read(opening.keySet());
      verdict.compare(held, new Expected(opening, attempts), attempts);
    }
  }

  /** The database alone must confirm what the shoppers were told. */
  private static void audit(Instance instance, Journal journal, Report report, Progress progress)
      throws SQLException {
    List<Acknowledged> told =
        journal.all(attempt -> attempt.isDone() || attempt.isRefused()).stream()
            .filter(Attempt::standsUnderItsKey)
            .map(attempt -> attempt.told(FIRST_CLIENT))
            .toList();
    new Auditor(progress).audit(instance.database(), told).judge(report);
  }

  private static void rounds(Report report, List<CrashDrill.Round> rounds) {
    Table table =
        new Table("killed", "load ms", "commands", "unknown", "of these done", "back after ms");
    for (CrashDrill.Round round : rounds) {
      table.row(
          round.blow() + (round.healed() ? " (healed itself)" : ""),
          Numbers.text(round.loadMillis()),
          Numbers.text(round.made()),
          Numbers.text(round.open()),
          Numbers.text(round.decided()),
          Numbers.text(round.backMillis()));
    }
    report.table("Blows", table);
    report.figure(
        "back_after_ms",
        Numbers.median(rounds.stream().mapToDouble(CrashDrill.Round::backMillis).toArray()));
  }

  private static void judge(Report report, Journal journal, Verdict verdict) {
    long done = journal.all(Attempt::isDone).size();
    long refused = journal.all(Attempt::isRefused).size();
    List<Attempt> nonsense = journal.all(Attempt::isNonsense);
    report.figure("acknowledged", done);
    report.figure("refused", refused);
    report.note(
        Numbers.text(done) + " commands acknowledged, " + Numbers.text(refused) + " refused.");
    verdict.sentences().forEach(report::note);
    nonsense.stream().limit(5).forEach(attempt -> report.note("Nonsense: " + attempt));
    zero(report, "acknowledged lost", verdict.lost());
    zero(report, "oversold", verdict.oversold());
    zero(report, "applied twice", verdict.twice());
    zero(report, "units not where they should be", verdict.misplaced());
    zero(report, "answers that make no sense", nonsense.size());
  }

  private static void zero(Report report, String name, long value) {
    report.figure(name.replace(' ', '_'), value);
    report.correctness(name, value, Relation.EXACTLY, 0);
  }
}
