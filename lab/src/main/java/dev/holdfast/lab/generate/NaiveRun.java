package dev.holdfast.lab.generate;

import dev.holdfast.lab.generate.GeneratedOrder.Row;
import dev.holdfast.lab.generate.GeneratedOrder.Shipment;
import dev.holdfast.lab.generate.Generation.Written;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The baseline: the same orders written as most programs write, with {@code String.format} and a
 * {@code BufferedWriter}, on as many threads. Its files are the same bytes, and are removed.
 */
final class NaiveRun implements Generation.DayFiles {
  private static final int SAMPLE = 150_000;

  private final Demand demand;
  private final Path folder;

  NaiveRun(Demand demand, Path folder) {
    this.demand = demand;
    this.folder = folder;
  }

  /** Writes a sample of the same demand. */
  static Generation.Result measure(Demand demand, Path to, int threads) throws IOException {
    Path folder = Files.createTempDirectory(to, "naive");
    try {
      Demand sample = demand.orders() > SAMPLE ? demand.scaledTo(SAMPLE) : demand;
      return new Generation(sample, folder, threads, NaiveRun::new).run(false);
    } finally {
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }

  @Override
  public Written write(ClientDay day) throws IOException {
    Path at = Files.createDirectories(folder.resolve(day.day().toString()));
    Path file = at.resolve(day.client().code() + ".orders.csv");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(OrderSheet.HEADER + "\n");
      day.each(order -> add(out, order));
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(false);
    }
    return new Written(day.orders(), 1, Files.size(file));
  }

  private void add(BufferedWriter out, GeneratedOrder order) {
    int part = 0;
    int shipment = -1;
    try {
      for (int i = 0; i < order.rows; i++) {
        Row row = order.row[i];
        part = row.shipment == shipment ? part + 1 : 1;
        shipment = row.shipment;
        out.write(line(order, i + 1, row, part));
        out.write('\n');
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private String line(GeneratedOrder order, int number, Row row, int part) {
    ClientProfile client = order.client;
    Shipment shipment = order.shipment[row.shipment];
    boolean refused = order.refused;
    return String.format(
        Locale.ROOT,
        "%s,%s-%d-%07d,%d,%d,%d,%d,%d,%s,%s,%s,%s,%s,%s,%s,%s,%d,%d,%d,%d,%s,%s,%s,%s,%s,%s,%d,%d,%s",
        client.code(),
        client.code(),
        order.epochDay,
        order.sequence,
        number,
        row.line + 1,
        row.shipment + 1,
        part,
        order.shipments,
        time(order.placedAt),
        shipment.place.code(),
        shipment.place.zone(),
        demand.postcodes().text(client.country(), order.postcode),
        refused ? "" : shipment.offer.carrier(),
        refused ? "" : shipment.offer.service(),
        ClientProfile.CATEGORIES.get(row.category),
        client.skus().code(row.sku),
        row.orderedMilli,
        row.filledMilli,
        row.returnedMilli,
        row.revenueMinor,
        client.currency(),
        refused ? "" : time(shipment.releasedAt),
        refused ? "" : time(shipment.shippedAt),
        refused ? "" : time(shipment.shipBy),
        refused ? "" : LocalDate.ofEpochDay(shipment.promised),
        refused ? "" : LocalDate.ofEpochDay(shipment.arrival),
        refused || part > 1 ? 0 : shipment.cartons,
        refused || part > 1 ? 0 : shipment.shippingMinor,
        shipment.state.label());
  }

  private static String time(long second) {
    return second == GeneratedOrder.NEVER ? "" : Instant.ofEpochSecond(second).toString();
  }
}
