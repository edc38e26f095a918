package dev.holdfast.domain.fulfilment.pick;

import java.util.Arrays;
import java.util.List;

/**
 * Makes clusters of orders, and counts the walks that are measured for it. One thread at a time.
 */
final class Clusters {
  /** No order. */
  static final int NONE = -1;

  final int orders;
  final long capacity;
  private final Programme programme;
  private final long[] items;
  private final List<long[]> footprints;
  private long measured;

  Clusters(Floor floor, long capacity, List<PickOrder> orders, List<long[]> footprints) {
    this.orders = orders.size();
    this.capacity = capacity;
    this.footprints = footprints;
    programme = new Programme(floor);
    items = orders.stream().mapToLong(PickOrder::items).toArray();
  }

  /** How many walks were measured so far. */
  long measured() {
    return measured;
  }

  long items(int order) {
    return items[order];
  }

  Cluster alone(int order) {
    return made(new int[] {order}, items[order], footprints.get(order));
  }

  Cluster joined(Cluster one, Cluster other) {
    int[] members = new int[one.members().length + other.members().length];
    System.arraycopy(one.members(), 0, members, 0, one.members().length);
    System.arraycopy(other.members(), 0, members, one.members().length, other.members().length);
    Arrays.sort(members);
    return made(members, one.items() + other.items(), union(one.footprint(), other.footprint()));
  }

  /** The length of the walk of both together, millimetres. */
  long joinedMm(Cluster one, Cluster other) {
    return measure(union(one.footprint(), other.footprint()));
  }

  /** A cluster that lets one order go and takes another; {@link #NONE}: none. */
  Cluster changed(Cluster cluster, int without, int with) {
    int[] members = Arrays.stream(cluster.members()).filter(member -> member != without).toArray();
    if (with != NONE) {
      members = Arrays.copyOf(members, members.length + 1);
      members[members.length - 1] = with;
      Arrays.sort(members);
    }
    long sum = 0;
    long[] footprint = new long[cluster.footprint().length];
    for (int member : members) {
      sum += items[member];
      join(footprint, footprints.get(member));
    }
    return made(members, sum, footprint);
  }

  private Cluster made(int[] members, long sum, long[] footprint) {
    return new Cluster(members, sum, footprint, measure(footprint));
  }

  private long measure(long[] footprint) {
    measured++;
    return programme.lengthMm(footprint);
  }

  private static long[] union(long[] one, long[] other) {
    long[] union = one.clone();
    join(union, other);
    return union;
  }

  private static void join(long[] into, long[] more) {
    for (int word = 0; word < into.length; word++) {
      into[word] |= more[word];
    }
  }
}
