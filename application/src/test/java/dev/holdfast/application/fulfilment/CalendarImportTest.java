package dev.holdfast.application.fulfilment;

import static dev.holdfast.application.fulfilment.TariffFiles.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.fulfilment.transit.Arrival;
import dev.holdfast.domain.fulfilment.transit.Origin;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class CalendarImportTest {
  private static final ZoneId SEATTLE = ZoneId.of("America/Los_Angeles");

  private final TariffFiles files = new TariffFiles();

  /** Released on Wednesday at 15:00, ready at 17:00, after the cut-off; Thursday is a holiday. */
  @Test
  void goodFilesBecomeACalendar() throws IOException {
    CalendarAnswer answer = files.calendars();

    assertThat(told(answer.rejects())).isEmpty();
    Arrival arrival =
        answer
            .calendars()
            .getFirst()
            .arrive(
                new Origin(Postcode.of("98101"), SEATTLE),
                Postcode.of("97201"),
                LocalDateTime.parse("2026-11-25T15:00").atZone(SEATTLE).toInstant());
    assertThat(arrival)
        .isInstanceOfSatisfying(
            Arrival.Arrives.class,
            arrives -> {
              assertThat(arrives.pickUp()).isEqualTo(LocalDate.of(2026, 11, 27));
              assertThat(arrives.date()).isEqualTo(LocalDate.of(2026, 12, 1));
            });
  }

  @Test
  void badTimesAndDaysAreToldWithTheirMend() throws IOException {
    CalendarAnswer answer =
        files
            .replace(TariffSheet.CALENDARS, "mon-fri 08:00-18:00,2h", "mon-fri 18:00-08:00,2x")
            .replace(TariffSheet.CALENDARS, "mon-fri 16:00; sat 12:00,mon-fri", "mo 16:00,mon-fry")
            .calendars();

    assertThat(told(answer.rejects()))
        .containsExactly(
            "calendars 2 cut_offs [mo 16:00] has mo, which is no weekday: write mon to sun, or spans"
                + " such as mon-fri; delivery_days has mon-fry, which is no weekday: write mon to"
                + " sun, or spans such as mon-fri; hours Closing at 08:00 is not after opening at"
                + " 18:00: give one stretch within a day; handling must be a time of handling such"
                + " as 4h, 90min or 1d");
    assertThat(answer.calendars()).isEmpty();
  }

  @Test
  void transitThatOverlapsOrIsMissingIsTold() throws IOException {
    CalendarAnswer overlap =
        new TariffFiles()
            .with(
                TariffSheet.TRANSIT,
                "carrier,origin_from,destination_from,days\nTern,98,97,2\nTern,98,971,3\n")
            .calendars();
    CalendarAnswer missing =
        new TariffFiles()
            .with(TariffSheet.TRANSIT, "carrier,origin_from,destination_from,days\n")
            .calendars();

    assertThat(told(overlap.rejects()))
        .containsExactly(
            "transit 3 days [] overlaps row 2 for Tern ground: keep each pair of postcodes in one"
                + " row");
    assertThat(told(missing.rejects()))
        .containsExactly(
            "calendars 2 service [ground] has no transit days: add a row to the transit file");
    assertThat(missing.calendars()).isEmpty();
  }
}
