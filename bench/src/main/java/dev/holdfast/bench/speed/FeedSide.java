package dev.holdfast.bench.speed;

import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.instance.Instance;
import dev.holdfast.bench.instance.ServeOptions;
import dev.holdfast.bench.instance.ServerProcess;
import dev.holdfast.bench.instance.Stock;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Report;
import dev.holdfast.bench.rival.Rival;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of two sides, each on a database of its own: a server that follows the feed, one that does
 * not, or one whose changes an edge in a process of its own follows through Redis.
 */
final class FeedSide implements AutoCloseable {
  private static final String ROLES = "HOLDFAST_ROLES";
  private static final String WATCHED = "WATCHED";
  private static final int WATCHED_LOCATIONS = 20;
  private static final long PLENTY = 1_000_000_000L;

  private final Instance instance;
  private final Api api;
  private final Api edge;
  private final Stock stock;
  private final Burst burst;
  private final List<Burst.Position> wide;
  private final List<Burst.Position> watched;
  private final List<Burst.Shown> hotRounds = new ArrayList<>();
  private final List<Burst.Shown> wideRounds = new ArrayList<>();
  private long probed;

  private FeedSide(Instance instance, Api ledger, Api edge, LoadOptions options) throws Exception {
    this.instance = instance;
    this.api = ledger;
    this.edge = edge;
    this.stock = new Stock(api);
    this.burst = new Burst(instance, api, options.clients(), options.threads());
    this.wide = Spread.stocked(stock);
    List<String> locations =
        IntStream.range(0, WATCHED_LOCATIONS).mapToObj(number -> "L" + number).toList();
    stock.addSkus(List.of(WATCHED));
    stock.receive(List.of(WATCHED), locations, PLENTY);
    this.watched =
        locations.stream().map(location -> new Burst.Position(WATCHED, location)).toList();
  }

  static FeedSide start(Progress progress, boolean keep, boolean feed, LoadOptions options)
      throws Exception {
    ServeOptions serve = ServeOptions.DEFAULT.with("HOLDFAST_FEED", feed ? "on" : "off");
    Instance instance = Instance.start(progress, keep, serve);
    try {
      return new FeedSide(instance, instance.api(), instance.api(), options);
    } catch (Exception failed) {
      instance.close();
      throw failed;
    }
  }

  /** A ledger and an edge in two processes, with Redis between them. */
  static FeedSide split(Progress progress, boolean keep, Rival redis, LoadOptions options)
      throws Exception {
    ServeOptions both =
        ServeOptions.DEFAULT.with(
            "HOLDFAST_REDIS_URL", "redis://127.0.0.1:" + redis.address().getPort());
    // The first keeps the embedded database, which only a process that does everything may.
    Instance instance =
        Instance.start(progress, keep, ServeOptions.DEFAULT.with("HOLDFAST_FEED", "off"));
    try {
      ServerProcess ledger = instance.startAnother(both.with(ROLES, "ledger,jobs"));
      ServerProcess edge =
          instance.startAnother(
              both.with(ROLES, "edge").with("HOLDFAST_LEDGER_URLS", ledger.url().toString()));
      return new FeedSide(instance, api(instance, ledger), api(instance, edge), options);
    } catch (Exception failed) {
      instance.close();
      throw failed;
    }
  }

  private static Api api(Instance instance, ServerProcess server) {
    return new Api(server.url(), instance.key());
  }

  void describe(Report report) throws Exception {
    instance.describe(report);
  }

  void warmUp(Duration time) throws IOException, InterruptedException {
    burst.run(hot(), time);
    burst.run(wide, time);
  }

  void hotRound(Duration time) throws IOException, InterruptedException {
    hotRounds.add(burst.run(hot(), time));
  }

  void wideRound(Duration time) throws IOException, InterruptedException {
    wideRounds.add(burst.run(wide, time));
  }

  /** Reserves at a steady pace and watches the stream. */
  Probe.Seen probe(double perSecond, Duration time) throws IOException, InterruptedException {
    Probe.Seen seen = Probe.run(api, edge, watched, perSecond, time);
    probed += seen.load().answers(Burst.CREATED);
    return seen;
  }

  /** The same while everybody reserves everything. */
  Probe.Seen probeUnderLoad(double perSecond, Duration time)
      throws IOException, InterruptedException {
    List<Throwable> failed = new ArrayList<>();
    Thread load =
        Thread.ofPlatform()
            .name("load")
            .uncaughtExceptionHandler((thread, why) -> failed.add(why))
            .start(() -> {
              try {
                burst.run(wide, time.plusSeconds(1));
              } catch (IOException | InterruptedException broken) {
                throw new IllegalStateException(broken);
              }
            });
    Probe.Seen seen = probe(perSecond, time);
    load.join();
    if (!failed.isEmpty()) {
      throw new IOException("The load beside the probe broke off.", failed.getFirst());
    }
    return seen;
  }

  private List<Burst.Position> hot() {
    return List.of(wide.getFirst());
  }

  List<Burst.Shown> hotRounds() {
    return hotRounds;
  }

  List<Burst.Shown> wideRounds() {
    return wideRounds;
  }

  /** What the store holds beyond what was acknowledged. */
  long excess() throws IOException, InterruptedException {
    return stock.reservedInAll() - burst.acknowledged() - probed;
  }

  long unanswered() {
    return burst.unanswered();
  }

  @Override
  public void close() {
    try (instance;
        edge) {
      api.close();
    }
  }
}
