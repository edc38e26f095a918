package dev.holdfast.bench.reporting;

import dev.holdfast.bench.load.Pace;
import dev.holdfast.bench.order.OrderLoad.Shown;
import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.Table;
import dev.holdfast.bench.reporting.Dashboards.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * As many orders as the installation takes: alone, with dashboards of all clients, with dashboards
 * of the one client whose orders come in, so that every answer is another one each second, and on
 * an installation whose reports are switched off; in turns, so that what else happens on the
 * machine meets all of them.
 */
final class IngestArms {
  private static final double MOST_LOSS_PERCENT = 5;

  private final Stand with;
  private final @Nullable Stand without;
  private final Dashboards dashboards;
  private final Dashboards busiest;
  private final int clients;
  private final double looks;
  private final Duration time;
  private final Progress progress;

  private final List<Shown> alone = new ArrayList<>();
  private final List<Shown> looking = new ArrayList<>();
  private final List<Shown> lookingAtBusiest = new ArrayList<>();
  private final List<Shown> disabled = new ArrayList<>();

  /**
   * @param busiest of the client that the orders are of
   * @param without an installation whose reports are switched off; null to do without that side
   * @param clients connections of the closed loop of orders
   * @param looks reports a second
   * @param time of each arm and round
   */
  IngestArms(
      Stand with,
      @Nullable Stand without,
      Dashboards dashboards,
      Dashboards busiest,
      int clients,
      double looks,
      Duration time,
      Progress progress) {
    this.with = with;
    this.without = without;
    this.dashboards = dashboards;
    this.busiest = busiest;
    this.clients = clients;
    this.looks = looks;
    this.time = time;
    this.progress = progress;
  }

  void run(int rounds) throws Exception {
    for (int round = 1; round <= rounds; round++) {
      String turn = "round " + round + " of " + rounds + ": orders ";
      List<Callable<?>> arms =
          new ArrayList<>(
              List.of(
                  () -> alone(turn),
                  () -> looking(turn + "with dashboards", dashboards, looking),
                  () -> looking(turn + "with dashboards of that client", busiest, lookingAtBusiest),
                  () -> disabled(turn)));
      Collections.rotate(arms, round);
      for (Callable<?> arm : arms) {
        arm.call();
      }
    }
  }

  private long alone(String turn) throws Exception {
    progress.step(turn + "alone");
    alone.add(with.load().orders(clients, time, Pace.closed()));
    return with.surplus();
  }

  private long looking(String step, Dashboards at, List<Shown> into) throws Exception {
    progress.step(step);
    try (ExecutorService people = Executors.newSingleThreadExecutor()) {
      Future<Seen> seen = people.submit(() -> at.look(looks, time));
      into.add(with.load().orders(clients, time, Pace.closed()));
      seen.get();
    }
    return with.surplus();
  }

  private long disabled(String turn) throws Exception {
    if (without != null) {
      progress.step(turn + "without any reports");
      disabled.add(without.load().orders(clients, time, Pace.closed()));
    }
    return 0;
  }

  void show(Report report) {
    Table table =
        new Table(
            "closed loop of orders", "orders/s", "p50 ms", "p99 ms", "server us", "database us");
    side(table, "reports kept, nobody looks", alone);
    side(table, "reports kept, dashboards", looking);
    side(table, "the same of that client only", lookingAtBusiest);
    if (!disabled.isEmpty()) {
      side(table, "no reports at all", disabled);
    }
    report.table("Medians of the rounds; CPU time per order in microseconds", table);
    double rate = median(alone, Shown::perSecond);
    double loss = 100 * (1 - median(looking, Shown::perSecond) / rate);
    double most = 100 * (1 - median(lookingAtBusiest, Shown::perSecond) / rate);
    report
        .figure("loss_to_dashboards_of_the_ordering_client_percent", most)
        .figure("orders_per_s", rate)
        .figure("orders_per_s_with_dashboards", median(looking, Shown::perSecond));
    if (!disabled.isEmpty()) {
      double without = median(disabled, Shown::perSecond);
      double keeping = 100 * (1 - rate / without);
      report
          .figure("orders_per_s_without_reports", without)
          .figure("keeping_reports_costs_percent", keeping);
      report.note(
          "Keeping reports costs "
              + Numbers.text(keeping)
              + " % of the orders that are possible without them.");
    }
    report.note(
        "Where all dashboards are of the client whose orders come in, no answer is true for longer"
            + " than a second: "
            + Numbers.text(most)
            + " % of orders lost.");
    report.speed("% of orders lost to dashboards", loss, Relation.AT_MOST, MOST_LOSS_PERCENT);
    long others = alone.stream().mapToLong(Shown::others).sum();
    others += looking.stream().mapToLong(Shown::others).sum();
    others += lookingAtBusiest.stream().mapToLong(Shown::others).sum();
    others += disabled.stream().mapToLong(Shown::others).sum();
    report.correctness("answers other than created", others, Relation.EXACTLY, 0);
  }

  private static void side(Table table, String name, List<Shown> rounds) {
    table.row(
        name,
        Numbers.text(median(rounds, Shown::perSecond)),
        Numbers.text(median(rounds, round -> round.millis(50))),
        Numbers.text(median(rounds, round -> round.millis(99))),
        Numbers.text(median(rounds, Shown::serverMicros)),
        Numbers.text(median(rounds, Shown::databaseMicros)));
  }

  private static double median(List<Shown> rounds, ToDoubleFunction<Shown> figure) {
    return Numbers.median(rounds.stream().mapToDouble(figure).toArray());
  }
}
