package dev.holdfast.domain.fulfilment.pick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class ShortestWalkProperties {
  @Property(tries = 600)
  void noOrderOfStopsIsShorterInOneBlock(
      @ForAll long seed, @ForAll @IntRange(max = 9) int stops, @ForAll boolean walled) {
    isShortest(new SplittableRandom(seed), 1, stops, walled);
  }

  @Property(tries = 400)
  void noOrderOfStopsIsShorterInSeveralBlocks(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 4) int blocks,
      @ForAll @IntRange(max = 9) int stops,
      @ForAll boolean walled) {
    isShortest(new SplittableRandom(seed), blocks, stops, walled);
  }

  private static void isShortest(SplittableRandom random, int blocks, int stops, boolean walled) {
    Layout layout = Floors.random(random, blocks, walled);
    List<Slot> slots = Floors.slots(random, layout, stops);

    Walk walk = new ShortestWalk(layout).over(slots);

    assertThat(walk.lengthMm()).isEqualTo(new Oracle(layout).shortestMm(slots));
  }

  @Property(tries = 500)
  void aWalkIsOneLineOverAllSlotsAndAsLongAsItSays(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 3) int blocks,
      @ForAll @IntRange(max = 60) int stops,
      @ForAll boolean walled) {
    SplittableRandom random = new SplittableRandom(seed);
    Layout layout = Floors.random(random, blocks, walled);
    List<Slot> slots = Floors.slots(random, layout, stops);

    Walk walk = new ShortestWalk(layout).over(slots);

    Walks.assertSound(walk, layout, slots);
    assertThat(new ShortestWalk(layout).lengthMm(slots)).isEqualTo(walk.lengthMm());
    assertThat(new ShortestWalk(layout).over(slots)).isEqualTo(walk);
  }

  @Property(tries = 300)
  void aFurtherSlotNeverShortensTheWalk(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int blocks) {
    SplittableRandom random = new SplittableRandom(seed);
    Layout layout = Floors.random(random, blocks, true);
    ShortestWalk shortest = new ShortestWalk(layout);
    long before = 0;
    List<Slot> slots = new ArrayList<>();
    for (Slot slot : Floors.slots(random, layout, 25)) {
      slots.add(slot);
      long length = shortest.lengthMm(slots);
      assertThat(length).isGreaterThanOrEqualTo(before);
      before = length;
    }
  }

  @Property(tries = 300)
  void habitsAreNeverShorterAndSoundToo(
      @ForAll long seed, @ForAll @IntRange(max = 60) int stops, @ForAll Habit habit) {
    SplittableRandom random = new SplittableRandom(seed);
    Layout layout = Floors.random(random, 1, false);
    List<Slot> slots = Floors.slots(random, layout, stops);

    Walk walk = habit.over(layout, slots);

    Walks.assertSound(walk, layout, slots);
    assertThat(walk.lengthMm()).isGreaterThanOrEqualTo(new ShortestWalk(layout).lengthMm(slots));
  }

  @Property(tries = 300)
  void onlySlotsThatNobodyReachesAreRefused(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int blocks) {
    SplittableRandom random = new SplittableRandom(seed);
    Layout layout = Floors.random(random, blocks, true);
    Oracle oracle = new Oracle(layout);
    for (int block = 0; block < blocks; block++) {
      int positions = layout.blocks().get(block).slotsPerSide();
      for (int aisle = 0; aisle < layout.aisles(); aisle++) {
        Slot slot = new Slot(aisle, block, random.nextInt(positions), Side.RIGHT, 1);
        assertThat(LayoutRules.check(layout, List.of(slot)).isEmpty())
            .as("%s of %s", slot, layout)
            .isEqualTo(oracle.reaches(slot));
      }
    }
  }

  /** What every walk must be. */
  static final class Walks {
    private Walks() {}

    static void assertSound(Walk walk, Layout layout, List<Slot> slots) {
      assertThat(walk.line().getFirst()).isEqualTo(layout.depotPoint());
      assertThat(walk.line().getLast()).isEqualTo(layout.depotPoint());
      assertThat(walk.stops()).doesNotHaveDuplicates();
      assertThat(new HashSet<>(walk.stops())).isEqualTo(new HashSet<>(slots));
      long length = 0;
      int reached = 0;
      for (int corner = 1; corner < walk.line().size(); corner++) {
        Point from = walk.line().get(corner - 1);
        Point to = walk.line().get(corner);
        assertThat(from.xMm() == to.xMm() || from.yMm() == to.yMm()).isTrue();
        length += from.straightTo(to);
        while (reached < walk.stops().size()
            && between(from, layout.at(walk.stops().get(reached)), to)) {
          reached++;
        }
      }
      assertThat(length).isEqualTo(walk.lengthMm());
      assertThat(reached).as("stops come in the order of the line").isEqualTo(walk.stops().size());
    }

    private static boolean between(Point from, Point at, Point to) {
      return from.straightTo(at) + at.straightTo(to) == from.straightTo(to);
    }
  }
}
