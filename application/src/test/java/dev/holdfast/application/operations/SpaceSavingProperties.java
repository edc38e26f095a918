package dev.holdfast.application.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.operations.SpaceSaving.Frequency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What the paper proves of the algorithm holds for this one. */
final class SpaceSavingProperties {
  @Property
  void everyKeyAboveItsShareIsKeptAndNoCountIsWrongByMoreThanThat(
      @ForAll("streams") List<Integer> stream, @ForAll @IntRange(min = 1, max = 20) int capacity) {
    SpaceSaving<Integer> counted = new SpaceSaving<>(capacity);
    Map<Integer, Long> truth = new HashMap<>();
    for (Integer key : stream) {
      counted.add(key);
      truth.merge(key, 1L, Long::sum);
    }

    Map<Integer, Frequency<Integer>> kept =
        counted.frequencies().stream().collect(Collectors.toMap(Frequency::key, one -> one));

    double share = (double) stream.size() / capacity;
    assertThat(kept).hasSizeLessThanOrEqualTo(capacity);
    truth.forEach((key, count) -> {
      if (count > share) {
        assertThat(kept).as("%d came %d times of %d", key, count, stream.size()).containsKey(key);
      }
    });
    kept.values()
        .forEach(one -> {
          assertThat(truth.get(one.key())).isBetween(one.atLeast(), one.atMost());
          assertThat((double) one.atMost() - one.atLeast()).isLessThanOrEqualTo(share);
        });
    assertThat(kept.values().stream().mapToLong(Frequency::atMost).sum()).isEqualTo(stream.size());
  }

  @Provide
  Arbitrary<List<Integer>> streams() {
    Arbitrary<Integer> few = Arbitraries.integers().between(0, 5);
    Arbitrary<Integer> many = Arbitraries.integers().between(0, 500);
    Arbitrary<Integer> skewed =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.just(1)), Tuple.of(3, Arbitraries.just(2)), Tuple.of(5, many));
    return Arbitraries.oneOf(
        few.list().ofMaxSize(300), many.list().ofMaxSize(1_000), skewed.list().ofMaxSize(1_000));
  }

  @Example
  void whatFitsIsCountedExactly() {
    SpaceSaving<String> counted = new SpaceSaving<>(3);
    for (String key : "a b a c a b".split(" ")) {
      counted.add(key);
    }

    assertThat(counted.frequencies())
        .containsExactlyInAnyOrder(
            new Frequency<>("a", 3, 3), new Frequency<>("b", 2, 2), new Frequency<>("c", 1, 1));
    counted.clear();
    assertThat(counted.frequencies()).isEmpty();
  }
}
