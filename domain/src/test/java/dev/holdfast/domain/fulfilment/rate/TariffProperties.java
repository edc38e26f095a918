package dev.holdfast.domain.fulfilment.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What holds for every tariff whose bands do not get cheaper. */
class TariffProperties {
  /** A tariff with everything in it, drawn from a seed. */
  private static Sample random(Random random) {
    List<BandRow> bands = new ArrayList<>();
    long over = 0;
    long price = random.nextInt(500);
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      long upTo = over + 1 + random.nextInt(3000);
      price += random.nextInt(400);
      bands.add(Sample.band(i, "near", over, upTo, 0, price));
      over = upTo;
    }
    int step = 1 + random.nextInt(900);
    bands.add(Sample.band(9, "near", over, BandRow.NO_END, step, random.nextInt(90)));
    return Sample.PLAIN
        .with(new BillableWeight(random.nextInt(3) * 3000, 1 + random.nextInt(700)))
        .withBands(bands.toArray(BandRow[]::new))
        .withSurcharges(
            Sample.surcharge("home", SurchargeKind.RESIDENTIAL, 0, random.nextInt(500)),
            Sample.surcharge("long", SurchargeKind.OVERSIZE, 300, random.nextInt(900)),
            Sample.surcharge("bulky", SurchargeKind.GIRTH, 900, random.nextInt(900)),
            Sample.surcharge("heavy", SurchargeKind.OVERWEIGHT, 4000, random.nextInt(900)))
        .withFuel(random.nextInt(3000), "base", "long")
        .withRounding(1 + random.nextInt(20))
        .withMinimum(random.nextInt(2500));
  }

  private static Shipment shipment(Random random, int moreG) {
    List<Parcel> parcels = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      parcels.add(
          new Parcel(
              1 + random.nextInt(500),
              1 + random.nextInt(500),
              1 + random.nextInt(500),
              random.nextInt(9000) + moreG));
    }
    Destination to = new Destination(Postcode.of("97201"), random.nextBoolean());
    return new Shipment(parcels, Postcode.of("98101"), to, Sample.DAY);
  }

  @Property
  void theTotalIsTheSumOfItsChargesAndNeverBelowTheMinimum(@ForAll long seed) {
    Random random = new Random(seed);
    Sample sample = random(random);
    Shipment shipment = shipment(random, 0);

    Quote.Priced quote = (Quote.Priced) sample.tariff().quote(shipment);

    assertThat(quote.charges()).allMatch(charge -> charge.minor() >= 0);
    assertThat(quote.charges().stream().mapToLong(Charge::minor).sum())
        .isEqualTo(quote.total().minor());
    assertThat(quote.total().minor()).isGreaterThanOrEqualTo(sample.minimumMinor());
    assertThat(sample.tariff().price(shipment)).isEqualTo(quote.total().minor());
  }

  @Property
  void aHeavierShipmentNeverCostsLess(@ForAll long seed, @ForAll @IntRange(max = 20_000) int more) {
    Random random = new Random(seed);
    Tariff tariff = random(random).tariff();
    long parcels = random.nextLong();

    assertThat(tariff.price(shipment(new Random(parcels), more)))
        .isGreaterThanOrEqualTo(tariff.price(shipment(new Random(parcels), 0)));
  }

  @Property
  void whatIsBilledIsTheLeastMultipleOfTheStepThatCoversWeightAndVolume(@ForAll long seed) {
    Random random = new Random(seed);
    BillableWeight weight = new BillableWeight(1 + random.nextInt(9000), 1 + random.nextInt(10));
    Parcel parcel = shipment(random, 1).parcels().getFirst();
    long billable = weight.billableG(parcel);
    long volume = (long) parcel.lengthMm() * parcel.widthMm() * parcel.heightMm();
    long less = billable - weight.stepG();

    assertThat(billable % weight.stepG()).isZero();
    assertThat(billable).isGreaterThanOrEqualTo(parcel.weightG());
    assertThat(billable * weight.divisorMm3PerG()).isGreaterThanOrEqualTo(volume);
    assertThat(less < parcel.weightG() || less * weight.divisorMm3PerG() < volume).isTrue();
  }
}
