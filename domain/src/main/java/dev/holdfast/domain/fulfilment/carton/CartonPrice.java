package dev.holdfast.domain.fulfilment.carton;

/**
 * What it costs to ship one carton. It must be pure, and never fall when the weight grows: the
 * packer asks for weights that it has not packed yet to know what cannot be cheaper.
 */
@FunctionalInterface
public interface CartonPrice {
  /**
   * The price of one carton, minor units, 0 or more.
   *
   * @param type the carton
   * @param grossG weight of carton and content, grams
   */
  long priceMinor(CartonType type, long grossG);

  /**
   * Where no tariff is known: the outer volume in cubic millimetres, so that less air is shipped.
   */
  CartonPrice OUTER_VOLUME = (type, grossG) -> type.outer().volumeMm3();

  /** Counts cartons: the fewest are the cheapest. */
  CartonPrice FEWEST = (type, grossG) -> 1;
}
