package dev.holdfast.bench.speed;

import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.instance.CpuMeter;
import dev.holdfast.bench.instance.Instance;
import dev.holdfast.bench.load.LoadGenerator;
import dev.holdfast.bench.load.LoadPlan;
import dev.holdfast.bench.load.LoadResult;
import dev.holdfast.bench.load.Pace;
import dev.holdfast.bench.load.RequestTemplate;
import dev.holdfast.bench.load.TemplateSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Bursts of reservations against an instance. Keeps the sum of what was acknowledged, so that it
 * can be compared with the store afterwards.
 */
final class Burst {
  static final int CREATED = 201;

  private final Instance instance;
  private final Api api;
  private final LoadGenerator generator;
  private final int connections;
  private long acknowledged;
  private long unanswered;

  Burst(Instance instance, Api api, int connections, int threads) {
    this.instance = instance;
    this.api = api;
    this.connections = connections;
    this.generator = new LoadGenerator(threads);
  }

  /** What one burst showed, with the CPU time that each side used. */
  record Shown(LoadResult load, double perSecond, long serverNanos, long databaseNanos) {
    double serverNanosPerAnswer() {
      return (double) serverNanos / Math.max(1, load.answers());
    }

    double databaseNanosPerAnswer() {
      return (double) databaseNanos / Math.max(1, load.answers());
    }
  }

  /** Reserves one unit at a time at these positions, as fast as the answers come. */
  Shown run(List<Position> positions, Duration time) throws IOException, InterruptedException {
    return run(positions, time, Pace.closed());
  }

  /** Reserves one unit at a time at these positions and at this pace. */
  Shown run(List<Position> positions, Duration time, Pace pace)
      throws IOException, InterruptedException {
    List<RequestTemplate> templates = new ArrayList<>(positions.size());
    String prefix = Reservations.freshPrefix();
    positions.forEach(position -> templates.add(Reservations.one(api, position, prefix)));
    LoadPlan plan =
        LoadPlan.closed(api.base(), connections, time, new TemplateSource(templates)).at(pace);
    CpuMeter cpu = new CpuMeter(instance);
    LoadResult load = generator.run(plan);
    acknowledged += load.answers(CREATED);
    unanswered += load.broken();
    return new Shown(load, load.perSecond(CREATED), cpu.serverNanos(), cpu.databaseNanos());
  }

  /** Reservations that were acknowledged in all bursts. */
  long acknowledged() {
    return acknowledged;
  }

  /** Requests of all bursts that were never answered. */
  long unanswered() {
    return unanswered;
  }

  /** A stock position to reserve from. */
  record Position(String sku, String location) {}
}
