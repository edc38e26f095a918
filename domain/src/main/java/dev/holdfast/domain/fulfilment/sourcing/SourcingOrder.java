package dev.holdfast.domain.fulfilment.sourcing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An order as sourcing sees it. Neither the order of its lines nor that of its sources changes the
 * result. All money is in minor units of the one currency that the price function speaks.
 *
 * @param lines at least one; each SKU once, so lines of one SKU are added up before
 * @param sources each location once
 */
public record SourcingOrder(List<Part> lines, List<Source> sources, SourcingTerms terms) {
  /** One bit per line. */
  public static final int MAX_LINES = 64;

  /** No amount that comes in may be larger, so that sums of them never overflow. */
  public static final long MAX_MINOR = 1_000_000_000_000L;

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException when there is no line or too many, or when a SKU or a location
   *     comes twice
   */
  public SourcingOrder {
    lines = List.copyOf(lines);
    sources = List.copyOf(sources);
    if (lines.isEmpty() || lines.size() > MAX_LINES) {
      throw new IllegalArgumentException("an order has 1 to " + MAX_LINES + " lines");
    }
    Set<String> skus = new HashSet<>();
    for (Part line : lines) {
      if (!skus.add(line.goods().sku())) {
        throw new IllegalArgumentException(line.goods().sku() + " comes twice; add its lines up");
      }
    }
    Set<String> locations = new HashSet<>();
    for (Source source : sources) {
      if (!locations.add(source.location())) {
        throw new IllegalArgumentException("location " + source.location() + " comes twice");
      }
    }
  }
}
