package dev.holdfast.application.fulfilment.setup;

import static dev.holdfast.application.fulfilment.setup.SetupScene.CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.application.fulfilment.carrier.CarrierRates;
import dev.holdfast.application.fulfilment.quote.QuoteParcels;
import dev.holdfast.application.fulfilment.quote.QuoteParcels.Answer;
import dev.holdfast.application.fulfilment.quote.QuoteParcels.Question;
import dev.holdfast.application.fulfilment.quote.ServiceQuote;
import dev.holdfast.application.fulfilment.quote.ServiceQuote.Source;
import dev.holdfast.domain.fulfilment.rate.Destination;
import dev.holdfast.domain.fulfilment.rate.Parcel;
import dev.holdfast.domain.fulfilment.rate.Postcode;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Carriers' own prices count where they are there, and the tariff where they are not. */
final class QuoteParcelsTest {
  private static final ServiceId EXPRESS = new ServiceId("Bluegull (synthetic)", "express");
  private static final Instant MONDAY = Instant.parse("2026-11-23T15:00:00Z");

  private final SetupScene scene = new SetupScene();

  private Answer.Quoted quoted(CarrierRates live, @Nullable String promised) {
    scene.settings.put(CLIENT, "MCI", SetupScene.facility());
    new ImportTariffs(scene.settings).run(CLIENT, SetupScene.sheets(), false);
    QuoteParcels quotes = new QuoteParcels(scene.here, live, Clock.fixed(MONDAY, ZoneOffset.UTC));
    Question question =
        new Question(
            "MCI",
            new Destination(Postcode.of("10001"), true),
            List.of(new Parcel(300, 220, 160, 1_800)),
            promised == null ? null : LocalDate.parse(promised));
    return (Answer.Quoted) quotes.quote(CLIENT, question);
  }

  private static List<String> cheapest(Answer.Quoted quoted) {
    return quoted.services().stream()
        .filter(ServiceQuote::cheapest)
        .map(one -> one.service().service() + " " + one.source())
        .toList();
  }

  @Test
  void theCheapestInTimeIsNamedAndTheOthersSayWhyNot() {
    assertThat(cheapest(quoted(CarrierRates.NONE, null))).containsExactly("economy TARIFF");

    Answer.Quoted soon = quoted(CarrierRates.NONE, "2026-11-25");

    assertThat(cheapest(soon)).containsExactly("express TARIFF");
    assertThat(soon.services())
        .filteredOn(one -> !one.cheapest())
        .hasSize(3)
        .allSatisfy(one -> assertThat(one.reason()).isNotBlank());
  }

  @Test
  void aCarriersOwnPriceCountsBesideTheTariffOfTheOthers() {
    CarrierRates live = question -> new CarrierRates.Answer.Rates(Map.of(EXPRESS, 101L));

    Answer.Quoted quoted = quoted(live, null);

    assertThat(cheapest(quoted)).containsExactly("express CARRIER");
    assertThat(quoted.services()).filteredOn(one -> one.source() == Source.CARRIER).hasSize(1);
  }

  @Test
  void theTariffCountsWhereTheCarrierIsAway() {
    CarrierRates live = question -> new CarrierRates.Answer.Away("it is closed");

    Answer.Quoted quoted = quoted(live, null);

    assertThat(quoted)
        .isEqualTo(
            new Answer.Quoted(
                "USD", MONDAY, quoted(CarrierRates.NONE, null).services(), quoted.live()));
    assertThat(quoted.live()).isEqualTo(new CarrierRates.Answer.Away("it is closed"));
  }
}
