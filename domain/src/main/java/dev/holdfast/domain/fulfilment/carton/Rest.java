package dev.holdfast.domain.fulfilment.carton;

import java.util.List;

/**
 * What is left to pack, in sums that tell without packing that a carton cannot be the next.
 *
 * @param volume of all units, cubic millimetres
 * @param weightG of all units, grams
 * @param value of all units
 * @param perVolume the most value that a cubic millimetre of any unit has
 */
record Rest(long volume, long weightG, double value, double perVolume) {
  /** Sums of doubles may differ in the last digits with their order. */
  private static final double ROUNDING = 1 + 1e-9;

  static Rest of(Kinds kinds, int[] left, double[] values) {
    long volume = 0;
    long weight = 0;
    double value = 0;
    double densest = 0;
    for (int i = 0; i < left.length; i++) {
      if (left[i] > 0) {
        volume += left[i] * kinds.volume[i];
        weight += (long) left[i] * kinds.weightG[i];
        value += left[i] * values[i];
        densest = Math.max(densest, values[i] / kinds.volume[i]);
      }
    }
    return new Rest(volume, weight, value, densest);
  }

  /** No filling of such a carton has more value per price. */
  double mostIn(CartonType type, CartonPrice price) {
    double most = Math.min(value, type.inner().volumeMm3() * perVolume);
    return most * ROUNDING / Math.max(1, price.priceMinor(type, type.emptyWeightG()));
  }

  /** Whether one more carton might take what such a carton leaves, by volume and weight. */
  boolean mayLeaveOne(CartonType type, List<CartonType> types) {
    for (CartonType last : types) {
      boolean room = type.inner().volumeMm3() + last.inner().volumeMm3() >= volume;
      if (room && (long) type.maxContentG() + last.maxContentG() >= weightG) {
        return true;
      }
    }
    return false;
  }
}
