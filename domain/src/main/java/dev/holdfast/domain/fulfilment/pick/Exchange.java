package dev.holdfast.domain.fulfilment.pick;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Improves batches by moving single orders: one goes to another batch, or two change places. A
 * change is kept if it lengthens the walks by less than a random part of a threshold that falls to
 * nothing while the budget is used up (threshold accepting, Dueck and Scheuer 1990, with a random
 * threshold); the best batches seen are the answer.
 */
final class Exchange {
  /** Any number: the same orders shall give the same batches. */
  private static final long SEED = 0x5eed_0f_9a1e_77L;

  /** The first threshold is the mean walk divided by this; best of 5, 10, 20, 50 and 100. */
  private static final long HEAT = 10;

  /** Changes that do not fit cost no measured walk; this many of them count as one. */
  private static final long TRIES_PER_STEP = 8;

  private final Clusters clusters;
  private final long steps;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<Cluster> now;
  private final int[] home;
  private long lengthMm;
  private List<Cluster> best;
  private long bestMm;

  Exchange(Clusters clusters, List<Cluster> first, long steps) {
    this.clusters = clusters;
    this.steps = steps;
    now = new ArrayList<>(first);
    home = new int[clusters.orders];
    for (int index = 0; index < now.size(); index++) {
      for (int member : now.get(index).members()) {
        home[member] = index;
      }
    }
    lengthMm = now.stream().mapToLong(Cluster::lengthMm).sum();
    best = new ArrayList<>(now);
    bestMm = lengthMm;
  }

  /** The best batches found, in a new list; never longer together than the first. */
  List<Cluster> improve() {
    long start = clusters.measured();
    long hottest = Math.max(1, lengthMm / now.size() / HEAT);
    long tries = 0;
    while (true) {
      long used = Math.max(clusters.measured() - start, tries / TRIES_PER_STEP);
      if (used >= steps) {
        break;
      }
      tries++;
      long heat = hottest * (steps - used) / steps;
      attempt(random.nextLong(heat + 1));
      if (lengthMm < bestMm) {
        bestMm = lengthMm;
        best = new ArrayList<>(now);
      }
    }
    best.removeIf(cluster -> cluster.members().length == 0);
    return best;
  }

  private void attempt(long threshold) {
    int order = random.nextInt(clusters.orders);
    int other = random.nextInt(clusters.orders);
    int from = home[order];
    int to = home[other];
    if (from == to) {
      return;
    }
    long room = clusters.capacity - now.get(to).items() - clusters.items(order);
    if (room >= 0 && random.nextInt(2) == 0) {
      change(from, order, to, Clusters.NONE, threshold);
    } else if (room + clusters.items(other) >= 0
        && now.get(from).items() - clusters.items(order) + clusters.items(other)
            <= clusters.capacity) {
      change(from, order, to, other, threshold);
    }
  }

  private void change(int from, int order, int to, int other, long threshold) {
    Cluster taker = clusters.changed(now.get(to), other, order);
    long before = now.get(from).lengthMm() + now.get(to).lengthMm();
    if (taker.lengthMm() - before > threshold) {
      return;
    }
    Cluster giver = clusters.changed(now.get(from), order, other);
    long longer = giver.lengthMm() + taker.lengthMm() - before;
    if (longer > threshold) {
      return;
    }
    lengthMm += longer;
    now.set(from, giver);
    now.set(to, taker);
    home[order] = to;
    if (other != Clusters.NONE) {
      home[other] = from;
    }
    if (giver.members().length == 0) {
      drop(from);
    }
  }

  private void drop(int empty) {
    now.remove(empty);
    for (int order = 0; order < home.length; order++) {
      home[order] -= home[order] > empty ? 1 : 0;
    }
  }
}
