package dev.holdfast.storage.contract;

import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.Page;
import dev.holdfast.storage.api.StockReader.PositionFilter;
import dev.holdfast.storage.api.StockReader.PositionRow;
import java.util.List;

/** The positions of a scene's client, listed in every way that a reader knows. */
record Listing(Scene scene) {
  static final PositionFilter ANY = new PositionFilter(null, null, false);
  static final PositionFilter SHORTFALLS = new PositionFilter(null, null, true);

  static PositionFilter sku(PositionKey position) {
    return new PositionFilter(position.skuId(), null, false);
  }

  static PositionFilter location(PositionKey position) {
    return new PositionFilter(null, position.locationId(), false);
  }

  List<PositionKey> positions() {
    return listed(ANY, Page.MAX_LIMIT);
  }

  /** Everything that is listed for the position's SKU, its location, or both. */
  List<PositionKey> positionsOf(PositionKey position) {
    PositionFilter both = new PositionFilter(position.skuId(), position.locationId(), false);
    return List.of(sku(position), location(position), both).stream()
        .flatMap(filter -> listed(filter, Page.MAX_LIMIT).stream())
        .toList();
  }

  List<PositionKey> listed(PositionFilter filter, int limit) {
    return Scene.<PositionRow>allPages(
            after -> scene.reader().positions(scene.client, filter, after, limit))
        .stream()
        .map(PositionRow::position)
        .toList();
  }
}
