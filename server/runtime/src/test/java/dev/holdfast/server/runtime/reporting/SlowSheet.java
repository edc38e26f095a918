package dev.holdfast.server.runtime.reporting;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts by row, currency and name, and what columns make of them. A row null is left out. */
final class SlowSheet {
  private final Map<Object, Map<String, Map<String, Long>>> rows = new HashMap<>();

  void add(@Nullable Object row, String currency, String name, long value) {
    if (row != null) {
      rows.computeIfAbsent(row, first -> new TreeMap<>())
          .computeIfAbsent(currency, first -> new TreeMap<>())
          .merge(name, value, Long::sum);
    }
  }

  Set<Object> keys() {
    return rows.keySet();
  }

  /** Whether anything but zeros was counted. */
  boolean hasAny(Object row) {
    return rows.getOrDefault(row, Map.of()).values().stream()
        .anyMatch(counts -> counts.values().stream().anyMatch(value -> value != 0));
  }

  long all(Object row, String name) {
    return rows.getOrDefault(row, Map.of()).values().stream()
        .mapToLong(counts -> counts.getOrDefault(name, 0L))
        .sum();
  }

  private long in(@Nullable String currency, Object row, String name) {
    Map<String, Map<String, Long>> counts = rows.getOrDefault(row, Map.of());
    return currency == null ? 0 : counts.getOrDefault(currency, Map.of()).getOrDefault(name, 0L);
  }

  /** What a column says of a row, in the last decimal of its kind. */
  @Nullable Long cell(String column, Object row, @Nullable String currency) {
    return switch (column) {
      case "orders",
          "lines",
          "refusals",
          "shipments",
          "cartons",
          "returned",
          "received",
          "sold",
          "shrinkage",
          "spoiled" ->
          all(row, column);
      case "units" -> all(row, "filled");
      case "revenue" -> in(currency, row, "revenue");
      case "fill_rate" -> ratio(all(row, "filled"), all(row, "ordered"), 10_000);
      case "split_rate" -> ratio(all(row, "split"), all(row, "orders"), 10_000);
      case "cartons_per_order" -> ratio(all(row, "cartons"), all(row, "orders"), 100);
      case "cost_per_order" -> ratio(in(currency, row, "cost"), in(currency, row, "orders"), 1);
      case "cost_per_shipment" ->
          ratio(in(currency, row, "cost"), in(currency, row, "shipments"), 1);
      case "on_time_rate" -> ratio(all(row, "onTime"), all(row, "shipped"), 10_000);
      case "days" -> ratio(all(row, "shipSeconds"), all(row, "shipped") * 86_400, 100);
      case "order_to_release" -> ratio(all(row, "releaseSeconds"), all(row, "released"), 1);
      case "order_to_ship" -> ratio(all(row, "shipSeconds"), all(row, "shipped"), 1);
      case "walk_per_line" -> ratio(all(row, "walkMm"), all(row, "walkLines"), 1);
      case "shrinkage_rate" -> ratio(all(row, "shrinkage"), all(row, "sold"), 10_000);
      default -> throw new AssertionError("nobody knows the column " + column);
    };
  }

  /** Rounded half away from zero, by whole numbers alone. */
  static @Nullable Long ratio(long dividend, long divisor, long times) {
    return ratio(BigInteger.valueOf(dividend), BigInteger.valueOf(divisor), times);
  }

  static @Nullable Long ratio(BigInteger dividend, BigInteger divisor, long times) {
    if (divisor.signum() == 0) {
      return null;
    }
    BigInteger twice = dividend.abs().multiply(BigInteger.valueOf(2 * times));
    BigInteger size = divisor.abs();
    long rounded = twice.add(size).divide(size.shiftLeft(1)).longValueExact();
    return dividend.signum() * divisor.signum() < 0 ? -rounded : rounded;
  }
}
