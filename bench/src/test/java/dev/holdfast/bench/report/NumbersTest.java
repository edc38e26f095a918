package dev.holdfast.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void numbersAreShownAsPreciselyAsTheyMatter() {
    assertThat(Numbers.text(0)).isEqualTo("0");
    assertThat(Numbers.text(0.8123)).isEqualTo("0.812");
    assertThat(Numbers.text(10.456)).isEqualTo("10.46");
    assertThat(Numbers.text(35_999.6)).isEqualTo("36,000");
    assertThat(Numbers.text(-3)).isEqualTo("-3");
    assertThat(Numbers.text(Double.NaN)).isEqualTo("none");
  }

  @Test
  void theMedianIsTheMiddleWhateverTheOrder() {
    assertThat(Numbers.median(9, 1, 5)).isEqualTo(5);
    assertThat(Numbers.median(4, 1, 3, 2)).isEqualTo(2.5);
    assertThatThrownBy(Numbers::median).hasMessageContaining("at least one round");
  }

  @Test
  void nanosecondsBecomeMicrosecondsWithOneDecimal() {
    assertThat(Numbers.micros(412_549)).isEqualTo(412.5);
  }
}
