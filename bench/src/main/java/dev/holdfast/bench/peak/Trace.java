package dev.holdfast.bench.peak;

import dev.holdfast.bench.instance.InstanceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A trace of a day: how often each {@link Kind} was asked for, from second to second. As a file:
 * CSV with the header {@code second,lookups,queries,searches,reservations,sales}; each row holds
 * from its second until the next row's, the last one as long as the one before it; rates are per
 * second.
 *
 * @param rows at least two, by rising second
 */
record Trace(List<Row> rows) {
  static final String HEADER =
      "second," + Arrays.stream(Kind.values()).map(Kind::column).collect(Collectors.joining(","));

  Trace {
    rows = List.copyOf(rows);
    if (rows.size() < 2) {
      throw new InstanceException("A trace needs at least two rows below " + HEADER + ".");
    }
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).second() <= rows.get(i - 1).second()) {
        throw new InstanceException(
            "Row " + (i + 1) + " of the trace is not later than the one before. Sort it.");
      }
    }
    if (rows.stream().allMatch(row -> row.total() == 0)) {
      throw new InstanceException("The trace asks for nothing: every rate is 0.");
    }
  }

  /**
   * What was asked for from a second on.
   *
   * @param second since midnight
   * @param perSecond what is missing is 0; never negative
   */
  record Row(long second, Map<Kind, Double> perSecond) {
    Row {
      perSecond = Map.copyOf(perSecond);
    }

    double rate(Kind kind) {
      return perSecond.getOrDefault(kind, 0.0);
    }

    double total() {
      return perSecond.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /**
     * The kind that a number falls on.
     *
     * @param at from 0 up to the total
     */
    Kind kindAt(double at) {
      double rest = at;
      Kind chosen = Kind.LOOKUP;
      for (Kind kind : Kind.values()) {
        if (rate(kind) > 0) {
          chosen = kind;
          rest -= rate(kind);
          if (rest < 0) {
            break;
          }
        }
      }
      return chosen;
    }

    /** The same without a kind. */
    Row without(Kind kind) {
      Map<Kind, Double> rest = new EnumMap<>(Kind.class);
      rest.putAll(perSecond);
      rest.remove(kind);
      return new Row(second, rest);
    }
  }

  /** Reads a file. */
  static Trace read(Path file) throws IOException {
    if (!Files.isReadable(file)) {
      throw new InstanceException(
          "There is no trace at " + file + ". --write-trace FILE makes one to begin with.");
    }
    return parse(Files.readAllLines(file, StandardCharsets.UTF_8));
  }

  static Trace parse(List<String> lines) {
    if (lines.isEmpty() || !lines.getFirst().strip().equals(HEADER)) {
      throw new InstanceException("The first line of a trace is: " + HEADER);
    }
    List<Row> rows = new ArrayList<>();
    for (int number = 2; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (!line.isEmpty()) {
        rows.add(row(line, number));
      }
    }
    return new Trace(rows);
  }

  private static Row row(String line, int number) {
    String[] cells = line.split(",", -1);
    Map<Kind, Double> rates = new EnumMap<>(Kind.class);
    try {
      long second = Long.parseLong(cells[0].strip());
      boolean good = second >= 0 && cells.length == Kind.values().length + 1;
      for (Kind kind : Kind.values()) {
        double rate = good ? Double.parseDouble(cells[rates.size() + 1].strip()) : 0;
        good &= Double.isFinite(rate) && rate >= 0;
        rates.put(kind, rate);
      }
      if (good) {
        return new Row(second, rates);
      }
    } catch (NumberFormatException notANumber) {
      throw new InstanceException(unreadable(line, number), notANumber);
    }
    throw new InstanceException(unreadable(line, number));
  }

  private static String unreadable(String line, int number) {
    return "Line %d of the trace is '%s'; write a second and %d rates from 0 on, such as %s."
        .formatted(number, line, Kind.values().length, "3600,100,10,6,5,4");
  }

  /** The lines of the file. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (Row row : rows) {
      StringBuilder line = new StringBuilder().append(row.second());
      for (Kind kind : Kind.values()) {
        line.append(String.format(Locale.ROOT, ",%.3f", row.rate(kind)));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /** When the last row ends. */
  long endSecond() {
    return 2 * rows.getLast().second() - rows.get(rows.size() - 2).second();
  }

  /** The row that asks for most. */
  Row peak() {
    return rows.stream()
        .max((one, other) -> Double.compare(one.total(), other.total()))
        .orElseThrow();
  }

  /** The same without a kind. */
  Trace without(Kind kind) {
    return new Trace(rows.stream().map(row -> row.without(kind)).toList());
  }
}
