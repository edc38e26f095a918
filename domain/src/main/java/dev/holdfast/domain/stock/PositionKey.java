package dev.holdfast.domain.stock;

/**
 * The key of a position: one SKU (and so one client) at one location, packed into one long.
 *
 * <p>The high 43 bits hold the SKU's number, the low 20 bits the location's. Packing makes the key
 * computable without a look-up, so a batch can lock rows that it has never read, and makes the lock
 * order of every writer the order of one number.
 */
public record PositionKey(long packed) implements Comparable<PositionKey> {
  /** Bits of the location's number: 1,048,575 locations in one installation. */
  public static final int LOCATION_BITS = 20;

  /** The largest location number that fits. */
  public static final int MAX_LOCATION = (1 << LOCATION_BITS) - 1;

  /** The largest SKU number that fits. */
  public static final long MAX_SKU = (1L << (63 - LOCATION_BITS)) - 1;

  /**
   * Packs a SKU's and a location's number.
   *
   * @throws IllegalArgumentException when either is outside what the packing holds
   */
  public static PositionKey of(long skuId, int locationId) {
    if (skuId < 1 || skuId > MAX_SKU || locationId < 1 || locationId > MAX_LOCATION) {
      throw new IllegalArgumentException("no position for sku " + skuId + " at " + locationId);
    }
    return new PositionKey((skuId << LOCATION_BITS) | locationId);
  }

  public long skuId() {
    return packed >>> LOCATION_BITS;
  }

  public int locationId() {
    return (int) (packed & MAX_LOCATION);
  }

  @Override
  public int compareTo(PositionKey other) {
    return Long.compare(packed, other.packed);
  }
}
