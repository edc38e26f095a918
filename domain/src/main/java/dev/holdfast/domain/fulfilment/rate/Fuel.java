package dev.holdfast.domain.fulfilment.rate;

import java.util.Set;

/**
 * The fuel surcharge: a share of some of the other charges.
 *
 * @param basisPoints hundredths of a percent; 1250 is 12.5 %
 * @param on the names of the charges that it is taken from: {@link Charge#BASE} and surcharges
 */
public record Fuel(int basisPoints, Set<String> on) {
  /** No fuel surcharge. */
  public static final Fuel NONE = new Fuel(0, Set.of());

  /** Keeps a copy. */
  public Fuel {
    on = Set.copyOf(on);
  }
}
