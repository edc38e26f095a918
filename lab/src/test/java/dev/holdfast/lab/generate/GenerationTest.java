package dev.holdfast.lab.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is generated is the same whoever writes it, and what the parameters say. */
final class GenerationTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

  @TempDir Path folder;

  private static Demand demand(LocalDate from, int days, long seed) {
    return new Demand(
        seed, 4, from, days, 40, 4_000, 1, 3, 0.2, 1, 500, List.of(), Postcodes.own());
  }

  @Test
  void sameSeedGivesTheSameBytesWithAnyNumberOfThreads() throws IOException {
    Demand demand = demand(FRIDAY, 2, 7);
    Generation.Result one = write(demand, "one", 1, CsvFiles::new);
    write(demand, "three", 3, CsvFiles::new);
    write(demand(FRIDAY, 2, 8), "other", 1, CsvFiles::new);
    assertThat(one.orders()).isEqualTo(demand.orders());
    assertThat(files("one")).hasSize(2 * 4 * 3).isEqualTo(files("three"));
    assertThat(files("other")).isNotEqualTo(files("one"));
  }

  @Test
  void bytesEncodedByHandAreThoseThatTheNaiveWriterWrites() throws IOException {
    Demand demand = demand(FRIDAY, 1, 3);
    write(demand, "hand", 2, CsvFiles::new);
    write(demand, "naive", 2, NaiveRun::new);
    Map<String, String> naive = files("naive");
    Map<String, String> hand = files("hand");
    assertThat(naive).hasSize(4);
    assertThat(hand).containsAllEntriesOf(naive);
  }

  @Test
  void sumsOfAnOrderAddUp() {
    Demand demand = demand(FRIDAY.minusDays(3), 1, 11);
    Set<GeneratedOrder.State> seen = EnumSet.noneOf(GeneratedOrder.State.class);
    int[] split = {0, 0};
    for (ClientProfile client : demand.profiles()) {
      long[] before = {Long.MIN_VALUE};
      new ClientDay(demand, client, demand.from())
          .each(order -> {
            assertThat(order.placedAt()).isGreaterThanOrEqualTo(before[0]);
            before[0] = order.placedAt();
            seen.add(order.shipment(0).state());
            split[0] += order.shipments() > 1 ? 1 : 0;
            split[1] += order.rows() > 2 && order.row(2).orderedMilli() == 0 ? 1 : 0;
            assertLinesAddUp(order);
          });
    }
    assertThat(seen).containsExactlyInAnyOrder(GeneratedOrder.State.values());
    assertThat(split).doesNotContain(0);
  }

  private static void assertLinesAddUp(GeneratedOrder order) {
    long ordered = 0;
    long filled = 0;
    for (int i = 0; i < order.rows(); i++) {
      GeneratedOrder.Row row = order.row(i);
      ordered += row.orderedMilli();
      filled += row.filledMilli();
      assertThat(row.returnedMilli()).isBetween(0, row.filledMilli());
      assertThat(row.shipment()).isLessThan(order.shipments());
    }
    assertThat(ordered).isPositive();
    assertThat(filled).isBetween(0L, ordered);
    if (order.isRefused()) {
      assertThat(filled).isZero();
    }
  }

  @Test
  void paydaysBringMoreOrdersAndHotSkusMoreOfThem() {
    Demand demand = demand(FRIDAY.minusDays(7), 8, 5);
    ClientProfile client = demand.profiles().getLast();
    int ordinary = new ClientDay(demand, client, FRIDAY.minusDays(7)).orders();
    int payday = new ClientDay(demand, client, FRIDAY).orders();
    assertThat((double) payday / ordinary).isBetween(2.4, 3.6);
    int[] sold = new int[500];
    new ClientDay(demand, client, FRIDAY).each(order -> sold[order.row(0).sku]++);
    assertThat(sold[0]).isGreaterThan(20 * sold[400]);
  }

  private Generation.Result write(
      Demand demand, String name, int threads, Generation.Writers writers) throws IOException {
    Path to = Files.createDirectories(folder.resolve(name));
    return new Generation(demand, to, threads, writers).run(false);
  }

  private Map<String, String> files(String name) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    Path root = folder.resolve(name);
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        contents.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
