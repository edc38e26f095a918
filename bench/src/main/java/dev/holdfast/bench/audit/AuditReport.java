package dev.holdfast.bench.audit;

import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an audit found. A promise that could not be checked counts neither as kept nor as broken.
 */
public final class AuditReport {
  private static final Map<Integer, String> INVARIANTS =
      new TreeMap<>(
          Map.of(
              1, "balances are the sum of what happened",
              2, "nothing is oversold",
              3, "versions are dense and balances chain",
              4, "a reservation ends once",
              5, "one outcome per client and key",
              6, "what was acknowledged is there",
              7, "all lines of a command or none",
              9, "clients are isolated"));

  private final Instant moment;
  private final String serverVersion;
  private final List<Result> results;

  AuditReport(Instant moment, String serverVersion, List<Result> results) {
    this.moment = moment;
    this.serverVersion = serverVersion;
    this.results = List.copyOf(results);
  }

  /**
   * What became of one check.
   *
   * @param examined how many rows it looked at
   * @param violations how many are wrong
   * @param lines the first few of those, for people
   * @param notChecked why it was not checked; empty if it was
   */
  record Result(
      Check check, long examined, long violations, List<String> lines, String notChecked) {
    boolean isChecked() {
      return notChecked.isEmpty();
    }

    private String verdict() {
      if (violations > 0) {
        return "BROKEN";
      }
      return isChecked() ? "holds" : "not checked";
    }
  }

  /** Whether no promise is broken. */
  public boolean holds() {
    return violations() == 0;
  }

  /** Places at which a promise is broken, over all promises. */
  public long violations() {
    return results.stream().mapToLong(Result::violations).sum();
  }

  /** What is broken and what to do about it, as lines for people; empty if all is well. */
  public List<String> broken() {
    List<String> lines = new ArrayList<>();
    for (Result result : results) {
      if (result.violations() > 0) {
        describe(result, lines);
      }
    }
    return lines;
  }

  /** Adds the verdict to the report of a command that did something else and audited at its end. */
  public void judge(Report report) {
    broken().forEach(report::note);
    report.figure("audit_violations", violations());
    report.correctness("audit: broken promises", violations(), Relation.EXACTLY, 0);
  }

  List<Result> results() {
    return results;
  }

  /** Fills the report of the command that does nothing else. */
  void fill(Report report) {
    Table table = new Table("promise", "looked at", "broken", "");
    for (Result result : results) {
      table.row(
          result.check().title(),
          Numbers.text(result.examined()),
          Numbers.text(result.violations()),
          result.verdict());
      report.figure(result.check().figure(), result.violations());
    }
    report.table("The database at " + moment + ", by its own clock", table);
    report.note("");
    broken().forEach(report::note);
    for (Result result : results) {
      if (!result.isChecked()) {
        report.note("Not checked: " + result.check().title() + ": " + result.notChecked() + ".");
      }
    }
    report.figure("checks", results.size());
    report.figure("not_checked", results.stream().filter(r -> !r.isChecked()).count());
    report.figure("violations", violations());
    report.version("postgresql", serverVersion);
    INVARIANTS.forEach((number, name) -> bar(report, number, name));
  }

  private void bar(Report report, int number, String name) {
    long violations =
        results.stream()
            .filter(result -> result.check().invariant() == number)
            .mapToLong(Result::violations)
            .sum();
    report.correctness(number + " " + name, violations, Relation.EXACTLY, 0);
  }

  private static void describe(Result result, List<String> lines) {
    lines.add(
        "BROKEN: "
            + result.check().title()
            + " ("
            + Numbers.text(result.violations())
            + " of "
            + Numbers.text(result.examined())
            + " looked at)");
    result.lines().forEach(line -> lines.add("  " + line));
    long more = result.violations() - result.lines().size();
    if (more > 0) {
      lines.add("  and " + Numbers.text(more) + " more");
    }
    lines.add("  What to do: " + result.check().mend());
  }
}
