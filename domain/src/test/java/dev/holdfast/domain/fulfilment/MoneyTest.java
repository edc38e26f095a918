package dev.holdfast.domain.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MoneyTest {
  @Test
  void amountsOfOneCurrencyAddUp() {
    assertThat(new Money(250, "USD").plus(new Money(99, "USD")).minus(Money.zero("USD")))
        .isEqualTo(new Money(349, "USD"));
    assertThat(new Money(250, "USD").times(3)).isGreaterThan(new Money(749, "USD"));
  }

  @Test
  void currenciesNeverMeet() {
    assertThatThrownBy(() -> Money.zero("USD").plus(Money.zero("EUR")))
        .hasMessageContaining("USD and EUR");
    assertThatThrownBy(() -> new Money(1, "usd")).hasMessageContaining("ISO 4217");
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> new Money(Long.MAX_VALUE, "USD").plus(new Money(1, "USD")))
        .isInstanceOf(ArithmeticException.class);
  }
}
