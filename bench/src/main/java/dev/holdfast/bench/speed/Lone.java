package dev.holdfast.bench.speed;

import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.instance.Instance;
import dev.holdfast.bench.instance.Stock;
import dev.holdfast.bench.load.LoneConnection;
import dev.holdfast.bench.load.RequestTemplate;
import dev.holdfast.bench.naive.NaiveBaseline;
import dev.holdfast.bench.naive.NaiveTransaction;
import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Relation;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.report.ReportingCommand;
import dev.holdfast.bench.report.Table;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Batching must not cost a lone client: its latency beside plain JDBC and a bare HTTP answer. */
@Command(
    name = "lone",
    description = "Latency of one client alone, against the same transaction over plain JDBC.")
final class Lone extends ReportingCommand {
  private static final Burst.Position SHELF = new Burst.Position("LONE-1", "BENCH");
  private static final long PLENTY = 1_000_000_000L;
  private static final int BLOCK = 100;
  private static final int WARM_UP_CLIENTS = 16;
  private static final double BAR = 1.3;
  private static final long HIGHEST_NANOS = TimeUnit.SECONDS.toNanos(60);

  @Option(
      names = "--blocks",
      defaultValue = "40",
      description = "Blocks of 100 requests of each kind in turn (default: ${DEFAULT-VALUE}).")
  private int blocks;

  private final Histogram jdbc = new Histogram(HIGHEST_NANOS, 3);
  private final Histogram holdfast = new Histogram(HIGHEST_NANOS, 3);
  private final Histogram echo = new Histogram(HIGHEST_NANOS, 3);

  /** Something that is timed. */
  private interface Timed {
    void once(long number) throws Exception;
  }

  @Override
  protected String commandName() {
    return "bench lone";
  }

  @Override
  protected void measure(Report report, Progress progress) throws Exception {
    progress.expect(3);
    try (Instance instance = Instance.start(progress, keep());
        Api api = instance.api()) {
      instance.describe(report);
      Stock stock = new Stock(api);
      stock.addSkus(List.of(SHELF.sku()));
      stock.addLocations(List.of(SHELF.location()));
      stock.receive(List.of(SHELF.sku()), List.of(SHELF.location()), PLENTY);
      new NaiveBaseline(instance.database()).perSecond(1, Duration.ofMillis(200));
      progress.step("warming the server up");
      Burst warmUp = new Burst(instance, api, WARM_UP_CLIENTS, 1);
      warmUp.run(List.of(SHELF), Duration.ofSeconds(quick() ? 2 : 10));
      progress.step("taking turns: JDBC, Holdfast, echo");
      try (NaiveTransaction naive = new NaiveTransaction(instance.database());
          LoneConnection connection = new LoneConnection(api.base())) {
        takeTurns(api, naive, connection);
      }
      judge(report);
      long reserved = stock.balance(SHELF.sku(), SHELF.location()).reserved();
      long told = warmUp.acknowledged() + (long) blocks() * BLOCK + BLOCK;
      report.correctness("in the store minus acknowledged", reserved - told, Relation.EXACTLY, 0);
    }
  }

  private int blocks() {
    return quick() ? 5 : blocks;
  }

  /** One block of each kind after the other, so that a slow second hits all of them. */
  private void takeTurns(Api api, NaiveTransaction naive, LoneConnection connection)
      throws Exception {
    RequestTemplate reserve = Reservations.one(api, SHELF, Reservations.freshPrefix());
    RequestTemplate health = RequestTemplate.get(api.base(), "/_health");
    Timed byJdbc = number -> naive.reserve(NaiveBaseline.SKU, NaiveBaseline.LOCATION, 1);
    Timed byHttp = number -> require(connection.exchange(reserve, number), Burst.CREATED);
    Timed bare = number -> require(connection.exchange(health, number), 200);
    for (int block = 0; block <= blocks(); block++) {
      time(jdbc, byJdbc, block);
      time(holdfast, byHttp, block);
      time(echo, bare, block);
      if (block == 0) {
        List.of(jdbc, holdfast, echo).forEach(Histogram::reset);
      }
    }
  }

  private static void time(Histogram latency, Timed timed, int block) throws Exception {
    for (long number = 0; number < BLOCK; number++) {
      long start = System.nanoTime();
      timed.once((long) block * BLOCK + number);
      latency.recordValue(Math.min(System.nanoTime() - start, HIGHEST_NANOS));
    }
  }

  private static void require(int status, int wanted) {
    if (status != wanted) {
      throw new IllegalStateException("The server answered " + status + ", not " + wanted + ".");
    }
  }

  private void judge(Report report) {
    Table table = new Table("one client, microseconds", "p50", "p90", "p99");
    row(report, table, "the transaction over JDBC", "jdbc", jdbc);
    row(report, table, "a reservation through Holdfast", "holdfast", holdfast);
    row(report, table, "a bare HTTP answer (GET /_health)", "echo", echo);
    report.table("Latency", table);
    double p50 = holdfast.getValueAtPercentile(50);
    double beyondEcho = p50 - echo.getValueAtPercentile(50);
    double ratio = beyondEcho / jdbc.getValueAtPercentile(50);
    report.figure("ratio", ratio);
    report.speed("(Holdfast p50 - echo p50) / JDBC p50", ratio, Relation.AT_MOST, BAR);
  }

  private static void row(
      Report report, Table table, String title, String name, Histogram latency) {
    table.row(title, micros(latency, 50), micros(latency, 90), micros(latency, 99));
    report.figure(name + "_p50_us", Numbers.micros(latency.getValueAtPercentile(50)));
    report.figure(name + "_p99_us", Numbers.micros(latency.getValueAtPercentile(99)));
  }

  private static String micros(Histogram latency, double percentile) {
    return Numbers.text(Numbers.micros(latency.getValueAtPercentile(percentile)));
  }
}
