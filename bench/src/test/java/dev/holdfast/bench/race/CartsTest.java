package dev.holdfast.bench.race;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class CartsTest {
  private final List<List<String>> carts = new Carts(List.of("A", "B"), List.of("C", "D")).all();

  @Test
  void everyCartHoldsAllScarceSkusAndTwoToFourInAll() {
    assertThat(carts)
        .allSatisfy(cart -> {
          assertThat(cart).contains("A", "B").doesNotHaveDuplicates();
          assertThat(cart).hasSizeBetween(2, 4);
        });
  }

  @Test
  void everyChoiceComesInEveryOrderOnce() {
    // 2! orders of {A,B}, 3! of {A,B,C} and of {A,B,D}, 4! of all four.
    assertThat(carts).hasSize(2 + 6 + 6 + 24);
    assertThat(new HashSet<>(carts)).hasSameSizeAs(carts);
    assertThat(carts).contains(List.of("A", "B", "C", "D"), List.of("D", "C", "B", "A"));
  }

  @Test
  void oneSkuMakesOneCart() {
    assertThat(new Carts(List.of("A"), List.of()).all()).containsExactly(List.of("A"));
  }
}
