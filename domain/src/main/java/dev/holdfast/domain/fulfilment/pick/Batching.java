package dev.holdfast.domain.fulfilment.pick;

import dev.holdfast.domain.fulfilment.pick.Layout.Block;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Groups orders into pick lists of limited capacity so that all walks together become short. Up to
 * {@link #EXACT_ORDERS} orders as short as can be; beyond: savings with recomputation (Clarke and
 * Wright 1964; de Koster, van der Poort and Wolters 1999), then threshold accepting over shifts and
 * swaps (Dueck and Scheuer 1990), then descent. Every walk is measured by the exact programme, with
 * up to {@link #EXACT_BLOCKS} blocks; beyond, the search takes the blocks of an aisle for one long
 * one, and only the result is measured exactly.
 *
 * <p>Deterministic: the same orders and steps give the same batches. Immutable: any number of
 * threads.
 */
public final class Batching {
  /**
   * Walks that may be measured per order: a hundred orders then take about a third of a second, and
   * ten times as many would shorten the walks of random orders by half a percent more.
   */
  public static final long STEPS_PER_ORDER = 2_000;

  /** So many orders are batched as well as can be. */
  public static final int EXACT_ORDERS = Partition.MOST_ORDERS;

  /** With more blocks one walk takes too long to be measured a hundred thousand times. */
  static final int EXACT_BLOCKS = 2;

  private final Layout layout;
  private final Floor floor;
  private final long capacity;
  private final long stepsPerOrder;

  /** For pick lists of so many items on a layout that {@link LayoutRules} has passed. */
  public Batching(Layout layout, long capacity) {
    this(layout, capacity, STEPS_PER_ORDER);
  }

  /** The same with another budget of measured walks per order; 0 leaves the savings as they are. */
  public Batching(Layout layout, long capacity, long stepsPerOrder) {
    this.layout = layout;
    this.capacity = capacity;
    this.stepsPerOrder = stepsPerOrder;
    floor = new Floor(layout);
  }

  /** The batches of orders whose slots {@link LayoutRules} has passed. */
  public Batches of(List<PickOrder> orders) {
    List<PickOrder> fitting = orders.stream().filter(one -> one.items() <= capacity).toList();
    List<PickOrder> tooLarge = orders.stream().filter(one -> one.items() > capacity).toList();
    Clusters clusters = clusters(fitting);
    List<Cluster> found = search(clusters);
    Programme exact = new Programme(floor);
    List<Batch> batches = new ArrayList<>();
    found.sort(Comparator.comparingInt(cluster -> cluster.members()[0]));
    for (Cluster cluster : found) {
      List<PickOrder> members = new ArrayList<>();
      List<Slot> slots = new ArrayList<>();
      for (int member : cluster.members()) {
        members.add(fitting.get(member));
        slots.addAll(fitting.get(member).slots());
      }
      batches.add(new Batch(members, cluster.items(), exact.lengthMm(floor.footprint(slots))));
    }
    return new Batches(batches, tooLarge, batches.stream().mapToLong(Batch::lengthMm).sum());
  }

  private List<Cluster> search(Clusters clusters) {
    if (clusters.orders <= Partition.MOST_ORDERS) {
      return new Partition(clusters).best();
    }
    List<Cluster> first = new Savings(clusters).merge();
    return first.size() == 1
        ? first
        : new Exchange(clusters, first, stepsPerOrder * clusters.orders).improve();
  }

  private Clusters clusters(List<PickOrder> orders) {
    if (floor.blocks <= EXACT_BLOCKS) {
      List<long[]> footprints =
          orders.stream().map(order -> floor.footprint(order.slots())).toList();
      return new Clusters(floor, capacity, orders, footprints);
    }
    Floor plain = new Floor(asOneBlock());
    List<long[]> footprints =
        orders.stream()
            .map(order -> plain.footprint(order.slots().stream().map(this::inOneBlock).toList()))
            .toList();
    return new Clusters(plain, capacity, orders, footprints);
  }

  private Layout asOneBlock() {
    int cross = layout.crossAisleMm() * (layout.blocks().size() - 1);
    int length = cross + layout.blocks().stream().mapToInt(Block::lengthMm).sum();
    int slots = layout.blocks().stream().mapToInt(Block::slotsPerSide).sum();
    return Layout.ofOneBlock(
        layout.aisles(),
        layout.aislePitchMm(),
        new Block(length, slots),
        layout.crossAisleMm(),
        layout.depot());
  }

  private Slot inOneBlock(Slot slot) {
    int before = 0;
    for (int block = 0; block < slot.block(); block++) {
      before += layout.blocks().get(block).slotsPerSide();
    }
    return new Slot(slot.aisle(), 0, before + slot.position(), slot.side(), slot.level());
  }
}
