package dev.holdfast.bench.reporting;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.bench.instance.Api;
import dev.holdfast.bench.instance.Cpus;
import dev.holdfast.bench.instance.Instance;
import dev.holdfast.bench.instance.InstanceException;
import dev.holdfast.bench.instance.ServeOptions;
import dev.holdfast.bench.order.DemoCustomers;
import dev.holdfast.bench.order.OrderLoad;
import dev.holdfast.bench.report.Progress;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An installation with the demo company, its customers, and what its reports count. */
final class Stand implements AutoCloseable {
  /** What is behind after a load catches up in this time, or something is wrong. */
  private static final Duration CATCH_UP = Duration.ofMinutes(3);

  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Instance instance;
  private final Api api;
  private final OrderLoad load;
  private final long countedBefore;
  private final boolean reports;

  private Stand(Instance instance, Api api, OrderLoad load, boolean reports)
      throws IOException, InterruptedException {
    this.instance = instance;
    this.api = api;
    this.load = load;
    this.reports = reports;
    this.countedBefore = reports ? countedOnceFresh() : 0;
  }

  /** The demo company's past comes into reports some seconds after the start. */
  private long countedOnceFresh() throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (!overview().path("fresh").asBoolean()) {
      if (System.nanoTime() - start > CATCH_UP.toNanos()) {
        throw new InstanceException("Reports never became fresh. Look at the log with --keep.");
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
    return counted();
  }

  /** Starts one, with reports or without, and meets so many customers. */
  static Stand start(Progress progress, boolean keep, boolean reports, long seed, int customers)
      throws IOException, InterruptedException {
    ServeOptions options =
        ServeOptions.DEFAULT
            .with("HOLDFAST_DEMO", "true")
            .with("HOLDFAST_REPORTS_ENABLED", Boolean.toString(reports))
            .on(Cpus.firstTwo());
    Instance instance = Instance.start(progress, keep, options);
    try {
      Api api = instance.api();
      DemoCustomers wishes = DemoCustomers.at(api, seed);
      OrderLoad load = new OrderLoad(instance, api);
      Stand stand = new Stand(instance, api, load, reports);
      load.meet(wishes, customers);
      if (load.placed() == 0) {
        throw new InstanceException("No order could be placed. Look at the log with --keep.");
      }
      return stand;
    } catch (IOException | InterruptedException | RuntimeException failed) {
      instance.close();
      throw failed;
    }
  }

  Instance instance() {
    return instance;
  }

  Api api() {
    return api;
  }

  OrderLoad load() {
    return load;
  }

  /** Yesterday, today and tomorrow, whatever the clocks of places say. */
  private JsonNode overview() throws IOException, InterruptedException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    return api.get("/v1/reports/overview?from=" + today.minusDays(1) + "&to=" + today.plusDays(1));
  }

  private long counted() throws IOException, InterruptedException {
    JsonNode report = overview();
    int column = 0;
    while (!report.path("columns").path(column).path("name").asText("orders").equals("orders")) {
      column++;
    }
    long orders = 0;
    for (JsonNode row : report.path("rows")) {
      orders += row.path(column).asLong();
    }
    return orders;
  }

  /**
   * Waits until reports count every acknowledged order.
   *
   * @return orders that they count beyond the acknowledged ones; below 0, those that are missing
   */
  long surplus() throws IOException, InterruptedException {
    if (!reports) {
      return 0;
    }
    long giveUp = System.nanoTime() + CATCH_UP.toNanos();
    long surplus = counted() - countedBefore - load.placed();
    while (surplus < 0 && System.nanoTime() - giveUp < 0) {
      LockSupport.parkNanos(POLL_NANOS);
      surplus = counted() - countedBefore - load.placed();
    }
    return surplus;
  }

  @Override
  public void close() {
    api.close();
    instance.close();
  }
}
