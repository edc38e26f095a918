package dev.holdfast.lab.stage;

import java.util.ArrayList;
import java.util.List;

/** Times of one report at one stage. */
record Timing(
    Report report, List<Long> totalNanos, List<Long> databaseNanos, long readBytes, long rows) {
  private static final double MILLI = 1e6;

  int runs() {
    return totalNanos.size();
  }

  /** The smallest time that so many percent of the runs do not exceed. */
  static double percentileMs(List<Long> nanos, int percent) {
    List<Long> sorted = nanos.stream().sorted().toList();
    int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
    return sorted.get(Math.max(0, rank - 1)) / MILLI;
  }

  double p50Ms() {
    return percentileMs(totalNanos, 50);
  }

  double p95Ms() {
    return percentileMs(totalNanos, 95);
  }

  double databaseP50Ms() {
    return percentileMs(databaseNanos, 50);
  }

  double applicationP50Ms() {
    List<Long> rest = new ArrayList<>();
    for (int i = 0; i < totalNanos.size(); i++) {
      rest.add(totalNanos.get(i) - databaseNanos.get(i));
    }
    return percentileMs(rest, 50);
  }
}
