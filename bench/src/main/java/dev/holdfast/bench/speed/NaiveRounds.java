package dev.holdfast.bench.speed;

import dev.holdfast.bench.naive.NaiveBaseline;
import dev.holdfast.bench.report.Numbers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rates of the naive baseline over several rounds and client counts. */
final class NaiveRounds {
  private static final Duration WARM_UP = Duration.ofSeconds(1);

  private final NaiveBaseline baseline;
  private final Map<Integer, List<Double>> rates = new LinkedHashMap<>();

  NaiveRounds(NaiveBaseline baseline, List<Integer> clientCounts) {
    this.baseline = baseline;
    clientCounts.forEach(count -> rates.put(count, new ArrayList<>()));
  }

  void warmUp() throws SQLException, InterruptedException {
    for (int count : rates.keySet()) {
      baseline.perSecond(count, WARM_UP.dividedBy(rates.size()));
    }
  }

  /** One round: every client count for this long. */
  void run(Duration time) throws SQLException, InterruptedException {
    for (Map.Entry<Integer, List<Double>> count : rates.entrySet()) {
      count.getValue().add(baseline.perSecond(count.getKey(), time));
    }
  }

  /** The median rate at a client count. */
  double median(int clients) {
    List<Double> rounds = rates.getOrDefault(clients, List.of());
    return Numbers.median(rounds.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The best median over the client counts. */
  double best() {
    return rates.keySet().stream().mapToDouble(this::median).max().orElseThrow();
  }
}
