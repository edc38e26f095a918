package dev.holdfast.lab.generate;

import dev.holdfast.lab.LabException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Where customers live: areas of a country by how many people live there. */
public final class Postcodes {
  private static final String OWN = "postcodes.csv";
  private static final int STEPS = 1 << 12;

  private final List<String> us;
  private final List<String> gb;

  private Postcodes(List<String> us, List<String> gb) {
    this.us = us;
    this.gb = gb;
  }

  /** The table that comes with the program. */
  public static Postcodes own() {
    var stream = Objects.requireNonNull(Postcodes.class.getResourceAsStream(OWN), OWN);
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return of(lines.lines().toList(), OWN);
    } catch (IOException failed) {
      throw new LabException("cannot read " + OWN, failed);
    }
  }

  /** A file with {@code country,area,weight} in each line; # begins a remark. */
  static Postcodes read(Path file) {
    try {
      return of(Files.readAllLines(file), file.toString());
    } catch (IOException failed) {
      throw new LabException(
          "Cannot read "
              + file
              + " ("
              + failed.getMessage()
              + "). Give --postcodes a CSV file with"
              + " country,area,weight in each line.",
          failed);
    }
  }

  private static Postcodes of(List<String> lines, String name) {
    return new Postcodes(spread(lines, "US", name), spread(lines, "GB", name));
  }

  /** Each area as often as its share of {@link #STEPS}, at least once. */
  private static List<String> spread(List<String> lines, String country, String name) {
    List<String[]> rows = new ArrayList<>();
    long sum = 0;
    for (String line : lines) {
      String[] cells = line.strip().split(",", -1);
      if (line.isBlank() || line.startsWith("#") || !cells[0].equals(country)) {
        continue;
      }
      if (cells.length != 3 || !cells[2].matches("[1-9][0-9]{0,8}")) {
        throw new LabException(
            name + ": '" + line + "' is not country,area,weight with a whole weight above 0.");
      }
      rows.add(cells);
      sum += Long.parseLong(cells[2]);
    }
    if (rows.isEmpty()) {
      throw new LabException(
          name + " has no area of " + country + ". Add one: " + country + ",…,1");
    }
    List<String> areas = new ArrayList<>();
    for (String[] row : rows) {
      long times = Math.max(1, Long.parseLong(row[2]) * STEPS / sum);
      for (long i = 0; i < times; i++) {
        areas.add(row[1]);
      }
    }
    return List.copyOf(areas);
  }

  /** Writes a postcode of the area that a random number chooses. */
  void write(RowBuffer row, String country, int random) {
    int rest = random >>> 16;
    if (country.equals("US")) {
      row.ascii(us.get((random & 0xFFFF) % us.size())).padded(rest % 100, 2);
    } else {
      row.ascii(gb.get((random & 0xFFFF) % gb.size())).number(1 + rest % 20).ascii(" ");
      row.number(rest % 9 + 1).ascii("AB");
    }
  }

  /** The same as text. */
  String text(String country, int random) {
    int rest = random >>> 16;
    return country.equals("US")
        ? String.format(Locale.ROOT, "%s%02d", us.get((random & 0xFFFF) % us.size()), rest % 100)
        : String.format(
            Locale.ROOT,
            "%s%d %dAB",
            gb.get((random & 0xFFFF) % gb.size()),
            1 + rest % 20,
            rest % 9 + 1);
  }
}
