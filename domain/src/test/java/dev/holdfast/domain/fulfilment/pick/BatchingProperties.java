package dev.holdfast.domain.fulfilment.pick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class BatchingProperties {
  private static final int CAPACITY = 12;

  private static List<PickOrder> orders(SplittableRandom random, Layout layout, int count) {
    List<PickOrder> orders = new ArrayList<>();
    for (int order = 0; order < count; order++) {
      int items = random.nextInt(1, 8);
      orders.add(new PickOrder("o" + order, items, Floors.slots(random, layout, items)));
    }
    return orders;
  }

  @Property(tries = 150)
  void everyOrderIsInOneBatchThatHasRoomForIt(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 4) int blocks,
      @ForAll @IntRange(max = 25) int count) {
    SplittableRandom random = new SplittableRandom(seed);
    Layout layout = Floors.random(random, blocks, true);
    List<PickOrder> orders = orders(random, layout, count);

    Batches batches = new Batching(layout, CAPACITY, 50).of(orders);

    assertThat(batches.tooLarge()).isEmpty();
    assertThat(batches.batches().stream().flatMap(batch -> batch.orders().stream()))
        .containsExactlyInAnyOrderElementsOf(orders);
    long sum = 0;
    for (Batch batch : batches.batches()) {
      List<Slot> slots = batch.orders().stream().flatMap(order -> order.slots().stream()).toList();
      assertThat(batch.items())
          .isLessThanOrEqualTo(CAPACITY)
          .isEqualTo(batch.orders().stream().mapToLong(PickOrder::items).sum());
      assertThat(batch.lengthMm()).isEqualTo(new ShortestWalk(layout).lengthMm(slots));
      sum += batch.lengthMm();
    }
    assertThat(batches.lengthMm()).isEqualTo(sum);
    assertThat(new Batching(layout, CAPACITY, 50).of(orders)).isEqualTo(batches);
  }

  @Property(tries = 100)
  void aFewOrdersAreBatchedAsWellAsCanBe(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int count) {
    SplittableRandom random = new SplittableRandom(seed);
    Layout layout = Floors.random(random, 1, false);
    List<PickOrder> orders = orders(random, layout, count);

    Batches batches = new Batching(layout, CAPACITY).of(orders);

    assertThat(batches.lengthMm()).isEqualTo(leastMm(layout, orders, new int[count], 0, 0));
  }

  /** Tries every partition: order by order into each of the batches so far, or a new one. */
  private static long leastMm(
      Layout layout, List<PickOrder> orders, int[] batchOf, int next, int batches) {
    if (next == orders.size()) {
      return lengthMm(layout, orders, batchOf, batches);
    }
    long least = Long.MAX_VALUE;
    for (int batch = 0; batch <= batches; batch++) {
      batchOf[next] = batch;
      int used = Math.max(batches, batch + 1);
      least = Math.min(least, leastMm(layout, orders, batchOf, next + 1, used));
    }
    return least;
  }

  private static long lengthMm(Layout layout, List<PickOrder> orders, int[] batchOf, int batches) {
    long length = 0;
    for (int batch = 0; batch < batches; batch++) {
      List<Slot> slots = new ArrayList<>();
      long items = 0;
      for (int order = 0; order < orders.size(); order++) {
        if (batchOf[order] == batch) {
          slots.addAll(orders.get(order).slots());
          items += orders.get(order).items();
        }
      }
      if (items > CAPACITY) {
        return Long.MAX_VALUE;
      }
      length += new ShortestWalk(layout).lengthMm(slots);
    }
    return length;
  }

  @Property(tries = 100)
  void moreStepsNeverLengthenWhatTheSavingsFound(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Layout layout = Floors.random(random, 1, false);
    List<PickOrder> orders = orders(random, layout, 20);

    assertThat(new Batching(layout, CAPACITY, 200).of(orders).lengthMm())
        .isLessThanOrEqualTo(new Batching(layout, CAPACITY, 0).of(orders).lengthMm());
  }

  @Property(tries = 100)
  void ordersThatNoListTakesAreNamedAndTheOthersBatched(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Layout layout = Floors.random(random, 1, false);
    List<PickOrder> orders = new ArrayList<>(orders(random, layout, 5));
    PickOrder huge = new PickOrder("huge", CAPACITY + 1, Floors.slots(random, layout, 3));
    orders.add(2, huge);

    Batches batches = new Batching(layout, CAPACITY).of(orders);

    assertThat(batches.tooLarge()).containsExactly(huge);
    assertThat(batches.batches().stream().mapToInt(batch -> batch.orders().size()).sum())
        .isEqualTo(5);
  }
}
