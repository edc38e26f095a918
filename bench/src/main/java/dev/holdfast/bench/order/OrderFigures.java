package dev.holdfast.bench.order;

import dev.holdfast.bench.order.OrderLoad.Shown;
import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.Table;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Writes what loads of orders showed into a report. */
final class OrderFigures {
  private OrderFigures() {}

  /** Both sides of the closed loop: rates, latencies, and who used the processors. */
  static void closed(Report report, List<Shown> orders, List<Shown> plain) {
    Table table =
        new Table(
            "closed loop",
            "per second",
            "p50 ms",
            "p99 ms",
            "generator us",
            "server us",
            "database us");
    side(table, "plain reservations", plain);
    side(table, "orders", orders);
    report.table("Medians of the rounds; CPU time per answer in microseconds", table);
    double rate = median(orders, Shown::perSecond);
    double plainRate = median(plain, Shown::perSecond);
    report
        .figure("orders_per_s_closed", rate)
        .figure("reservations_per_s_closed", plainRate)
        .figure("orders_per_reservation", rate / Math.max(1, plainRate))
        .figure("generator_us_per_order", median(orders, Shown::generatorMicros))
        .figure("server_us_per_order", median(orders, Shown::serverMicros))
        .figure("database_us_per_order", median(orders, Shown::databaseMicros));
    boolean limit = orders.stream().anyMatch(round -> round.load().generatorWasTheLimit());
    double share = median(orders, round -> round.load().generatorLoad());
    report.note(
        limit
            ? "The generator was the limit: the server may be faster."
            : "The generator was not the limit: it was busy for "
                + Numbers.text(share)
                + " of the time.");
  }

  private static void side(Table table, String name, List<Shown> rounds) {
    table.row(
        name,
        Numbers.text(median(rounds, Shown::perSecond)),
        Numbers.text(median(rounds, round -> round.millis(50))),
        Numbers.text(median(rounds, round -> round.millis(99))),
        Numbers.text(median(rounds, Shown::generatorMicros)),
        Numbers.text(median(rounds, Shown::serverMicros)),
        Numbers.text(median(rounds, Shown::databaseMicros)));
  }

  /** One rate of the open loop. */
  static void row(Table table, double rate, Shown shown, boolean keptUp) {
    table.row(
        Numbers.text(rate),
        Numbers.text(shown.perSecond()),
        Numbers.text(shown.millis(50)),
        Numbers.text(shown.millis(99)),
        Numbers.text(shown.millis(99.9)),
        keptUp ? "yes" : "no");
  }

  /** The first few answers that nobody expected. */
  static void surprises(Report report, List<Shown> rounds) {
    for (Shown round : rounds) {
      if (!round.load().unexpected().isEmpty()) {
        report.note("Unexpected (" + round.load().counts() + "):");
        round.load().unexpected().forEach(answer -> report.note("  " + answer));
      }
    }
  }

  static double median(List<Shown> rounds, ToDoubleFunction<Shown> figure) {
    return Numbers.median(rounds.stream().mapToDouble(figure).toArray());
  }
}
