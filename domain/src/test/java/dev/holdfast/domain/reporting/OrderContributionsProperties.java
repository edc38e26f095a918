package dev.holdfast.domain.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What orders contribute, summed up, is what a flat table of all their lines says. */
final class OrderContributionsProperties {
  @Property
  void sumsAreThoseOfAFlatTable(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int count) {
    RandomFacts random = new RandomFacts(seed);
    List<OrderFact> orders = new ArrayList<>();
    Map<RollUpKey, Sums> folded = new HashMap<>();
    for (int i = 0; i < count; i++) {
      OrderFact order = random.order();
      orders.add(order);
      for (Contribution one : OrderContributions.of(order).contributions()) {
        folded.computeIfAbsent(one.key(), key -> new Sums()).add(one.sums(), 1);
      }
    }
    Map<RollUpKey, Map<Measure, Long>> rows = new HashMap<>();
    folded.forEach((key, sums) -> rows.put(key, nonZero(sums)));
    Map<RollUpKey, Map<Measure, Long>> expected = new SlowCount(orders).all();
    expected.values().forEach(sums -> sums.values().removeIf(value -> value == 0));

    assertThat(rows).isEqualTo(expected);
  }

  @Property
  void eachKeyOccursOnce(@ForAll long seed) {
    VersionedFact fact = OrderContributions.of(new RandomFacts(seed).order());

    assertThat(fact.contributions()).extracting(Contribution::key).doesNotHaveDuplicates();
  }

  @Property
  void whatIsLiveAndNotHandedOverIsOpen(@ForAll long seed) {
    OrderFact order = new RandomFacts(seed).order();

    assertThat(
            OrderContributions.of(order).open().stream()
                .collect(Collectors.toMap(VersionedFact.Open::shipment, VersionedFact.Open::lines)))
        .isEqualTo(
            order.shipments().stream()
                .filter(one -> one.live() && one.shippedAt() == null)
                .collect(Collectors.toMap(one -> one.id(), one -> one.lines().size())));
  }

  private static Map<Measure, Long> nonZero(Sums sums) {
    Map<Measure, Long> values = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      if (sums.get(measure) != 0) {
        values.put(measure, sums.get(measure));
      }
    }
    return values;
  }
}
