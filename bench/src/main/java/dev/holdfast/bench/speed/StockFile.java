package dev.holdfast.bench.speed;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A stock file of many SKUs at a few locations, for one round of the import benchmark.
 *
 * @param skus how many SKUs it names
 * @param locations codes of the locations that it names
 */
record StockFile(int skus, List<String> locations) {
  private static final int LOCATIONS = 25;
  private static final int LARGEST_QUANTITY = 997;

  /** A file of about so many rows whose locations no other round has. */
  static StockFile ofRound(int round, int rows) {
    List<String> locations =
        IntStream.range(0, LOCATIONS).mapToObj(n -> "R" + round + "-" + n).toList();
    return new StockFile(Math.max(1, rows / LOCATIONS), locations);
  }

  /** A catalogue of so many SKUs as CSV. */
  static String skuFile(int skus) {
    StringBuilder csv = new StringBuilder("code,name,unit,scale,category\n");
    for (int number = 0; number < skus; number++) {
      csv.append(sku(number)).append(",Bench ").append(number).append(",each,0,bench\n");
    }
    return csv.toString();
  }

  private static String sku(int number) {
    return String.format("IMP-%06d", number);
  }

  int rows() {
    return skus * locations.size();
  }

  /** Writes the rows, ordered by SKU, with quantities from 1 to 997. */
  void write(Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("sku,location,quantity\n");
      int row = 0;
      for (int number = 0; number < skus; number++) {
        String sku = sku(number);
        for (String location : locations) {
          out.write(sku + "," + location + "," + quantity(row++) + "\n");
        }
      }
    }
  }

  /** Sum of all quantities in the file. */
  long units() {
    return IntStream.range(0, rows()).mapToLong(StockFile::quantity).sum();
  }

  private static int quantity(int row) {
    return 1 + row % LARGEST_QUANTITY;
  }

  /**
   * Rows and units of an export.
   *
   * @param rows positions
   * @param units sum of what is on hand
   */
  record Total(long rows, long units) {
    /** Counts a stock export as it streams. */
    static Total of(InputStream export) throws IOException {
      try (BufferedReader in =
          new BufferedReader(new InputStreamReader(export, StandardCharsets.UTF_8))) {
        String header = in.readLine();
        int column = header == null ? -1 : List.of(header.split(",")).indexOf("quantity");
        if (column < 0) {
          throw new IOException("The stock export has no column quantity: " + header);
        }
        long rows = 0;
        long units = 0;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          rows++;
          units += Long.parseLong(line.split(",", -1)[column]);
        }
        return new Total(rows, units);
      }
    }
  }
}
