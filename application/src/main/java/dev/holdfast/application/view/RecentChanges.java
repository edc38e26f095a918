package dev.holdfast.application.view;

import dev.holdfast.domain.catalogue.ClientId;
import dev.holdfast.domain.stock.PositionKey;
import dev.holdfast.storage.api.FeedListener.FeedMark;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Which positions have changed lately, so that whoever was away for a moment need not be told
 * everything again. Written by the feed's thread; may be asked by any.
 */
public final class RecentChanges implements ViewListener {
  /** A minute of a busy payday; a megabyte. */
  public static final int MAX_CHANGES = 65_536;

  private static final long UNKNOWN = Long.MAX_VALUE;

  private final long[] positions;

  /** Of each change, the place of the last mark before it. */
  private final long[] after;

  private long count;
  private long lastMark = UNKNOWN;

  /** The last whole picture. */
  private long since = UNKNOWN;

  /** After which mark the last change came that was forgotten. */
  private long oldestForgotten = UNKNOWN;

  public RecentChanges() {
    this(MAX_CHANGES);
  }

  RecentChanges(int most) {
    positions = new long[most];
    after = new long[most];
  }

  @Override
  public synchronized void positionChanged(ClientId client, long packedPosition, long version) {
    int at = (int) (count % positions.length);
    if (count >= positions.length) {
      oldestForgotten = after[at];
    }
    positions[at] = packedPosition;
    after[at] = lastMark;
    count++;
  }

  /** The whole picture may have skipped changes: nothing is known of before. */
  @Override
  public synchronized void rebuilt() {
    count = 0;
    lastMark = UNKNOWN;
    since = UNKNOWN;
  }

  @Override
  public synchronized void reached(FeedMark mark) {
    if (since == UNKNOWN) {
      since = mark.place();
    }
    lastMark = mark.place();
  }

  /**
   * The positions of some SKUs that were changed by what was committed after a place, and perhaps
   * by a little before it; null when that is no longer known.
   */
  public synchronized @Nullable Set<Long> since(long place, LongPredicate skuIds) {
    long first = Math.max(0, count - positions.length);
    long from = -1;
    for (long at = first; at < count && after(at) <= place; at++) {
      // The first change after the last mark up to the place: it may have been committed later.
      if (from < 0 || after(at) != after(from)) {
        from = at;
      }
    }
    if (first == 0) {
      return place < since ? null : changed(Math.max(from, 0), skuIds);
    }
    // Of the changes after the oldest mark that is kept, some may have been forgotten already.
    return from < 0 || after(from) == oldestForgotten ? null : changed(from, skuIds);
  }

  private long after(long at) {
    return after[(int) (at % positions.length)];
  }

  private Set<Long> changed(long from, LongPredicate skuIds) {
    Set<Long> changed = new LinkedHashSet<>();
    for (long at = from; at < count; at++) {
      long position = positions[(int) (at % positions.length)];
      if (skuIds.test(position >>> PositionKey.LOCATION_BITS)) {
        changed.add(position);
      }
    }
    return changed;
  }
}
