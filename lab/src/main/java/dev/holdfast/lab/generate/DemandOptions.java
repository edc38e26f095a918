package dev.holdfast.lab.generate;

import dev.holdfast.lab.LabException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The parameters of what is generated, as options. */
public final class DemandOptions {
  private static final int MINUTES_PER_DAY = 1_440;
  private static final int MAX_PER_DAY = 10_000_000;

  @Option(names = "--clients", defaultValue = "12", description = "Default: ${DEFAULT-VALUE}.")
  private int clients;

  @Option(names = "--days", defaultValue = "7", description = "Default: ${DEFAULT-VALUE}.")
  private int days;

  @Option(names = "--from", description = "First day; default: so many days before today.")
  private @Nullable String from;

  @Option(
      names = "--orders-per-day",
      defaultValue = "300..100000",
      description = "Of the smallest and of the largest client; default: ${DEFAULT-VALUE}.")
  private String perDay = "";

  @Option(names = "--rate", description = "The same per minute, for example 0.2..300.")
  private @Nullable String rate;

  @Option(names = "--orders", description = "About so many in all: every day is scaled.")
  private @Nullable Long orders;

  @Option(names = "--seed", defaultValue = "1", description = "Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--payday-factor",
      defaultValue = "2.5",
      description = "Of orders on the first and third Friday; default: ${DEFAULT-VALUE}.")
  private double paydayFactor;

  @Option(
      names = "--season",
      defaultValue = "0.3",
      description = "How far the year's best week is above its mean; default: ${DEFAULT-VALUE}.")
  private double season;

  @Option(
      names = "--hot-skus",
      defaultValue = "0.9",
      description = "Zipf's exponent, 0 for none; default: ${DEFAULT-VALUE}.")
  private double hotSkus;

  @Option(names = "--sku-count", defaultValue = "2000", description = "Default: ${DEFAULT-VALUE}.")
  private int skus;

  @Option(names = "--skus", description = "File with SKU codes in its first column, or column sku.")
  private @Nullable Path skuFile;

  @Option(names = "--postcodes", description = "CSV file: country (US or GB), area, weight.")
  private @Nullable Path postcodes;

  Demand demand(LocalDate today) throws IOException {
    between("--clients", clients, 1, Demand.MAX_CLIENTS);
    between("--days", days, 1, Demand.MAX_DAYS);
    between("--sku-count", skus, 1, Demand.MAX_SKUS);
    between("--payday-factor", paydayFactor, 0.1, 100);
    between("--season", season, 0, 0.95);
    between("--hot-skus", hotSkus, 0, 4);
    int[] range = range();
    Demand demand =
        new Demand(
            seed,
            clients,
            first(today),
            days,
            range[0],
            range[1],
            1,
            paydayFactor,
            season,
            hotSkus,
            skus,
            skuCodes(),
            postcodes == null ? Postcodes.own() : Postcodes.read(postcodes));
    if (orders == null) {
      return demand;
    }
    between("--orders", orders, 1, 2e9);
    return demand.scaledTo(orders);
  }

  private LocalDate first(LocalDate today) {
    if (from == null) {
      return today.minusDays(days);
    }
    try {
      return LocalDate.parse(from);
    } catch (DateTimeException wrong) {
      throw new LabException("--from '" + from + "' is no day; write 2026-11-01.", wrong);
    }
  }

  private int[] range() {
    String text = rate == null ? perDay : rate;
    String name = rate == null ? "--orders-per-day" : "--rate";
    int factor = rate == null ? 1 : MINUTES_PER_DAY;
    String[] ends = text.split("\\.\\.", -1);
    int[] range = new int[2];
    try {
      for (int i = 0; i < 2; i++) {
        range[i] =
            (int) Math.round(Double.parseDouble(ends[Math.min(i, ends.length - 1)]) * factor);
      }
    } catch (NumberFormatException wrong) {
      throw new LabException(name + " '" + text + "' is no range; write 300..100000.", wrong);
    }
    if (ends.length > 2 || range[0] < 1 || range[1] < range[0] || range[1] > MAX_PER_DAY) {
      throw new LabException(
          name + " takes N..M with N <= M, 1 to " + MAX_PER_DAY + " a day, not " + text + ".");
    }
    return range;
  }

  private List<String> skuCodes() throws IOException {
    if (skuFile == null) {
      return List.of();
    }
    if (!Files.isReadable(skuFile)) {
      throw new LabException(
          "--skus: cannot read " + skuFile + ". Make it: ./holdfast export skus " + skuFile);
    }
    List<String> lines = Files.readAllLines(skuFile);
    List<String> head = lines.isEmpty() ? List.of() : List.of(lines.getFirst().split(",", -1));
    int column = Math.max(0, head.indexOf("sku"));
    List<String> codes =
        lines.stream()
            .skip(head.contains("sku") ? 1 : 0)
            .map(line -> line.split(",", -1))
            .filter(cells -> cells.length > column && !cells[column].isBlank())
            .map(cells -> cells[column].strip())
            .limit(Demand.MAX_SKUS)
            .toList();
    if (codes.isEmpty()) {
      throw new LabException(
          "--skus: " + skuFile + " has no codes in column " + (column + 1) + ".");
    }
    return codes;
  }

  private static void between(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new LabException(
          String.format(
              java.util.Locale.ROOT,
              "%s takes %s to %s, not %s.",
              name,
              text(least),
              text(most),
              text(value)));
    }
  }

  private static String text(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
