package dev.holdfast.domain.fulfilment.rate;

import dev.holdfast.domain.fulfilment.rate.RateRefusal.Limit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One calculation of one price: base of each parcel, surcharges, fuel on its subset, minimum. Fuel
 * is the one charge that is a fraction, so that is where it is rounded, once. For one thread, once.
 */
final class Rating {
  private static final int WHOLE_BASIS_POINTS = 10_000;

  private final Tariff tariff;
  private final TariffTerms terms;
  private final Shipment shipment;
  private final @Nullable List<Charge> charges;
  private @Nullable RateRefusal refusal;
  private long total;
  private long underFuel;

  /**
   * @param charges takes each charge with its reason; null where only the sum is wanted
   */
  Rating(Tariff tariff, Shipment shipment, @Nullable List<Charge> charges) {
    this.tariff = tariff;
    this.terms = tariff.terms();
    this.shipment = shipment;
    this.charges = charges;
  }

  /** Why there is no price; null where there is one. */
  @Nullable RateRefusal refusal() {
    return refusal;
  }

  /** The sum, minor units; without meaning where there is a refusal. */
  long total(int zone) {
    if (!terms.covers(shipment.day())) {
      refusal = new RateRefusal.NotValid(terms.service(), shipment.day());
      return 0;
    }
    Destination destination = shipment.destination();
    if (zone == PostcodePairs.NONE) {
      refusal = new RateRefusal.NoZone(terms.service(), shipment.origin(), destination.postcode());
      return 0;
    }
    try {
      if (addBases(zone)) {
        addSurcharges();
        addFuel();
        addMinimum();
      }
    } catch (ArithmeticException beyond) {
      refusal = new RateRefusal.TooMuch(terms.service());
    }
    return total;
  }

  private boolean addBases(int zone) {
    Bands bands = tariff.bands(zone);
    for (int i = 0; i < shipment.parcels().size(); i++) {
      Parcel parcel = shipment.parcels().get(i);
      if (!fits(parcel, i)) {
        return false;
      }
      long billable = terms.weight().billableG(parcel);
      int band = bands.find(billable);
      if (band == Bands.NONE) {
        refuseWeight(bands, zone, i, billable);
        return false;
      }
      long price = bands.priceAt(band, billable);
      add(price, tariff.baseUnderFuel());
      if (charges != null) {
        boolean byVolume = terms.weight().dimensionalG(parcel) > parcel.weightG();
        Basis basis =
            new Basis.Band(
                tariff.zoneName(zone),
                billable,
                byVolume,
                bands.upTo(band),
                bands.stepsAt(band, billable));
        charges.add(new Charge(Charge.BASE, price, i, basis));
      }
    }
    return true;
  }

  private void refuseWeight(Bands bands, int zone, int parcel, long billable) {
    long heaviest = bands.heaviest();
    refusal =
        heaviest > 0 && billable > heaviest
            ? new RateRefusal.OverLimit(
                terms.service(), Limit.BILLABLE_WEIGHT, parcel, billable, heaviest)
            : new RateRefusal.BandHole(terms.service(), tariff.zoneName(zone), parcel, billable);
  }

  private boolean fits(Parcel parcel, int index) {
    ParcelLimits limits = terms.limits();
    return within(Limit.WEIGHT, index, parcel.weightG(), limits.weightG())
        && within(Limit.LONGEST_SIDE, index, parcel.longestMm(), limits.longestMm())
        && within(
            Limit.LENGTH_AND_GIRTH, index, parcel.lengthAndGirthMm(), limits.lengthAndGirthMm());
  }

  private boolean within(Limit limit, int parcel, long value, int max) {
    if (max > 0 && value > max) {
      refusal = new RateRefusal.OverLimit(terms.service(), limit, parcel, value, max);
      return false;
    }
    return true;
  }

  private void addSurcharges() {
    List<Surcharge> surcharges = tariff.surcharges();
    for (int s = 0; s < surcharges.size(); s++) {
      Surcharge surcharge = surcharges.get(s);
      for (int i = 0; i < shipment.parcels().size(); i++) {
        Parcel parcel = shipment.parcels().get(i);
        if (surcharge.appliesTo(parcel, shipment.destination())) {
          add(surcharge.priceMinor(), surcharge.underFuel());
          if (charges != null) {
            int of = surcharge.perShipment() ? Charge.SHIPMENT : i;
            Basis basis = surcharge.basis(parcel, shipment.destination());
            charges.add(new Charge(surcharge.name(), surcharge.priceMinor(), of, basis));
          }
          if (surcharge.perShipment()) {
            break;
          }
        }
      }
    }
  }

  private void addFuel() {
    int basisPoints = terms.fuel().basisPoints();
    if (basisPoints == 0) {
      return;
    }
    long whole = Math.multiplyExact(WHOLE_BASIS_POINTS, terms.roundToMinor());
    long share = Math.multiplyExact(underFuel, (long) basisPoints);
    long doubled = Math.addExact(Math.multiplyExact(2, share), whole);
    long fuel = Math.multiplyExact(doubled / (2 * whole), terms.roundToMinor());
    add(fuel, false);
    if (charges != null) {
      Basis basis = new Basis.Share(basisPoints, underFuel);
      charges.add(new Charge(Charge.FUEL, fuel, Charge.SHIPMENT, basis));
    }
  }

  private void addMinimum() {
    long lacking = terms.minimumMinor() - total;
    if (lacking > 0) {
      add(lacking, false);
      if (charges != null) {
        Basis basis = new Basis.UpToMinimum(terms.minimumMinor());
        charges.add(new Charge(Charge.MINIMUM, lacking, Charge.SHIPMENT, basis));
      }
    }
  }

  private void add(long minor, boolean fuelled) {
    total = Math.addExact(total, minor);
    if (fuelled) {
      underFuel = Math.addExact(underFuel, minor);
    }
  }
}
