package dev.holdfast.domain.fulfilment.rate;

import static dev.holdfast.domain.fulfilment.rate.Sample.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateBookTest {
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

  private static Tariff version(String currency, LocalDate from, LocalDate to, long minimum) {
    return Tariff.of(PLAIN.withMinimum(minimum).rows(Sample.SERVICE, currency, from, to));
  }

  @Test
  void theVersionOfTheDayCounts() {
    Tariff first = version("USD", Sample.FROM, JULY.minusDays(1), 1000);
    Tariff second = version("USD", JULY, Sample.TO, 2000);
    RateBook book = RateBook.of(List.of(second, first));

    assertThat(book.at(Sample.SERVICE, JULY.minusDays(1))).isSameAs(first);
    assertThat(book.at(Sample.SERVICE, JULY)).isSameAs(second);
    assertThat(book.at(Sample.SERVICE, Sample.FROM.minusDays(1))).isNull();
    assertThat(book.price(Sample.SERVICE, Sample.shipment(Sample.NEAR, Sample.cube(1))))
        .isEqualTo(2000);
  }

  @Test
  void twoVersionsOfOneDayClash() {
    List<Tariff> both =
        List.of(version("USD", Sample.FROM, JULY, 0), version("USD", JULY, Sample.TO, 0));

    assertThatThrownBy(() -> RateBook.of(both))
        .hasMessage(
            "Bluegull ground is valid while another version is, from 2026-01-01 to 2026-07-01:"
                + " end that one before this begins");
  }

  @Test
  void twoCurrenciesClash() {
    List<Tariff> both =
        List.of(
            version("USD", Sample.FROM, JULY, 0), version("CAD", JULY.plusDays(1), Sample.TO, 0));

    assertThatThrownBy(() -> RateBook.of(both))
        .hasMessageEndingWith("keep one currency per client");
  }
}
