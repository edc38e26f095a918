package dev.holdfast.server.http.availability;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one stream has still to tell: whole SKUs, and single positions. What is told twice before it
 * is taken is told once. Filled by the feed's thread, taken by an event loop.
 */
final class Backlog {
  /** The changes that are written in one go, so that others of the event loop get their turn. */
  static final int MAX_CHANGES = 256;

  /** Likewise for whole SKUs, which may be at thousands of locations. */
  static final int MAX_SKUS = 4;

  private final Set<Long> skus = new LinkedHashSet<>();
  private final Set<Long> positions = new LinkedHashSet<>();

  /**
   * A part of it.
   *
   * @param last whether nothing was left
   */
  record Part(List<Long> skus, List<Long> positions, boolean last) {}

  synchronized void add(long packed) {
    positions.add(packed);
  }

  /** Everything of these SKUs, instead of single changes. */
  synchronized void addAll(Collection<Long> skuIds) {
    positions.clear();
    skus.addAll(skuIds);
  }

  synchronized Part take() {
    List<Long> whole = take(skus, MAX_SKUS);
    List<Long> single = skus.isEmpty() ? take(positions, MAX_CHANGES) : List.of();
    return new Part(whole, single, isEmpty());
  }

  synchronized boolean isEmpty() {
    return skus.isEmpty() && positions.isEmpty();
  }

  private static List<Long> take(Set<Long> from, int most) {
    List<Long> taken = new ArrayList<>(Math.min(most, from.size()));
    for (Iterator<Long> all = from.iterator(); all.hasNext() && taken.size() < most; ) {
      taken.add(all.next());
      all.remove();
    }
    return taken;
  }
}
