package dev.holdfast.bench.drill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.holdfast.bench.drill.Attempt.Position;
import dev.holdfast.bench.instance.Api;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the shoppers of a drill want: a few SKUs of the demo company, at every location, because an
 * order may be shipped from any. Few and rare, so that they run short.
 */
final class Range {
  private static final int SKUS = 5;

  /** The rarest SKUs that have so many in all. */
  private static final long LEAST_UNITS = 150;

  private Range() {}

  /** The positions, with what is on hand before the first command. */
  static Map<Position, Long> of(Api api) throws IOException, InterruptedException {
    Map<String, Map<Position, Long>> bySku = new TreeMap<>();
    api.pages("/v1/positions", page -> page.forEach(position -> read(position, bySku)));
    Map<Position, Long> range = new LinkedHashMap<>();
    bySku.values().stream()
        .filter(positions -> units(positions) >= LEAST_UNITS)
        .sorted(Comparator.comparingLong(Range::units))
        .limit(SKUS)
        .forEach(range::putAll);
    return range;
  }

  private static void read(JsonNode position, Map<String, Map<Position, Long>> bySku) {
    if (position.path("onHand").isIntegralNumber() && position.path("reserved").asLong() == 0) {
      String sku = position.path("sku").asText();
      Position at = new Position(sku, position.path("location").asText());
      bySku
          .computeIfAbsent(sku, any -> new LinkedHashMap<>())
          .put(at, position.path("onHand").asLong());
    }
  }

  private static long units(Map<Position, Long> positions) {
    return positions.values().stream().mapToLong(Long::longValue).sum();
  }
}
