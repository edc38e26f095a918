package dev.holdfast.domain.fulfilment.pick;

/**
 * How much one wave takes.
 *
 * @param maxOrders the most orders, at least 1
 * @param maxUnits the most pieces, at least 1
 */
public record WaveLimits(int maxOrders, long maxUnits) {
  /** Throws if a wave would take nothing. */
  public WaveLimits {
    if (maxOrders < 1 || maxUnits < 1) {
      throw new IllegalArgumentException("A wave takes at least 1 order and 1 unit.");
    }
  }
}
