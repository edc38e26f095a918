package dev.holdfast.domain.fulfilment.pick;

import java.util.ArrayList;
import java.util.List;

/**
 * The first batches: from one per order, the two whose union saves most become one, until nothing
 * that fits saves anything; savings are computed anew after each merge.
 */
final class Savings {
  private static final long NONE = -1;

  private final Clusters clusters;
  private final List<Cluster> active = new ArrayList<>();
  private final List<List<Long>> saved = new ArrayList<>();

  Savings(Clusters clusters) {
    this.clusters = clusters;
  }

  /** The batches, in a new list. */
  List<Cluster> merge() {
    for (int order = 0; order < clusters.orders; order++) {
      append(clusters.alone(order));
    }
    while (true) {
      int bestRow = -1;
      int bestColumn = -1;
      long best = 0;
      for (int row = 1; row < active.size(); row++) {
        for (int column = 0; column < row; column++) {
          long saving = saved.get(row).get(column);
          if (saving > best) {
            best = saving;
            bestRow = row;
            bestColumn = column;
          }
        }
      }
      if (bestRow < 0) {
        return active;
      }
      Cluster union = clusters.joined(active.get(bestRow), active.get(bestColumn));
      remove(bestRow);
      remove(bestColumn);
      append(union);
    }
  }

  private void append(Cluster cluster) {
    List<Long> row = new ArrayList<>();
    for (Cluster other : active) {
      boolean fits = cluster.items() + other.items() <= clusters.capacity;
      long apart = cluster.lengthMm() + other.lengthMm();
      row.add(fits ? apart - clusters.joinedMm(cluster, other) : NONE);
    }
    active.add(cluster);
    saved.add(row);
  }

  private void remove(int index) {
    active.remove(index);
    saved.remove(index);
    for (int row = index; row < saved.size(); row++) {
      saved.get(row).remove(index);
    }
  }
}
