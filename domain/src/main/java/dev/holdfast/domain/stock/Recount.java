package dev.holdfast.domain.stock;

/**
 * What a count does to a position: the rule of {@link Movement#COUNT} and {@link
 * Movement#SET_SAFETY_STOCK} for a file of a million positions, where a working set per position
 * would be too dear. Pure.
 */
public final class Recount {
  private Recount() {}

  /** The balance once so much was found to be physically there. */
  public static Balance counted(Balance before, long quantity) {
    return before.corrected(quantity - before.onHand(), 0);
  }

  /** The balance once so much is withheld from promising. */
  public static Balance withSafetyStock(Balance before, long quantity) {
    return before.withSafetyStock(quantity);
  }
}
