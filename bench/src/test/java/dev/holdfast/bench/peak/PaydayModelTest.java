package dev.holdfast.bench.peak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaydayModelTest {
  @Test
  void theModelIsTheSameEveryTime() {
    assertThat(PaydayModel.trace().lines()).isEqualTo(PaydayModel.trace().lines());
  }

  @Test
  void theFileOfTheModelIsItsTrace() {
    Trace trace = PaydayModel.trace();

    assertThat(Trace.parse(trace.lines()).lines()).isEqualTo(trace.lines());
    assertThat(trace.endSecond()).isEqualTo(86_400);
  }

  @Test
  void paydayIsTenTimesTheOrdinaryDayFromNineToEight() {
    assertThat(PaydayModel.payday(3)).isOne();
    assertThat(PaydayModel.payday(7.5)).isEqualTo(5.5);
    assertThat(PaydayModel.payday(9)).isEqualTo(10);
    assertThat(PaydayModel.payday(19.9)).isEqualTo(10);
    assertThat(PaydayModel.payday(23.999)).isCloseTo(3, within(0.01));
  }

  @Test
  void tillsAreClosedAtNight() {
    Trace trace = PaydayModel.trace();

    assertThat(trace.rows().getFirst().rate(Kind.SELL)).isZero();
    assertThat(trace.peak().rate(Kind.SELL)).isPositive();
  }

  @Test
  void theBusiestMinuteIsInTheEvening() {
    assertThat(PaydayModel.trace().peak().second() / 3600).isBetween(16L, 20L);
  }
}
