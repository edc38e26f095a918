package dev.holdfast.bench.order;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What one customer wants, as an order and, for comparison, as a plain reservation of the same
 * lines: each at the first place that has it, chosen by nobody.
 */
public record Basket(List<Line> lines, String postcode, boolean residential, String promised) {

  /** Units of a SKU, and a place that has it. */
  record Line(String sku, String location, int units) {}

  /** The body of {@code POST /v1/orders}. */
  String order() {
    String wanted =
        lines.stream()
            .map(line -> "{\"sku\":\"%s\",\"quantity\":%d}".formatted(line.sku, line.units))
            .collect(Collectors.joining(","));
    String by = promised.isEmpty() ? "" : ",\"promised\":\"" + promised + "\"";
    return "{\"lines\":[%s],\"shipTo\":{\"postcode\":\"%s\",\"country\":\"US\",\"residential\":%b}%s}"
        .formatted(wanted, postcode, residential, by);
  }

  /** The body of {@code POST /v1/reservations}. */
  String reservation() {
    String wanted =
        lines.stream()
            .map(line ->
                "{\"sku\":\"%s\",\"location\":\"%s\",\"quantity\":%d}"
                    .formatted(line.sku, line.location, line.units))
            .collect(Collectors.joining(","));
    return "{\"lines\":[" + wanted + "],\"ttlSeconds\":86400}";
  }
}
