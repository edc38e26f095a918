package dev.holdfast.domain.fulfilment.pick;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The best batches of a few orders: measures every set of orders that fits into one batch, then
 * finds the cheapest way to make up all orders of such sets.
 */
final class Partition {
  /** 4,096 walks and half a million comparisons: some ten milliseconds. One more triples them. */
  static final int MOST_ORDERS = 12;

  private static final long FAR = Long.MAX_VALUE / 2;

  private final Clusters clusters;
  private final int all;
  private final @Nullable Cluster[] batch;
  private final long[] least;
  private final int[] chosen;

  Partition(Clusters clusters) {
    this.clusters = clusters;
    all = (1 << clusters.orders) - 1;
    batch = new Cluster[all + 1];
    least = new long[all + 1];
    chosen = new int[all + 1];
  }

  /** The batches whose walks are shortest together, in a new list. */
  List<Cluster> best() {
    for (int set = 1; set <= all; set++) {
      batch[set] = batch(set);
    }
    Arrays.fill(least, 1, all + 1, FAR);
    for (int set = 1; set <= all; set++) {
      int first = Integer.lowestOneBit(set);
      for (int part = set; part != 0; part = (part - 1) & set) {
        Cluster one = batch[part];
        if ((part & first) != 0 && one != null && one.lengthMm() + least[set ^ part] < least[set]) {
          least[set] = one.lengthMm() + least[set ^ part];
          chosen[set] = part;
        }
      }
    }
    List<Cluster> best = new ArrayList<>();
    for (int rest = all; rest != 0; rest ^= chosen[rest]) {
      best.add(Objects.requireNonNull(batch[chosen[rest]]));
    }
    return best;
  }

  private @Nullable Cluster batch(int set) {
    int order = Integer.numberOfTrailingZeros(set);
    int others = set & (set - 1);
    if (others == 0) {
      return clusters.alone(order);
    }
    Cluster without = batch[others];
    return without == null || without.items() + clusters.items(order) > clusters.capacity
        ? null
        : clusters.changed(without, Clusters.NONE, order);
  }
}
