package dev.holdfast.domain.fulfilment.rate;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** A small tariff whose prices can be worked out by hand, with one part changed at a time. */
record Sample(
    BillableWeight weight,
    ParcelLimits limits,
    Fuel fuel,
    long minimumMinor,
    long roundToMinor,
    List<ZoneRow> zones,
    List<BandRow> bands,
    List<SurchargeRow> surcharges) {
  static final ServiceId SERVICE = new ServiceId("Bluegull", "ground");
  static final LocalDate FROM = LocalDate.of(2026, 1, 1);
  static final LocalDate TO = LocalDate.of(2026, 12, 31);
  static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  static final Destination NEAR = new Destination(Postcode.of("97201"), false);
  static final Destination FAR = new Destination(Postcode.of("10001"), false);

  static final Sample PLAIN =
      new Sample(
          new BillableWeight(5000, 500),
          ParcelLimits.NONE,
          Fuel.NONE,
          0,
          1,
          List.of(
              new ZoneRow(2, area("980", "981"), area("970", "979"), "near"),
              new ZoneRow(3, area("980", "981"), area("100", "199"), "far")),
          List.of(
              band(2, "near", 0, 1000, 0, 650),
              band(3, "near", 1000, 5000, 0, 900),
              band(4, "near", 5000, BandRow.NO_END, 1000, 120),
              band(5, "far", 0, 1000, 0, 1100),
              band(6, "far", 1000, 5000, 0, 1900)),
          List.of());

  static PostcodeRange area(String from, String to) {
    return PostcodeRange.of(Postcode.of(from), Postcode.of(to));
  }

  static BandRow band(long line, String zone, long over, long upTo, long step, long price) {
    return new BandRow(line, zone, over, upTo, step, price);
  }

  static SurchargeRow surcharge(String name, SurchargeKind kind, long over, long price) {
    return new SurchargeRow(2, name, kind, over, null, false, price);
  }

  Sample with(BillableWeight other) {
    return new Sample(other, limits, fuel, minimumMinor, roundToMinor, zones, bands, surcharges);
  }

  Sample with(ParcelLimits other) {
    return new Sample(weight, other, fuel, minimumMinor, roundToMinor, zones, bands, surcharges);
  }

  Sample withFuel(int basisPoints, String... on) {
    Fuel other = new Fuel(basisPoints, Set.of(on));
    return new Sample(weight, limits, other, minimumMinor, roundToMinor, zones, bands, surcharges);
  }

  Sample withMinimum(long other) {
    return new Sample(weight, limits, fuel, other, roundToMinor, zones, bands, surcharges);
  }

  Sample withRounding(long other) {
    return new Sample(weight, limits, fuel, minimumMinor, other, zones, bands, surcharges);
  }

  Sample withZones(ZoneRow... others) {
    return new Sample(
        weight, limits, fuel, minimumMinor, roundToMinor, List.of(others), bands, surcharges);
  }

  Sample withBands(BandRow... others) {
    return new Sample(
        weight, limits, fuel, minimumMinor, roundToMinor, zones, List.of(others), surcharges);
  }

  Sample withSurcharges(SurchargeRow... others) {
    return new Sample(
        weight, limits, fuel, minimumMinor, roundToMinor, zones, bands, List.of(others));
  }

  TariffRows rows() {
    return rows(SERVICE, "USD", FROM, TO);
  }

  TariffRows rows(ServiceId service, String currency, LocalDate from, LocalDate to) {
    TariffTerms terms =
        new TariffTerms(
            service, currency, from, to, weight, limits, fuel, minimumMinor, roundToMinor);
    return new TariffRows(2, terms, zones, bands, surcharges);
  }

  Tariff tariff() {
    return Tariff.of(rows());
  }

  Quote quote(Destination to, Parcel... parcels) {
    return tariff().quote(shipment(to, parcels));
  }

  static Shipment shipment(Destination to, Parcel... parcels) {
    return new Shipment(List.of(parcels), Postcode.of("98101"), to, DAY);
  }

  /** A parcel whose volume, 8 dm3, counts for 1600 g by the divisor of 5000. */
  static Parcel cube(int weightG) {
    return new Parcel(200, 200, 200, weightG);
  }
}
