package dev.holdfast.bench.view;

import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.instance.CpuMeter;
import dev.holdfast.bench.instance.Cpus;
import dev.holdfast.bench.instance.Instance;
import dev.holdfast.bench.instance.InstanceException;
import dev.holdfast.bench.instance.ServeOptions;
import dev.holdfast.bench.load.LoneConnection;
import dev.holdfast.bench.load.RequestTemplate;
import dev.holdfast.bench.load.TemplateSource;
import dev.holdfast.bench.report.Numbers;
import dev.holdfast.bench.report.Progress;
import dev.holdfast.bench.report.Report;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** A server that has so many positions in memory, on one processor with its database. */
final class ViewStand implements AutoCloseable {
  /** What ten million positions must fit. */
  static final String HEAP = "-Xmx1g";

  /** Lookups name one of the first of them, so that the answers are alike at every size. */
  static final int ASKED_LOCATIONS = 2;

  /** Far more than an event loop keeps answers: most of them are read from the view. */
  private static final int QUESTIONS = 20_000;

  private static final Duration ARRIVAL = Duration.ofMinutes(1);
  private static final long SEED = 20_261_120L;
  private static final long HIGHEST_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Instance instance;
  private final long positions;
  private final double loadSeconds;
  private final double copySeconds;
  private final long liveBytes;
  private final int skus;
  private final List<Double> p50 = new ArrayList<>();
  private final List<Double> p99 = new ArrayList<>();
  private final List<Double> cpu = new ArrayList<>();
  private @Nullable TemplateSource questions;
  private long asked;

  private ViewStand(Instance instance, int skus, long positions, double copySeconds)
      throws IOException, InterruptedException {
    this.instance = instance;
    this.positions = positions;
    this.copySeconds = copySeconds;
    this.loadSeconds = instance.server().metric("holdfast_view_load_seconds");
    long loaded = (long) instance.server().metric("holdfast_view_positions");
    if (loaded != positions) {
      throw new InstanceException(
          "The view holds " + loaded + " positions; the database holds " + positions + ".");
    }
    this.liveBytes = LiveHeap.settledBytes(instance.server().pid());
    this.skus = skus;
  }

  /**
   * Makes a database of this shape, starts the server on it and waits until it has loaded.
   *
   * @param each positions of each SKU: at so many of the locations
   */
  static ViewStand start(Progress progress, boolean keep, int skus, int locations, int each)
      throws Exception {
    ServeOptions serve =
        ServeOptions.DEFAULT
            .with("HOLDFAST_JAVA_OPTS", HEAP)
            .with("HOLDFAST_EVENT_LOOPS", "1")
            .on(Cpus.first());
    Instance instance = Instance.start(progress, keep, serve.with("HOLDFAST_FEED", "off"));
    try {
      long positions = (long) skus * each;
      progress.step("inserting " + Numbers.text(positions) + " positions");
      BulkStock bulk = new BulkStock(instance.database());
      bulk.addCatalogue(skus, locations);
      bulk.addPositions(each);
      double copySeconds = bulk.copyNanos() / 1e9;
      progress.step("loading " + Numbers.text(positions) + " positions");
      instance.server().restart(serve);
      return new ViewStand(instance, skus, positions, copySeconds);
    } catch (Exception failed) {
      instance.close();
      throw failed;
    }
  }

  private TemplateSource questions() {
    Random random = new Random(SEED);
    List<RequestTemplate> templates = new ArrayList<>();
    try (Api api = instance.api()) {
      for (int i = 0; i < QUESTIONS; i++) {
        String path =
            "/v1/availability/%s%d?location=%s%d"
                .formatted(
                    BulkStock.SKU,
                    1 + random.nextInt(skus),
                    BulkStock.LOCATION,
                    1 + random.nextInt(ASKED_LOCATIONS));
        templates.add(RequestTemplate.get(api.base(), path, api.key()));
      }
    }
    return new TemplateSource(templates);
  }

  /** Looks up one SKU at a time for a while; the figures of warm-ups are not kept. */
  void lookUp(Duration time, boolean warmUp) throws IOException {
    TemplateSource ask = questions == null ? questions() : questions;
    questions = ask;
    Histogram latency = new Histogram(HIGHEST_NANOS, 3);
    CpuMeter meter = new CpuMeter(instance);
    long end = System.nanoTime() + time.toNanos();
    try (LoneConnection connection = new LoneConnection(instance.server().url())) {
      while (System.nanoTime() - end < 0) {
        long start = System.nanoTime();
        int status = connection.exchange(ask, asked++);
        latency.recordValue(Math.min(System.nanoTime() - start, HIGHEST_NANOS));
        if (status != 200) {
          throw new InstanceException("A lookup was answered with " + status + ".");
        }
      }
    }
    if (!warmUp) {
      p50.add((double) latency.getValueAtPercentile(50));
      p99.add((double) latency.getValueAtPercentile(99));
      cpu.add((double) meter.serverNanos() / latency.getTotalCount());
    }
  }

  void describe(Report report) throws Exception {
    instance.describe(report);
  }

  long positions() {
    return positions;
  }

  long liveBytes() {
    return liveBytes;
  }

  /** Gives every SKU, so far without any, one position, and waits until the feed has told them. */
  long liveBytesWithOneEach(Progress progress) throws Exception {
    progress.step("adding " + Numbers.text(skus) + " positions");
    new BulkStock(instance.database()).addPositions(1);
    long giveUp = System.nanoTime() + ARRIVAL.toNanos();
    while (instance.server().metric("holdfast_view_positions") < skus) {
      if (System.nanoTime() - giveUp > 0) {
        throw new InstanceException("The feed has not told all positions after " + ARRIVAL + ".");
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return LiveHeap.settledBytes(instance.server().pid());
  }

  double loadSeconds() {
    return loadSeconds;
  }

  double copySeconds() {
    return copySeconds;
  }

  double p50Nanos() {
    return median(p50);
  }

  double p99Nanos() {
    return median(p99);
  }

  double cpuNanos() {
    return median(cpu);
  }

  private static double median(List<Double> rounds) {
    return Numbers.median(rounds.stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Override
  public void close() {
    instance.close();
  }
}
