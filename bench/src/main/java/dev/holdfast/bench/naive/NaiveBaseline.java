package dev.holdfast.bench.naive;

import dev.holdfast.bench.instance.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Measures the {@link NaiveTransaction} on one hot position at several numbers of clients. */
public final class NaiveBaseline {
  /** The client counts at which the baseline is tried. */
  public static final List<Integer> CLIENTS = List.of(1, 2, 4, 8, 16, 32, 64);

  /** The position of the baseline. */
  public static final String SKU = "NAIVE-1";

  /** Where the baseline keeps it. */
  public static final String LOCATION = "NAIVE";

  private static final long PLENTY = 1_000_000_000_000L;
  private static final double NANOS_PER_SECOND = 1e9;

  private final Database database;

  /** A baseline on this database; refuses one that is not durable. */
  public NaiveBaseline(Database database) throws SQLException {
    database.requireDurable();
    this.database = database;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists bench_naive");
      statement.execute(
          "create table if not exists bench_naive.position (sku text, location text,"
              + " on_hand bigint not null, reserved bigint not null default 0,"
              + " check (reserved <= on_hand), primary key (sku, location))");
      statement.execute(
          "create table if not exists bench_naive.reservation (id uuid primary key, sku text,"
              + " location text, quantity bigint, expires_at timestamptz)");
      statement.execute(
          String.format(
              "insert into bench_naive.position (sku, location, on_hand) values ('%s', '%s', %d)"
                  + " on conflict do nothing",
              SKU, LOCATION, PLENTY));
    }
  }

  /** Reservations per second of one position with this many clients. */
  public double perSecond(int clients, Duration time) throws SQLException, InterruptedException {
    List<NaiveTransaction> connections = new ArrayList<>();
    try (ExecutorService executor = Executors.newFixedThreadPool(clients)) {
      for (int client = 0; client < clients; client++) {
        connections.add(new NaiveTransaction(database));
      }
      long start = System.nanoTime();
      long stop = start + time.toNanos();
      List<Future<Long>> counts = new ArrayList<>();
      for (NaiveTransaction connection : connections) {
        counts.add(executor.submit(() -> reserveUntil(connection, stop)));
      }
      long sum = 0;
      for (Future<Long> count : counts) {
        sum += count.get();
      }
      return sum * NANOS_PER_SECOND / time.toNanos();
    } catch (ExecutionException failed) {
      throw new SQLException("The baseline failed.", failed.getCause());
    } finally {
      for (NaiveTransaction connection : connections) {
        connection.close();
      }
    }
  }

  /** Counts only what was committed before the time was over. */
  private static long reserveUntil(NaiveTransaction connection, long stop) throws SQLException {
    long reserved = 0;
    while (System.nanoTime() - stop < 0) {
      boolean done = connection.reserve(SKU, LOCATION, 1);
      if (done && System.nanoTime() - stop < 0) {
        reserved++;
      }
    }
    return reserved;
  }
}
