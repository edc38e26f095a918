package dev.holdfast.domain.fulfilment.transit;

import static dev.holdfast.domain.fulfilment.transit.Calendars.ORIGIN;
import static dev.holdfast.domain.fulfilment.transit.Calendars.PORTLAND;
import static dev.holdfast.domain.fulfilment.transit.Calendars.at;
import static dev.holdfast.domain.fulfilment.transit.Calendars.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.fulfilment.rate.BandRow;
import dev.holdfast.domain.fulfilment.rate.BillableWeight;
import dev.holdfast.domain.fulfilment.rate.Destination;
import dev.holdfast.domain.fulfilment.rate.Fuel;
import dev.holdfast.domain.fulfilment.rate.Parcel;
import dev.holdfast.domain.fulfilment.rate.ParcelLimits;
import dev.holdfast.domain.fulfilment.rate.PostcodeRange;
import dev.holdfast.domain.fulfilment.rate.RateBook;
import dev.holdfast.domain.fulfilment.rate.ServiceId;
import dev.holdfast.domain.fulfilment.rate.Tariff;
import dev.holdfast.domain.fulfilment.rate.TariffRows;
import dev.holdfast.domain.fulfilment.rate.TariffTerms;
import dev.holdfast.domain.fulfilment.rate.ZoneRow;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Released on Monday 2026-11-23 at ten. */
class ServiceChoiceTest {
  private static final ServiceId SLOW = new ServiceId("Bluegull", "economy");
  private static final ServiceId FAST = new ServiceId("Bluegull", "express");
  private static final ServiceId SMALL = new ServiceId("Tern", "letter");
  private static final ServiceId LOST = new ServiceId("Tern", "lost");

  private final ServiceChoice choice =
      new ServiceChoice(
          RateBook.of(
              List.of(
                  tariff(SLOW, 700, 30_000),
                  tariff(FAST, 1900, 30_000),
                  tariff(SMALL, 100, 500),
                  tariff(LOST, 1, 30_000))),
          List.of(calendar(SLOW, 3), calendar(FAST, 1), calendar(SMALL, 2)));

  private static Tariff tariff(ServiceId service, long price, int upToG) {
    TariffTerms terms =
        new TariffTerms(
            service,
            "USD",
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 12, 31),
            new BillableWeight(0, 1),
            ParcelLimits.NONE,
            Fuel.NONE,
            0,
            1);
    return Tariff.of(
        new TariffRows(
            2,
            terms,
            List.of(new ZoneRow(2, PostcodeRange.ALL, PostcodeRange.ALL, "all")),
            List.of(new BandRow(2, "all", 0, upToG, 0, price)),
            List.of()));
  }

  private static ServiceCalendar calendar(ServiceId service, int days) {
    ServiceCalendar like = Calendars.calendar(days, HandlingTime.NONE, Calendars.NO_HOLIDAYS);
    return new ServiceCalendar(
        service,
        like.hours(),
        like.handling(),
        like.cutOffs(),
        like.transitDays(),
        like.deliveryDays(),
        like.holidays(),
        like.transit());
  }

  private Choice cheapest(int weightG, String promised) {
    return choice.cheapest(
        List.of(new Parcel(300, 200, 100, weightG)),
        ORIGIN,
        new Destination(PORTLAND, true),
        at("2026-11-23T10:00"),
        day(promised));
  }

  private long price(int weightG, String promised) {
    return choice.cheapestPrice(
        List.of(new Parcel(300, 200, 100, weightG)),
        ORIGIN,
        new Destination(PORTLAND, true),
        at("2026-11-23T10:00"),
        day(promised));
  }

  private static List<String> rejected(Choice choice) {
    return choice.rejected().stream()
        .map(one ->
            one.service()
                + " "
                + (one.price() == null ? "-" : one.price().minor())
                + ": "
                + one.reason().message())
        .toList();
  }

  @Test
  void theCheapestThatArrivesInTimeIsChosenAndAllOthersSayWhyNot() {
    Choice answer = cheapest(900, "2026-11-26");

    assertThat(answer.chosen()).isNotNull();
    assertThat(answer.chosen().quote().service()).isEqualTo(SLOW);
    assertThat(answer.chosen().quote().total().minor()).isEqualTo(700);
    assertThat(answer.chosen().arrival().date()).isEqualTo(day("2026-11-26"));
    assertThat(answer.chosen().arrival().steps()).isNotEmpty();
    assertThat(rejected(answer))
        .containsExactly(
            "Bluegull express 1900: costs 1200 more (minor units) than Bluegull economy",
            "Tern letter -: Parcel 1 has a billed weight of 900 g, Tern letter takes 500: use"
                + " smaller cartons or another service",
            "Tern lost -: no calendar says when it arrives: import one");
    assertThat(price(900, "2026-11-26")).isEqualTo(700);
  }

  @Test
  void aTighterPromiseCostsMore() {
    Choice answer = cheapest(900, "2026-11-24");

    assertThat(answer.chosen()).isNotNull();
    assertThat(answer.chosen().quote().service()).isEqualTo(FAST);
    assertThat(rejected(answer))
        .contains("Bluegull economy 700: arrives 2026-11-26, promised 2026-11-24");
    assertThat(price(900, "2026-11-24")).isEqualTo(1900);
  }

  @Test
  void anUnreachablePromiseChoosesNoneAndNamesEveryReason() {
    Choice answer = cheapest(400, "2026-11-23");

    assertThat(answer.chosen()).isNull();
    assertThat(answer.rejected()).hasSize(4);
    assertThat(rejected(answer))
        .contains("Tern letter 100: arrives 2026-11-25, promised 2026-11-23");
    assertThat(price(400, "2026-11-23")).isEqualTo(Tariff.NO_PRICE);
  }
}
