package dev.holdfast.bench.order;

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
import java.util.UUID;
import java.util.function.Function;

/**
 * Loads an instance with orders, or with the same baskets as plain reservations, and counts what it
 * acknowledged. One thread.
 */
public final class OrderLoad {
  static final String ORDERS = "/v1/orders";
  static final String RESERVATIONS = "/v1/reservations";
  private static final int CREATED = 201;

  private final Instance instance;
  private final Api api;
  private final LoadGenerator generator = new LoadGenerator(1);
  private final List<Basket> baskets = new ArrayList<>();
  private long placed;
  private long reserved;
  private long unanswered;

  /** A load of an instance through one of its faces. */
  public OrderLoad(Instance instance, Api api) {
    this.instance = instance;
    this.api = api;
  }

  /** What a load showed, with the CPU time that each side used for one answer, microseconds. */
  public record Shown(LoadResult load, double serverMicros, double databaseMicros) {
    /** Orders or reservations that were acknowledged. */
    public double perSecond() {
      return load.perSecond(CREATED);
    }

    double generatorMicros() {
      return load.generatorNanosPerAnswer() / 1_000;
    }

    /** Latency at a percentile. */
    public double millis(double percentile) {
      return load.latencyNanos(percentile) / 1e6;
    }

    /** Answers that are not what was asked for. */
    public long others() {
      return load.answers() - load.answers(CREATED);
    }
  }

  /**
   * Places one order for each of so many customers, one after the other; those who can be served
   * are the customers of the loads.
   *
   * @return how many could not be served
   */
  public int meet(DemoCustomers customers, int count) throws IOException, InterruptedException {
    int turnedAway = 0;
    while (baskets.size() < count && turnedAway <= count) {
      Basket basket = customers.next();
      int status = api.command(ORDERS, UUID.randomUUID().toString(), basket.order()).status();
      if (status == CREATED) {
        placed++;
        baskets.add(basket);
      } else {
        turnedAway++;
      }
    }
    return turnedAway;
  }

  int baskets() {
    return baskets.size();
  }

  /** Orders of the customers, each of whom comes again and again. */
  public Shown orders(int connections, Duration time, Pace pace)
      throws IOException, InterruptedException {
    Shown shown = run(ORDERS, Basket::order, connections, time, pace);
    placed += shown.load().answers(CREATED);
    return shown;
  }

  Shown reservations(int connections, Duration time) throws IOException, InterruptedException {
    Shown shown = run(RESERVATIONS, Basket::reservation, connections, time, Pace.closed());
    reserved += shown.load().answers(CREATED);
    return shown;
  }

  private Shown run(
      String path, Function<Basket, String> body, int connections, Duration time, Pace pace)
      throws IOException, InterruptedException {
    String prefix = UUID.randomUUID().toString().substring(0, 13) + "-";
    List<RequestTemplate> templates =
        baskets.stream()
            .map(one -> RequestTemplate.post(api.base(), path, api.key(), prefix, body.apply(one)))
            .toList();
    LoadPlan plan =
        LoadPlan.closed(api.base(), connections, time, new TemplateSource(templates)).at(pace);
    CpuMeter cpu = new CpuMeter(instance);
    LoadResult load = generator.run(plan);
    double answers = Math.max(1, load.answers()) * 1_000.0;
    unanswered += load.broken();
    return new Shown(load, cpu.serverNanos() / answers, cpu.databaseNanos() / answers);
  }

  /** Orders that were acknowledged in all loads. */
  public long placed() {
    return placed;
  }

  /** Plain reservations that were acknowledged in all loads. */
  long reserved() {
    return reserved;
  }

  /** Requests of all loads that were never answered. */
  public long unanswered() {
    return unanswered;
  }
}
