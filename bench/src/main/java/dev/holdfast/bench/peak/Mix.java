package dev.holdfast.bench.peak;

import dev.holdfast.bench.load.AnswerListener;
import dev.holdfast.bench.load.RequestSource;
import dev.holdfast.bench.load.TemplateSource;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Requests of several kinds in a given order, and the latency of each kind. One generator thread.
 */
final class Mix implements RequestSource, AnswerListener {
  /** Long enough that a repeated order is no pattern; a power of two. */
  private static final int PERIOD = 1 << 16;

  private static final long SEED = 1_126L;
  private static final long HIGHEST_NANOS = TimeUnit.MINUTES.toNanos(10);

  private final Map<Kind, TemplateSource> sources;
  private final Kind[] kinds;
  private final Map<Kind, Histogram> latencies = new EnumMap<>(Kind.class);

  /**
   * @param kinds of each request; repeated when they are over
   */
  Mix(Map<Kind, TemplateSource> sources, Kind[] kinds) {
    this.sources = new EnumMap<>(sources);
    this.kinds = kinds.clone();
    for (Kind kind : Kind.values()) {
      latencies.put(kind, new Histogram(HIGHEST_NANOS, 3));
    }
  }

  /** The mix of one row of a trace. */
  static Mix of(Map<Kind, TemplateSource> sources, Trace.Row row) {
    SplittableRandom random = new SplittableRandom(SEED);
    Kind[] kinds = new Kind[PERIOD];
    for (int i = 0; i < PERIOD; i++) {
      kinds[i] = row.kindAt(random.nextDouble() * row.total());
    }
    return new Mix(sources, kinds);
  }

  private Kind kind(long number) {
    return kinds[(int) (number % kinds.length)];
  }

  @Override
  public void write(long number, ByteBuffer target) {
    Objects.requireNonNull(sources.get(kind(number)), "requests of a kind").write(number, target);
  }

  @Override
  public void answered(long number, int status, ByteBuffer body) {
    throw new IllegalStateException("answers come with their latency");
  }

  @Override
  public void answered(long number, int status, ByteBuffer body, long nanos) {
    latency(kind(number)).recordValue(Math.clamp(nanos, 0, HIGHEST_NANOS));
  }

  Histogram latency(Kind kind) {
    return Objects.requireNonNull(latencies.get(kind), "the latency of a kind");
  }
}
