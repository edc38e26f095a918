package dev.holdfast.bench.reporting;

import dev.holdfast.bench.load.Pace;
import dev.holdfast.bench.order.OrderLoad.Shown;
import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.ReportingCommand;
import dev.holdfast.bench.report.Table;
import dev.holdfast.bench.reporting.Dashboards.Seen;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reports while orders come in: how fast they answer, and what they cost the ledger. */
@Command(
    name = "report",
    description = {
      "Dashboards of several clients while orders come in at a steady rate, and how many orders",
      "come in at most with dashboards, without, and without any reports, on two cores.",
      "--vs duckdb: the same questions of the roll-ups and of DuckDB over Parquet files."
    })
public final class Reports extends ReportingCommand {
  private static final double ORDERS_PER_SECOND = 300;
  private static final double QUICK_ORDERS_PER_SECOND = 30;
  private static final double BAR_MILLIS = 100;
  private static final int CUSTOMERS = 1_000;
  private static final int QUICK_CUSTOMERS = 20;
  private static final int TENANTS = 3;
  private static final int ORDER_CONNECTIONS = 75;

  /** Reports of a dashboard, and how often a page asks again. */
  private static final double REPORTS_PER_DASHBOARD = 8;

  private static final double SECONDS_BETWEEN = 10;
  private static final Duration QUICK_TIME = Duration.ofSeconds(2);
  private static final Duration WARM_UP = Duration.ofSeconds(20);

  /** Rivals of {@code --vs}. */
  enum Rival {
    duckdb
  }

  @Option(
      names = "--dashboards",
      defaultValue = "20",
      description =
          "People who look at a dashboard of eight reports that asks again every 10 s (default:"
              + " ${DEFAULT-VALUE}).")
  private int people;

  @Option(
      names = "--clients",
      defaultValue = "32",
      description = "Connections of the closed loop of orders (default: ${DEFAULT-VALUE}).")
  private int clients;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Rounds in which all sides take turns (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--seconds",
      defaultValue = "15",
      description = "Seconds of load per side and round (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Which customers come (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--vs", description = "Compare with a rival instead: ${COMPLETION-CANDIDATES}.")
  private @Nullable Rival rival;

  @Option(
      names = "--rows",
      defaultValue = "200000",
      description = "Orders of a year in the comparison (default: ${DEFAULT-VALUE}).")
  private int rows;

  @Override
  protected String commandName() {
    return rival == null ? "bench report" : "bench report --vs " + rival;
  }

  @Override
  protected void measure(Report report, Progress progress) throws Exception {
    int customers = quick() ? QUICK_CUSTOMERS : CUSTOMERS;
    try (Stand with = Stand.start(progress, keep(), true, seed, customers)) {
      with.instance().describe(report);
      if (rival != null) {
        new RivalTrial(with, report, progress, quick()).run(rows);
        return;
      }
      progress.step("three more clients with a year behind them");
      Dashboards dashboards = dashboards(with);
      progress.step("warming up");
      both(with, dashboards, Pace.open(quick() ? 5 : 100), quick() ? QUICK_TIME : WARM_UP);
      whileOrdersComeIn(with, dashboards, report, progress);
      if (quick()) {
        ingest(with, null, dashboards, report, progress);
      } else {
        try (Stand without = Stand.start(progress, keep(), false, seed, customers)) {
          without.load().orders(clients, WARM_UP, Pace.closed());
          ingest(with, without, dashboards, report, progress);
        }
      }
      progress.step("comparing with the ledger");
      report.correctness(
          "orders in reports minus acknowledged", with.surplus(), Relation.EXACTLY, 0);
      report.correctness("never answered", with.load().unanswered(), Relation.EXACTLY, 0);
    }
  }

  private void ingest(
      Stand with, @Nullable Stand without, Dashboards dashboards, Report report, Progress progress)
      throws Exception {
    Dashboards busiest = new Dashboards(with.api());
    busiest.add(with.api().key(), new Tenants(with.instance(), with.api()).places());
    IngestArms arms =
        new IngestArms(
            with, without, dashboards, busiest, clients, looksPerSecond(), time(), progress);
    arms.run(quick() ? 1 : rounds);
    arms.show(report);
  }

  private Duration time() {
    return quick() ? QUICK_TIME : Duration.ofSeconds(seconds);
  }

  private double looksPerSecond() {
    return people * REPORTS_PER_DASHBOARD / SECONDS_BETWEEN;
  }

  private Dashboards dashboards(Stand stand) throws Exception {
    Tenants tenants = new Tenants(stand.instance(), stand.api());
    List<String> places = tenants.places();
    Dashboards dashboards = new Dashboards(stand.api());
    dashboards.add(stand.api().key(), places);
    for (int i = 1; i <= TENANTS; i++) {
      dashboards.add(tenants.add("bench-" + i), places);
    }
    return dashboards;
  }

  private record Both(Shown orders, Seen reports) {}

  private Both both(Stand stand, Dashboards dashboards, Pace orders, Duration time)
      throws Exception {
    try (ExecutorService people = Executors.newSingleThreadExecutor()) {
      Future<Seen> seen = people.submit(() -> dashboards.look(looksPerSecond(), time));
      Shown shown = stand.load().orders(ORDER_CONNECTIONS, time, orders);
      return new Both(shown, seen.get());
    }
  }

  private void whileOrdersComeIn(
      Stand stand, Dashboards dashboards, Report report, Progress progress) throws Exception {
    double rate = quick() ? QUICK_ORDERS_PER_SECOND : ORDERS_PER_SECOND;
    progress.step("dashboards while orders come in");
    Both both = both(stand, dashboards, Pace.open(rate), time().multipliedBy(quick() ? 1 : 4));
    Seen seen = both.reports();
    Table table = new Table("open loop, report", "answers", "p50 ms", "p95 ms", "max ms");
    seen.latencies()
        .forEach((name, latency) ->
            table.row(
                name,
                Numbers.text(latency.getTotalCount()),
                Numbers.text(latency.getValueAtPercentile(50) / 1e6),
                Numbers.text(latency.getValueAtPercentile(95) / 1e6),
                Numbers.text(latency.getMaxValue() / 1e6)));
    table.row(
        "all",
        Numbers.text(seen.load().answers()),
        Numbers.text(seen.millis(50)),
        Numbers.text(seen.millis(95)),
        Numbers.text(seen.load().maxLatencyNanos() / 1e6));
    report.table(
        "%s reports/s of %d questions of %d clients while %s orders/s came in"
            .formatted(
                Numbers.text(looksPerSecond()),
                dashboards.questions(),
                TENANTS + 1,
                Numbers.text(both.orders().perSecond())),
        table);
    report.note(
        "Orders meanwhile: p50 "
            + Numbers.text(both.orders().millis(50))
            + " ms, p99 "
            + Numbers.text(both.orders().millis(99))
            + " ms. The oldest answer was "
            + Numbers.text(seen.oldestSeconds())
            + " s behind.");
    seen.load().unexpected().forEach(answer -> report.note("Unexpected: " + answer));
    report
        .figure("reports_p50_ms", seen.millis(50))
        .figure("reports_p95_ms", seen.millis(95))
        .figure("oldest_answer_s", seen.oldestSeconds())
        .figure("orders_per_s_meanwhile", both.orders().perSecond());
    report.correctness("answers that are no reports", seen.others(), Relation.EXACTLY, 0);
    report.speed("reports p95 ms", seen.millis(95), Relation.LESS_THAN, BAR_MILLIS);
    report.speed("orders/s meanwhile", both.orders().perSecond(), Relation.AT_LEAST, 0.97 * rate);
  }
}
