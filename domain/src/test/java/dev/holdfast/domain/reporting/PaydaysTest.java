package dev.holdfast.domain.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaydaysTest {
  @Test
  void theFirstAndTheThirdFridayArePaydays() {
    List<LocalDate> paydays =
        LocalDate.of(2026, 11, 1)
            .datesUntil(LocalDate.of(2027, 2, 1))
            .filter(Paydays::isPayday)
            .toList();
    assertThat(paydays)
        .containsExactly(
            LocalDate.of(2026, 11, 6),
            LocalDate.of(2026, 11, 20),
            LocalDate.of(2026, 12, 4),
            LocalDate.of(2026, 12, 18),
            LocalDate.of(2027, 1, 1),
            LocalDate.of(2027, 1, 15));
  }

  @Test
  void theSecondTheFourthAndTheFifthFridayAreOrdinary() {
    assertThat(Paydays.ordinaryBefore(LocalDate.of(2026, 11, 20)))
        .containsExactly(LocalDate.of(2026, 11, 13));
    assertThat(Paydays.ordinaryBefore(LocalDate.of(2026, 11, 6)))
        .as("October 2026 has five Fridays")
        .containsExactly(LocalDate.of(2026, 10, 23), LocalDate.of(2026, 10, 30));
  }

  @Test
  void theLatestPaydayIsOneAndNoneLiesBetweenItAndTheDay() {
    LocalDate day = LocalDate.of(2024, 1, 1);
    while (day.isBefore(LocalDate.of(2029, 1, 1))) {
      LocalDate latest = Paydays.latest(day);
      assertThat(Paydays.isPayday(latest)).as("%s", latest).isTrue();
      assertThat(latest.getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
      assertThat(latest.plusDays(1).datesUntil(day.plusDays(1)).noneMatch(Paydays::isPayday))
          .as("none after %s until %s", latest, day)
          .isTrue();
      assertThat(Paydays.before(latest)).isBefore(latest).isAfter(latest.minusDays(22));
      day = day.plusDays(1);
    }
  }
}
