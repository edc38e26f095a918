package dev.holdfast.domain.fulfilment.carton;

import dev.holdfast.domain.fulfilment.Goods;

/**
 * A kind of carton that a packer may take from the shelf, as often as needed.
 *
 * @param code what the client calls it
 * @param outer what a carrier measures
 * @param inner what may be filled; not larger than outside
 * @param emptyWeightG of the carton itself, grams
 * @param maxGrossG the most that carton and content may weigh together, grams
 * @param costMinor of the carton itself, minor units of the client's currency; 0 or more
 */
public record CartonType(
    String code, Size outer, Size inner, int emptyWeightG, int maxGrossG, long costMinor) {

  public CartonType {
    if (inner.lengthMm() > outer.lengthMm()
        || inner.widthMm() > outer.widthMm()
        || inner.heightMm() > outer.heightMm()) {
      throw new IllegalArgumentException(
          "Carton " + code + " is larger inside than outside: exchange the two sizes.");
    }
    if (emptyWeightG < 0 || maxGrossG < emptyWeightG || maxGrossG > Goods.MAX_WEIGHT_G) {
      throw new IllegalArgumentException(
          "Carton "
              + code
              + " weighs "
              + emptyWeightG
              + " g empty and may weigh "
              + maxGrossG
              + " g: the limit includes the empty weight and is at most "
              + Goods.MAX_WEIGHT_G
              + " g.");
    }
    if (costMinor < 0) {
      throw new IllegalArgumentException("Carton " + code + " has a negative cost: use 0.");
    }
  }

  /** The most that its content may weigh, grams. */
  public int maxContentG() {
    return maxGrossG - emptyWeightG;
  }
}
