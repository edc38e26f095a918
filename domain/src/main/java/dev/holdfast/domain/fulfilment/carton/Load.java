package dev.holdfast.domain.fulfilment.carton;

import java.util.List;

/** A carton with what a search put into it, and its price. */
record Load(CartonType type, List<Placement> placements, long grossG, long priceMinor) {

  static Load of(Kinds kinds, CartonType type, List<Placement> placements, CartonPrice price) {
    long gross = type.emptyWeightG();
    for (Placement unit : placements) {
      gross += kinds.weightG[unit.line()];
    }
    return new Load(type, placements, gross, price.priceMinor(type, gross));
  }

  long volume(Kinds kinds) {
    long sum = 0;
    for (Placement unit : placements) {
      sum += kinds.volume[unit.line()];
    }
    return sum;
  }

  /** Takes its content out of what is left. */
  void takeFrom(int[] units) {
    for (Placement unit : placements) {
      units[unit.line()]--;
    }
  }

  static long price(List<Load> loads) {
    long sum = 0;
    for (Load load : loads) {
      sum = Math.addExact(sum, load.priceMinor);
    }
    return sum;
  }

  PackedCarton carton() {
    return new PackedCarton(type, placements, grossG, priceMinor);
  }
}
