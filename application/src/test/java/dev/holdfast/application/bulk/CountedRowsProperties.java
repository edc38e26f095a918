package dev.holdfast.application.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.storage.api.StockCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class CountedRowsProperties {
  @Property
  void rowsComeInKeyOrderAndTheFirstOfAPositionCounts(@ForAll("positions") List<Long> positions) {
    CountedRows rows = new CountedRows();
    TreeMap<Long, Integer> firstLine = new TreeMap<>();
    List<List<Long>> repeats = new ArrayList<>();
    for (int i = 0; i < positions.size(); i++) {
      int line = i + 2;
      rows.add(line, positions.get(i), line * 10L, line % 3 == 0 ? 5 : StockCounts.AS_IT_IS);
      Integer earlier = firstLine.putIfAbsent(positions.get(i), line);
      if (earlier != null) {
        repeats.add(List.of((long) line, (long) earlier));
      }
    }

    List<List<Long>> told = new ArrayList<>();
    StockCounts sorted = rows.sorted((line, earlier) -> told.add(List.of(line, earlier)));

    assertThat(told).containsExactlyInAnyOrderElementsOf(repeats);
    assertThat(sorted.size()).isEqualTo(firstLine.size());
    int index = 0;
    for (Map.Entry<Long, Integer> expected : firstLine.entrySet()) {
      int line = expected.getValue();
      assertThat(sorted.position(index)).isEqualTo(expected.getKey());
      assertThat(sorted.quantity(index)).isEqualTo(line * 10L);
      assertThat(sorted.safetyStock(index)).isEqualTo(line % 3 == 0 ? 5 : StockCounts.AS_IT_IS);
      index++;
    }
  }

  @Provide
  Arbitrary<List<Long>> positions() {
    Arbitrary<Long> any = Arbitraries.longs().between(1, Long.MAX_VALUE);
    Arbitrary<Long> few = Arbitraries.longs().between(1, 20);
    Arbitrary<Long> likeOnes =
        Arbitraries.longs().between(1, 300).map(sku -> sku << 20 | (sku * 7 % 30 + 1));
    return Arbitraries.oneOf(any, few, likeOnes).list().ofMaxSize(200);
  }

  @Example
  void moreRowsThanTheFirstArraysHold() {
    CountedRows rows = new CountedRows();
    int count = 100_000;
    for (int i = count; i > 0; i--) {
      rows.add(i, i, i, StockCounts.AS_IT_IS);
    }

    StockCounts sorted = rows.sorted((line, earlier) -> {});

    assertThat(sorted.size()).isEqualTo(count);
    assertThat(sorted.position(0)).isEqualTo(1);
    assertThat(sorted.position(count - 1)).isEqualTo(count);
  }
}
