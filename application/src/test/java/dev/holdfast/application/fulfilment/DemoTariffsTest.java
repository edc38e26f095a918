package dev.holdfast.application.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.demo.DemoTariffs;
import dev.holdfast.domain.fulfilment.rate.Destination;
import dev.holdfast.domain.fulfilment.rate.Parcel;
import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.fulfilment.rate.RateBook;
import dev.holdfast.domain.fulfilment.transit.Choice;
import dev.holdfast.domain.fulfilment.transit.Origin;
import dev.holdfast.domain.fulfilment.transit.ServiceChoice;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tariffs that come with the program. */
final class DemoTariffsTest {
  private static final ZoneId RENO = ZoneId.of("America/Los_Angeles");

  private static ServiceChoice demo() throws IOException {
    TariffAnswer tariffs = TariffImport.read(sheet -> DemoTariffs.open(sheet.label()));
    CalendarAnswer calendars = CalendarImport.read(sheet -> DemoTariffs.open(sheet.label()));
    assertThat(TariffFiles.told(tariffs.rejects())).isEmpty();
    assertThat(TariffFiles.told(tariffs.holes())).isEmpty();
    assertThat(TariffFiles.told(calendars.rejects())).isEmpty();
    assertThat(tariffs.tariffs())
        .hasSize(5)
        .allMatch(tariff -> tariff.service().carrier().endsWith("(synthetic)"));
    assertThat(calendars.calendars()).hasSize(4);
    return new ServiceChoice(RateBook.of(tariffs.tariffs()), calendars.calendars());
  }

  private static String chosen(Parcel parcel, String to, String promised) throws IOException {
    Choice choice =
        demo()
            .cheapest(
                List.of(parcel),
                new Origin(Postcode.of("89500"), RENO),
                new Destination(Postcode.of(to), true),
                LocalDateTime.parse("2026-11-23T09:00").atZone(RENO).toInstant(),
                LocalDate.parse(promised));
    assertThat(choice.rejected()).hasSize(choice.chosen() == null ? 4 : 3);
    return choice.chosen() == null ? "none" : choice.chosen().quote().service().service();
  }

  @Test
  void everyCarrierIsTheCheapestSomewhere() throws IOException {
    Parcel carton = new Parcel(300, 220, 160, 1800);
    Parcel pallet = new Parcel(1200, 1000, 1400, 240_000);

    assertThat(chosen(carton, "97201", "2026-12-04")).isEqualTo("regional");
    assertThat(chosen(carton, "10001", "2026-12-04")).isEqualTo("economy");
    assertThat(chosen(carton, "10001", "2026-11-25")).isEqualTo("express");
    assertThat(chosen(pallet, "10001", "2026-12-11")).isEqualTo("pallet");
    assertThat(chosen(pallet, "99501", "2026-12-11")).isEqualTo("none");
  }
}
