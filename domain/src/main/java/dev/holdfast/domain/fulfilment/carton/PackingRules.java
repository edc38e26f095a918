package dev.holdfast.domain.fulfilment.carton;

/**
 * How carefully and how long the packer works.
 *
 * @param supportPermille the least part of each unit's base that must rest on the floor or on other
 *     units, thousandths; 1000 supports it fully, 0 lets it float
 * @param steps how many candidate positions may be weighed for one order; the best packing until
 *     then is kept. A step takes about 10 ns.
 */
public record PackingRules(int supportPermille, long steps) {
  /** Everything rests fully on something. */
  public static final int FULL_SUPPORT = 1_000;

  /** Enough for all but the most crowded orders; a few milliseconds at most for most of those. */
  public static final PackingRules DEFAULT = new PackingRules(FULL_SUPPORT, 300_000);

  public PackingRules {
    if (supportPermille < 0 || supportPermille > FULL_SUPPORT) {
      throw new IllegalArgumentException(
          "supportPermille is " + supportPermille + ": give 0 to " + FULL_SUPPORT + ".");
    }
    if (steps < 1) {
      throw new IllegalArgumentException("steps is " + steps + ": give at least 1.");
    }
  }
}
