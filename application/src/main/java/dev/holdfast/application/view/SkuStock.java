package dev.holdfast.application.view;

import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.FeedListener.FeedPosition;

/**
 * The positions of one SKU, in the order of their locations' numbers. Immutable: a change makes
 * another one, so that whoever holds one sees one moment, and the same one means nothing changed.
 *
 * <p>A position takes four longs: its version above its location's number, on hand, reserved,
 * safety stock.
 */
public final class SkuStock {
  /** Of a SKU that was never anywhere. */
  public static final SkuStock EMPTY = new SkuStock(new long[0]);

  private static final int WIDTH = 4;

  private final long[] cells;

  private SkuStock(long[] cells) {
    this.cells = cells;
  }

  static SkuStock of(long[] cells) {
    return new SkuStock(cells);
  }

  /** Whether nothing has changed between the two. */
  @SuppressWarnings("ReferenceEquality") // A change makes other cells; the same ones are the same.
  public boolean isSame(SkuStock other) {
    return cells == other.cells;
  }

  /** What {@link StockView#stamp} tells of this stock. */
  public Object stamp() {
    return cells;
  }

  /** At how many locations it is or was. */
  public int size() {
    return cells.length / WIDTH;
  }

  /** The number of the location at an index. */
  public int location(int index) {
    return (int) (cells[index * WIDTH] & PositionKey.MAX_LOCATION);
  }

  public long version(int index) {
    return cells[index * WIDTH] >>> PositionKey.LOCATION_BITS;
  }

  public long onHand(int index) {
    return cells[index * WIDTH + 1];
  }

  public long reserved(int index) {
    return cells[index * WIDTH + 2];
  }

  public long safetyStock(int index) {
    return cells[index * WIDTH + 3];
  }

  public long availableToPromise(int index) {
    return Math.max(0, onHand(index) - reserved(index) - safetyStock(index));
  }

  /** Where a location is; -1 when the SKU was never there. */
  public int indexOf(int locationId) {
    int at = search(cells, locationId);
    return at < 0 ? -1 : at;
  }

  /** The index of a location; where it is missing, -(where it would be) - 1. */
  private static int search(long[] cells, int locationId) {
    int low = 0;
    int high = cells.length / WIDTH - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int there = (int) (cells[middle * WIDTH] & PositionKey.MAX_LOCATION);
      if (there < locationId) {
        low = middle + 1;
      } else if (there > locationId) {
        high = middle - 1;
      } else {
        return middle;
      }
    }
    return -low - 1;
  }

  /** These cells with a change; the very same when they hold that version or a later one. */
  static long[] changed(long[] cells, FeedPosition position) {
    int locationId = (int) (position.packed() & PositionKey.MAX_LOCATION);
    int at = search(cells, locationId);
    if (at >= 0 && (cells[at * WIDTH] >>> PositionKey.LOCATION_BITS) >= position.version()) {
      return cells;
    }
    int place = at >= 0 ? at : -at - 1;
    long[] changed = new long[at >= 0 ? cells.length : cells.length + WIDTH];
    System.arraycopy(cells, 0, changed, 0, place * WIDTH);
    int from = at >= 0 ? place + 1 : place;
    System.arraycopy(
        cells, from * WIDTH, changed, (place + 1) * WIDTH, cells.length - from * WIDTH);
    changed[place * WIDTH] = (position.version() << PositionKey.LOCATION_BITS) | locationId;
    changed[place * WIDTH + 1] = position.onHand();
    changed[place * WIDTH + 2] = position.reserved();
    changed[place * WIDTH + 3] = position.safetyStock();
    return changed;
  }
}
