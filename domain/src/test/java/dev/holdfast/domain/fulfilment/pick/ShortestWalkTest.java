package dev.holdfast.domain.fulfilment.pick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holdfast.domain.fulfilment.pick.Layout.Block;
import dev.holdfast.domain.fulfilment.pick.Layout.Depot;
import dev.holdfast.domain.fulfilment.pick.Layout.Wall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShortestWalkTest {
  /** From cross aisle to cross aisle; the first position is 1.5 m in. */
  private static final long PASSAGE_MM = 12_000;

  private static Walk walk(Layout layout, Slot... slots) {
    return new ShortestWalk(layout).over(List.of(slots));
  }

  @ParameterizedTest
  @CsvSource({"2, 7", "3, 25", "4, 113"})
  void unfinishedWalksAreOfAsManyClassesAsTheLiteratureCounts(int crossings, int classes) {
    for (int step = 0; step < 2 * crossings - 1; step++) {
      assertThat(Classes.of(crossings).count(step)).isEqualTo(classes);
    }
  }

  @Test
  void withoutSlotsNobodyLeavesTheDepot() {
    Walk walk = walk(Floors.SMALL);

    assertThat(walk).isEqualTo(new Walk(List.of(), List.of(new Point(0, 0)), 0));
    assertThat(new ShortestWalk(Floors.SMALL).lengthMm(List.of())).isZero();
  }

  @Test
  void oneSlotIsThereAndBack() {
    Walk walk = walk(Floors.SMALL, Floors.slot(2, 3));

    assertThat(walk.lengthMm()).isEqualTo(2 * (6_000 + 4_500));
    assertThat(walk.line())
        .containsExactly(
            new Point(0, 0),
            new Point(6_000, 0),
            new Point(6_000, 4_500),
            new Point(6_000, 0),
            new Point(0, 0));
  }

  @Test
  void bothSidesAndAllLevelsOfAPositionAreOneSpot() {
    Layout layout =
        new Layout(
            1, 3_000, List.of(new Block(10_000, 10)), 2_000, 3, new Depot(0, 500), List.of());
    Slot left = new Slot(0, 0, 4, Side.LEFT, 2);
    Slot right = new Slot(0, 0, 4, Side.RIGHT, 0);

    Walk walk = walk(layout, right, left, left);

    assertThat(walk.stops()).containsExactly(left, right);
    assertThat(walk.lengthMm()).isEqualTo(2 * (500 + 5_500));
  }

  @Test
  void twoFarSlotsAreWorthGoingAround() {
    Walk walk = walk(Floors.SMALL, Floors.slot(0, 9), Floors.slot(1, 9));

    assertThat(walk.lengthMm()).isEqualTo(2 * PASSAGE_MM + 2 * 3_000);
  }

  @Test
  void theLargestGapIsLeftOut() {
    List<Slot> slots = new ArrayList<>();
    for (int aisle = 0; aisle < 5; aisle++) {
      slots.add(Floors.slot(aisle, 0));
      slots.add(Floors.slot(aisle, 9));
    }

    Walk walk = new ShortestWalk(Floors.SMALL).over(slots);

    long insideThree = 3 * 2 * (1_500 + 1_500);
    assertThat(walk.lengthMm()).isEqualTo(2 * PASSAGE_MM + 2 * 4 * 3_000 + insideThree);
  }

  @Test
  void everySlotOfAllAislesIsPicked() {
    List<Slot> slots = new ArrayList<>();
    for (int aisle = 0; aisle < 5; aisle++) {
      for (int position = 0; position < 10; position++) {
        slots.add(Floors.slot(aisle, position));
      }
    }

    Walk walk = new ShortestWalk(Floors.SMALL).over(slots);

    assertThat(walk.stops()).containsExactlyInAnyOrderElementsOf(slots);
    long fourPassedAndOneReturned = 4 * PASSAGE_MM + 2 * 10_500;
    assertThat(walk.lengthMm()).isEqualTo(2 * 4 * 3_000 + fourPassedAndOneReturned);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void theDepotMayBeBeforeAnyAisle(int aisle) {
    Block block = new Block(10_000, 10);
    Layout layout = Layout.ofOneBlock(5, 3_000, block, 2_000, new Depot(aisle, 700));
    List<Slot> slots = List.of(Floors.slot(1, 0), Floors.slot(3, 0));

    Walk walk = new ShortestWalk(layout).over(slots);

    int left = Math.min(1, aisle);
    int right = Math.max(3, aisle);
    assertThat(walk.lengthMm()).isEqualTo(2 * 700 + 2L * (right - left) * 3_000L + 4 * 1_500);
  }

  @Test
  void aMiddleCrossAisleShortensTheWay() {
    Block half = new Block(4_000, 4);
    Layout layout = new Layout(3, 3_000, List.of(half, half), 2_000, 1, new Depot(0, 0), List.of());
    Slot near = new Slot(0, 1, 0, Side.LEFT, 0);
    Slot aside = new Slot(2, 1, 0, Side.LEFT, 0);

    assertThat(walk(layout, near, aside).lengthMm()).isEqualTo(2 * 6_000 + 2 * 6_000 + 4 * 1_500);
  }

  @Test
  void aWallIsWalkedAround() {
    Layout open = Floors.SMALL;
    Layout walled =
        new Layout(
            open.aisles(),
            3_000,
            open.blocks(),
            2_000,
            1,
            open.depot(),
            List.of(new Wall(0, 0, 5)));
    Slot behind = Floors.slot(0, 5);

    assertThat(walk(open, behind).lengthMm()).isEqualTo(2 * 6_500);
    assertThat(walk(walled, behind).lengthMm())
        .isEqualTo(2 * (3_000 + PASSAGE_MM + 3_000 + PASSAGE_MM - 6_500));
  }

  @Test
  void slotsThatNobodyReachesAreAnErrorOfTheCaller() {
    Layout open = Floors.SMALL;
    Layout walled =
        new Layout(
            open.aisles(),
            3_000,
            open.blocks(),
            2_000,
            1,
            open.depot(),
            List.of(new Wall(0, 0, 4), new Wall(0, 0, 6)));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> walk(walled, Floors.slot(0, 5)))
        .withMessageContaining("LayoutRules");
  }

  @Test
  void habitsWalkAsTheyAreDescribed() {
    List<Slot> slots = List.of(Floors.slot(0, 4), Floors.slot(1, 0), Floors.slot(2, 9));
    long across = 2 * 6_000;

    assertThat(Habit.S_SHAPE.over(Floors.SMALL, slots).lengthMm())
        .isEqualTo(across + 2 * PASSAGE_MM + 2 * 10_500);
    assertThat(Habit.RETURN.over(Floors.SMALL, slots).lengthMm())
        .isEqualTo(across + 2 * (5_500 + 1_500 + 10_500));
    assertThat(Habit.LARGEST_GAP.over(Floors.SMALL, slots).lengthMm())
        .isEqualTo(across + 2 * PASSAGE_MM + 2 * 1_500);
  }

  @ParameterizedTest
  @EnumSource(Habit.class)
  void habitsAreForOneBlock(Habit habit) {
    Block half = new Block(4_000, 4);
    Layout two = new Layout(3, 3_000, List.of(half, half), 2_000, 1, new Depot(0, 0), List.of());

    assertThatIllegalArgumentException().isThrownBy(() -> habit.over(two, List.of()));
  }
}
