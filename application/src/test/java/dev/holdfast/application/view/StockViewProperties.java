package dev.holdfast.application.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.stock.PositionKey;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The view holds what a plain map would. */
class StockViewProperties {
  record Change(long sku, int location, long onHand, long version) {}

  @Provide
  Arbitrary<List<Change>> changes() {
    Arbitrary<Long> skus =
        Arbitraries.oneOf(
            Arbitraries.longs().between(1, 3),
            Arbitraries.longs().between(4_094, 4_098),
            Arbitraries.longs().between(100_000, 100_001));
    Arbitrary<Integer> locations =
        Arbitraries.oneOf(
            Arbitraries.integers().between(1, 5), Arbitraries.just(PositionKey.MAX_LOCATION));
    return Combinators.combine(
            skus,
            locations,
            Arbitraries.longs().between(0, Long.MAX_VALUE),
            Arbitraries.longs().between(1, 6))
        .as(Change::new)
        .list()
        .ofMaxSize(60);
  }

  @Property
  void theLatestVersionOfEachPositionIsKept(@ForAll("changes") List<Change> changes) {
    ViewFeed feed = new ViewFeed().picture("one", 1);
    Map<Long, Map<Integer, Change>> model = new TreeMap<>();
    for (Change change : changes) {
      feed.position(change.sku(), change.location(), change.onHand(), change.version());
      model
          .computeIfAbsent(change.sku(), sku -> new TreeMap<>())
          .merge(
              change.location(), change, (old, now) -> now.version() > old.version() ? now : old);
    }

    model.forEach((sku, places) -> {
      SkuStock stock = feed.view.stock(sku);
      assertThat(stock.size()).isEqualTo(places.size());
      int index = 0;
      for (Change expected : places.values()) {
        assertThat(stock.location(index)).isEqualTo(expected.location());
        assertThat(stock.version(index)).isEqualTo(expected.version());
        assertThat(stock.onHand(index)).isEqualTo(expected.onHand());
        assertThat(stock.indexOf(expected.location())).isEqualTo(index);
        index++;
      }
      assertThat(stock.indexOf(6)).isEqualTo(-1);
    });
    assertThat(feed.view.stock(50).size()).isZero();
    assertThat(feed.view.stock(1L << 40).size()).isZero();
    assertThat(feed.view.positions()).isEqualTo(model.values().stream().mapToLong(Map::size).sum());
  }
}
