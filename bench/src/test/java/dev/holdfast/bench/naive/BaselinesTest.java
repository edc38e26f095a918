package dev.holdfast.bench.naive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.bench.instance.Database;
import dev.holdfast.bench.instance.InstanceException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselinesTest {
  private static EmbeddedPostgres postgres;
  private static Database database;

  @BeforeAll
  static void start() throws IOException {
    postgres = durable(true);
    database = login(postgres);
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @Test
  void theNaiveTransactionSellsTheLastUnitOnce() throws Exception {
    new NaiveBaseline(database);
    try (var connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("insert into bench_naive.position values ('LAST', 'L', 10, 0)");
    }
    try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
      List<Callable<Long>> buyers =
          IntStream.range(0, 4).<Callable<Long>>mapToObj(n -> () -> buy("LAST", 10)).toList();
      long sold = 0;
      for (var buyer : executor.invokeAll(buyers)) {
        sold += buyer.get();
      }
      assertThat(sold).isEqualTo(10);
    }
    assertThat(database.ask("select count(*) from bench_naive.reservation where sku = 'LAST'"))
        .isEqualTo("10");
  }

  @Test
  void theRateIsWhatTheTableSays() throws Exception {
    NaiveBaseline baseline = new NaiveBaseline(database);

    double perSecond = baseline.perSecond(2, Duration.ofMillis(500));

    String reservations = "select count(*) from bench_naive.reservation where sku = 'NAIVE-1'";
    double counted = Double.parseDouble(database.ask(reservations)) / 0.5;
    assertThat(perSecond).isPositive().isLessThanOrEqualTo(counted);
    assertThat(counted - perSecond).isLessThanOrEqualTo(2 / 0.5);
  }

  @Test
  void copyFillsBothTablesWithTheWholeFile(@TempDir Path folder) throws Exception {
    Path csv = folder.resolve("stock.csv");
    Files.writeString(csv, "sku,location,quantity\nA,L1,5\nA,L2,6\nB,L1,7\n");
    CopyBaseline copy = new CopyBaseline(database);
    for (CopyBaseline.Target target : CopyBaseline.Target.values()) {
      assertThat(copy.rowsPerSecond(csv, target)).isPositive();
      assertThat(copy.rowsPerSecond(csv, target)).as("emptied first").isPositive();
    }
    assertThat(database.ask("select sum(quantity) from bench_naive.stock_plain")).isEqualTo("18");
    assertThat(database.ask("select sum(quantity) from bench_naive.stock_keyed")).isEqualTo("18");
  }

  @Test
  void aDatabaseThatDoesNotWaitForTheDiskIsRefused() throws Exception {
    try (EmbeddedPostgres careless = durable(false)) {
      assertThatThrownBy(() -> new NaiveBaseline(login(careless)))
          .isInstanceOf(InstanceException.class)
          .hasMessageContaining("fsync = off")
          .hasMessageContaining("Set it to on");
    }
  }

  private static long buy(String sku, int tries) throws Exception {
    long bought = 0;
    try (NaiveTransaction transaction = new NaiveTransaction(database)) {
      for (int attempt = 0; attempt < tries; attempt++) {
        bought += transaction.reserve(sku, "L", 1) ? 1 : 0;
      }
    }
    return bought;
  }

  private static EmbeddedPostgres durable(boolean on) throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", on ? "on" : "off")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("synchronous_commit", "on")
        .start();
  }

  private static Database login(EmbeddedPostgres server) {
    return new Database(
        "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres", "postgres", "postgres");
  }
}
