package dev.holdfast.domain.fulfilment.rate;

import static dev.holdfast.domain.fulfilment.rate.Sample.FAR;
import static dev.holdfast.domain.fulfilment.rate.Sample.NEAR;
import static dev.holdfast.domain.fulfilment.rate.Sample.PLAIN;
import static dev.holdfast.domain.fulfilment.rate.Sample.cube;
import static dev.holdfast.domain.fulfilment.rate.Sample.surcharge;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Every charge, worked out by hand. */
class TariffTest {
  private static final Parcel FLAT = new Parcel(100, 100, 10, 400);

  private static List<String> charges(Quote quote) {
    return switch (quote) {
      case Quote.Priced priced ->
          priced.charges().stream().map(charge -> charge.name() + " " + charge.minor()).toList();
      case Quote.Refused refused -> List.of(refused.reason().message());
    };
  }

  private static String why(Quote quote) {
    return switch (quote) {
      case Quote.Priced priced -> priced.charges().getLast().basis().text();
      case Quote.Refused refused -> refused.reason().message();
    };
  }

  @Test
  void aLightParcelCostsItsBand() {
    Quote quote = PLAIN.quote(NEAR, FLAT);

    assertThat(charges(quote)).containsExactly("base 650");
    assertThat(why(quote)).isEqualTo("zone near, 500 g billed, band up to 1000 g");
  }

  @Test
  void volumeCountsWhereItIsMoreThanWeight() {
    Quote quote = PLAIN.quote(NEAR, cube(300));

    assertThat(charges(quote)).containsExactly("base 900");
    assertThat(why(quote)).isEqualTo("zone near, 2000 g billed by volume, band up to 5000 g");
  }

  /** 5,100 mm3 by 5000 are 1.02 g. */
  @Test
  void aStartedGramOfVolumeCountsWhole() {
    assertThat(new BillableWeight(5000, 1).billableG(new Parcel(10, 10, 51, 1))).isEqualTo(2);
    assertThat(new BillableWeight(5000, 1).billableG(new Parcel(10, 10, 50, 1))).isEqualTo(1);
  }

  @Test
  void withoutADivisorOnlyWeightCounts() {
    assertThat(charges(PLAIN.with(new BillableWeight(0, 500)).quote(NEAR, cube(300))))
        .containsExactly("base 650");
  }

  @Test
  void aBandHoldsItsEndAndNotItsBeginning() {
    assertThat(charges(PLAIN.quote(NEAR, new Parcel(10, 10, 10, 1000))))
        .containsExactly("base 650");
    assertThat(charges(PLAIN.quote(NEAR, new Parcel(10, 10, 10, 1001))))
        .containsExactly("base 900");
  }

  /** 6,001 g is billed as 6,500: 900 and two started steps of 120. */
  @Test
  void beyondTheLastBandEachStartedStepCosts() {
    Quote quote = PLAIN.quote(NEAR, cube(6001));

    assertThat(charges(quote)).containsExactly("base 1140");
    assertThat(why(quote)).isEqualTo("zone near, 6500 g billed, 2 further steps");
  }

  @Test
  void aWeightlessParcelIsBilledOneStep() {
    assertThat(charges(PLAIN.quote(NEAR, new Parcel(1, 1, 1, 0)))).containsExactly("base 650");
  }

  @Test
  void aHomeCostsMoreForEachParcel() {
    Sample sample = PLAIN.withSurcharges(surcharge("home", SurchargeKind.RESIDENTIAL, 0, 425));
    Destination home = new Destination(NEAR.postcode(), true);

    assertThat(charges(sample.quote(NEAR, FLAT))).containsExactly("base 650");
    assertThat(charges(sample.quote(home, FLAT, FLAT)))
        .containsExactly("base 650", "base 650", "home 425", "home 425");
    assertThat(why(sample.quote(home, FLAT))).isEqualTo("to a home");
  }

  @Test
  void aSurchargePerShipmentIsChargedOnce() {
    SurchargeRow once = new SurchargeRow(2, "paper", SurchargeKind.ALWAYS, 0, null, true, 99);

    assertThat(charges(PLAIN.withSurcharges(once).quote(NEAR, FLAT, FLAT)))
        .containsExactly("base 650", "base 650", "paper 99");
  }

  @Test
  void oversizeIsByTheLongestSideWhicheverItIs() {
    Sample sample = PLAIN.withSurcharges(surcharge("long", SurchargeKind.OVERSIZE, 1200, 1500));

    assertThat(charges(sample.quote(NEAR, new Parcel(10, 10, 1200, 400))))
        .containsExactly("base 650");
    Quote over = sample.quote(NEAR, new Parcel(10, 1201, 10, 400));
    assertThat(charges(over)).containsExactly("base 650", "long 1500");
    assertThat(why(over)).isEqualTo("longest side 1201 mm, over 1200 mm");
  }

  /** 600 + 2 x (300 + 200) = 1,600. */
  @Test
  void girthIsTheLongestSideAndTwiceTheOthers() {
    Parcel parcel = new Parcel(200, 600, 300, 400);
    Sample sample = PLAIN.with(new BillableWeight(0, 500));

    assertThat(parcel.lengthAndGirthMm()).isEqualTo(1600);
    assertThat(
            charges(
                sample
                    .withSurcharges(surcharge("bulky", SurchargeKind.GIRTH, 1600, 700))
                    .quote(NEAR, parcel)))
        .containsExactly("base 650");
    assertThat(
            charges(
                sample
                    .withSurcharges(surcharge("bulky", SurchargeKind.GIRTH, 1599, 700))
                    .quote(NEAR, parcel)))
        .containsExactly("base 650", "bulky 700");
  }

  @Test
  void overweightIsByActualWeight() {
    Sample sample = PLAIN.withSurcharges(surcharge("heavy", SurchargeKind.OVERWEIGHT, 1500, 300));

    assertThat(charges(sample.quote(NEAR, cube(1500)))).containsExactly("base 900");
    assertThat(charges(sample.quote(NEAR, cube(1501)))).containsExactly("base 900", "heavy 300");
  }

  @Test
  void aRemoteAreaIsChargedOnceWhicheverRowsHoldIt() {
    PostcodeRange wide = Sample.area("970", "979");
    PostcodeRange inner = PostcodeRange.prefix("9735");
    Sample sample =
        PLAIN.withSurcharges(
            new SurchargeRow(2, "remote", SurchargeKind.REMOTE, 0, wide, false, 250),
            new SurchargeRow(3, "remote", SurchargeKind.REMOTE, 0, inner, false, 250));

    assertThat(charges(sample.quote(NEAR, FLAT))).containsExactly("base 650", "remote 250");
    assertThat(charges(sample.quote(FAR, FLAT))).containsExactly("base 1100");
  }

  /** 12.5 % of 650 is 81.25; of 650 and 425 it is 134.375. */
  @Test
  void fuelIsAShareOfWhatItIsDeclaredOn() {
    Sample sample = PLAIN.withSurcharges(surcharge("home", SurchargeKind.RESIDENTIAL, 0, 425));
    Destination home = new Destination(NEAR.postcode(), true);

    Quote onBase = sample.withFuel(1250, "base").quote(home, FLAT);
    assertThat(charges(onBase)).containsExactly("base 650", "home 425", "fuel 81");
    assertThat(why(onBase)).isEqualTo("12.50 % of 650");
    assertThat(charges(sample.withFuel(1250, "base", "home").quote(home, FLAT)))
        .containsExactly("base 650", "home 425", "fuel 134");
  }

  /** 10 % of 650 is 65: half of ten goes up, and so it does at 1 % of 650, which is 6.5. */
  @Test
  void fuelIsRoundedHalfUpAtTheDeclaredPlace() {
    assertThat(charges(PLAIN.withFuel(1000, "base").withRounding(10).quote(NEAR, FLAT)))
        .containsExactly("base 650", "fuel 70");
    assertThat(charges(PLAIN.withFuel(100, "base").quote(NEAR, FLAT)))
        .containsExactly("base 650", "fuel 7");
    assertThat(charges(PLAIN.withFuel(990, "base").withRounding(10).quote(NEAR, FLAT)))
        .containsExactly("base 650", "fuel 60");
  }

  @Test
  void whatLacksToTheMinimumIsAChargeOfItsOwn() {
    assertThat(charges(PLAIN.withMinimum(1000).quote(NEAR, FLAT)))
        .containsExactly("base 650", "minimum 350");
    assertThat(charges(PLAIN.withMinimum(650).quote(NEAR, FLAT))).containsExactly("base 650");
  }

  @Test
  void aRefusalNamesWhatIsMissing() {
    Destination nowhere = new Destination(Postcode.of("50301"), false);
    Sample hole = PLAIN.withBands(PLAIN.bands().get(0), PLAIN.bands().get(2));
    Sample small = PLAIN.with(new ParcelLimits(1000, 0, 0));

    assertThat(why(PLAIN.quote(nowhere, FLAT)))
        .isEqualTo(
            "Bluegull ground does not go from 98101 to 50301: add a zone row, or use another"
                + " service");
    assertThat(why(hole.quote(NEAR, cube(3000))))
        .isEqualTo(
            "Bluegull ground has no price in zone near for parcel 1 of 3000 g billed: add a band"
                + " row");
    assertThat(why(PLAIN.quote(FAR, FLAT, cube(5001))))
        .isEqualTo(
            "Parcel 2 has a billed weight of 5500 g, Bluegull ground takes 5000: use smaller"
                + " cartons or another service");
    assertThat(why(small.quote(NEAR, FLAT, cube(1001))))
        .startsWith("Parcel 2 has a weight of 1001 g");
  }

  @Test
  void noTariffCountsOutsideItsDays() {
    Shipment late = new Shipment(List.of(FLAT), Postcode.of("98101"), NEAR, Sample.TO.plusDays(1));

    assertThat(PLAIN.tariff().price(late)).isEqualTo(Tariff.NO_PRICE);
    assertThat(why(PLAIN.tariff().quote(late)))
        .isEqualTo(
            "Bluegull ground has no tariff for 2027-01-01: import one that is valid on that day");
  }

  @Test
  void aPriceBeyondCountingIsRefusedAndDoesNotWrapAround() {
    Sample sample =
        PLAIN
            .with(new BillableWeight(1, 1))
            .withBands(Sample.band(2, "near", 0, BandRow.NO_END, 1, 1_000_000_000));
    Parcel huge = new Parcel(100_000, 100_000, 100_000, 1);

    assertThat(why(sample.quote(NEAR, huge)))
        .isEqualTo(
            "The price by Bluegull ground is beyond what can be counted: split the shipment");
    assertThat(sample.tariff().price(Sample.shipment(NEAR, huge))).isEqualTo(Tariff.NO_PRICE);
  }
}
