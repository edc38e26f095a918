package dev.holdfast.storage.redis;

import dev.holdfast.storage.api.FeedListener;
import dev.holdfast.storage.api.FeedListener.FeedLocation;
import dev.holdfast.storage.api.FeedListener.FeedMark;
import dev.holdfast.storage.api.FeedListener.FeedPosition;
import dev.holdfast.storage.api.FeedListener.FeedSku;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the stream: some changes of one transaction.
 *
 * @param epoch an unbroken run of one publisher: a reader that has every number of it missed
 *     nothing
 * @param number from 1, dense within the epoch
 * @param history see {@link FeedListener#snapshotBegins}
 * @param reached with the last entry of a transaction; null before
 */
record Entry(long epoch, long number, String history, Changes changes, @Nullable FeedMark reached) {
  /** The most changes in one entry: a megabyte at the longest codes and names. */
  static final int MAX_CHANGES = 500;

  /** What changed, gathered. */
  record Changes(List<FeedLocation> locations, List<FeedSku> skus, List<FeedPosition> positions) {
    static Changes none() {
      return new Changes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    int size() {
      return locations.size() + skus.size() + positions.size();
    }

    void tell(FeedListener listener) {
      locations.forEach(listener::location);
      skus.forEach(listener::sku);
      positions.forEach(listener::position);
    }
  }

  /** Whether this is what comes right after. */
  boolean follows(long earlierEpoch, long earlierNumber) {
    return epoch == earlierEpoch && number == earlierNumber + 1;
  }
}
