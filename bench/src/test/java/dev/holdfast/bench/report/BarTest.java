package dev.holdfast.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BarTest {

  @Test
  void eachRelationHoldsUpToItsLimitAndNotBeyond() {
    assertThat(bar(10, Relation.AT_LEAST, 10).holds()).isTrue();
    assertThat(bar(9.99, Relation.AT_LEAST, 10).holds()).isFalse();
    assertThat(bar(1.3, Relation.AT_MOST, 1.3).holds()).isTrue();
    assertThat(bar(1.31, Relation.AT_MOST, 1.3).holds()).isFalse();
    assertThat(bar(59.9, Relation.LESS_THAN, 60).holds()).isTrue();
    assertThat(bar(60, Relation.LESS_THAN, 60).holds()).isFalse();
    assertThat(bar(100, Relation.EXACTLY, 100).holds()).isTrue();
    assertThat(bar(101, Relation.EXACTLY, 100).holds()).isFalse();
  }

  @Test
  void aValueThatCouldNotBeMeasuredNeverHolds() {
    for (Relation relation : Relation.values()) {
      assertThat(bar(Double.NaN, relation, 0).holds()).as(relation.name()).isFalse();
    }
  }

  @Test
  void thePromiseReadsAsItIsMeant() {
    assertThat(bar(1, Relation.AT_LEAST, 10).promise()).isEqualTo(">= 10");
    assertThat(bar(1, Relation.AT_MOST, 1.3).promise()).isEqualTo("<= 1.3");
    assertThat(bar(1, Relation.EXACTLY, 0).promise()).isEqualTo("= 0");
  }

  private static Bar bar(double value, Relation relation, double limit) {
    return new Bar("some bar", value, relation, limit, true);
  }
}
