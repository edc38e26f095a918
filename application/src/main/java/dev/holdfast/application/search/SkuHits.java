package dev.holdfast.application.search;

import java.util.List;

/**
 * What was found, best first.
 *
 * @param forgiving whether no name was spelled as asked, so that these are the nearest
 * @param indexing whether SKUs may be missing because the index is still being built
 */
public record SkuHits(List<SkuHit> hits, boolean forgiving, boolean indexing) {
  static SkuHits none(boolean indexing) {
    return new SkuHits(List.of(), false, indexing);
  }

  SkuHits whileIndexing(boolean now) {
    return new SkuHits(hits, forgiving, now);
  }
}
