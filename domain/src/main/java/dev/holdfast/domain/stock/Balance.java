package dev.holdfast.domain.stock;

/**
 * What a position holds after its latest ledger entry, in the SKU's smallest unit.
 *
 * <p>Invariants: {@code onHand >= 0}, {@code reserved >= 0}, {@code safetyStock >= 0} and {@code
 * shortfall == max(0, reserved - onHand)}. The constructor does not check them: a claim that a
 * wrong rule let through must reach the store's own constraint and fail there.
 *
 * @param version the number of ledger entries of the position; dense, 0 for one never touched
 */
public record Balance(long onHand, long reserved, long safetyStock, long shortfall, long version) {
  /** The balance of a position that nothing has ever happened to. */
  public static final Balance EMPTY = new Balance(0, 0, 0, 0, 0);

  /**
   * The most a position may hold: 10^15 smallest units, so that sums over every location of an
   * installation stay inside a long.
   */
  public static final long MAX_ON_HAND = 1_000_000_000_000_000L;

  /** What may be promised: on hand less reserved less safety stock, floored at 0. */
  public long availableToPromise() {
    return Math.max(0, onHand - reserved - safetyStock);
  }

  /** What is there and claimed by nobody, floored at 0. Safety stock is part of it. */
  public long unreserved() {
    return Math.max(0, onHand - reserved);
  }

  /** The balance after a claim or a sale, which may never create a shortfall. */
  Balance claimed(long onHandDelta, long reservedDelta) {
    return new Balance(
        onHand + onHandDelta, reserved + reservedDelta, safetyStock, shortfall, version + 1);
  }

  /** The balance after a change of what is really there, which may create or mend a shortfall. */
  Balance corrected(long onHandDelta, long reservedDelta) {
    long here = onHand + onHandDelta;
    long promised = reserved + reservedDelta;
    return new Balance(here, promised, safetyStock, Math.max(0, promised - here), version + 1);
  }

  Balance withSafetyStock(long quantity) {
    return new Balance(onHand, reserved, quantity, shortfall, version + 1);
  }
}
