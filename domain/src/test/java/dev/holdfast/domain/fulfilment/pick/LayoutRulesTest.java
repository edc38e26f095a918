package dev.holdfast.domain.fulfilment.pick;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.fulfilment.pick.Layout.Block;
import dev.holdfast.domain.fulfilment.pick.Layout.Depot;
import dev.holdfast.domain.fulfilment.pick.Layout.Wall;
import java.util.List;
import org.junit.jupiter.api.Test;

class LayoutRulesTest {
  private static Layout layout(Depot depot, Wall... walls) {
    Block block = new Block(10_000, 10);
    return new Layout(3, 3_000, List.of(block, block), 2_000, 2, depot, List.of(walls));
  }

  private static final Depot DEPOT = new Depot(0, 0);

  private static List<String> complaints(Layout layout, Slot... slots) {
    return LayoutRules.check(layout, List.of(slots)).stream()
        .map(one -> one.field() + " " + one.message())
        .toList();
  }

  @Test
  void aSoundLayoutMayBeUsed() {
    assertThat(LayoutRules.check(layout(DEPOT, new Wall(2, 1, 10)))).isEmpty();
  }

  @Test
  void everyFieldThatIsWrongIsNamedWithItsLimits() {
    Layout wrong =
        new Layout(
            0, 0, List.of(new Block(0, 0)), -1, 0, new Depot(0, -1), List.of(new Wall(0, 1, 0)));

    assertThat(LayoutRules.check(wrong))
        .extracting(Violation::field)
        .containsExactly(
            "aisles",
            "aislePitchMm",
            "crossAisleMm",
            "levels",
            "blocks[0].lengthMm",
            "blocks[0].slotsPerSide",
            "depot.aisle",
            "depot.distanceMm",
            "walls[0].aisle",
            "walls[0].block");
    assertThat(LayoutRules.check(layout(new Depot(3, 0))))
        .containsExactly(new Violation("depot.aisle", "must be 0 to 2, not 3"));
    assertThat(LayoutRules.check(layout(DEPOT, new Wall(0, 0, 11))))
        .containsExactly(new Violation("walls[0].beforePosition", "must be 0 to 10, not 11"));
  }

  @Test
  void blocksAreAtLeastOneAndNotTooMany() {
    Layout none = new Layout(3, 3_000, List.of(), 2_000, 2, DEPOT, List.of());
    assertThat(LayoutRules.check(none)).containsExactly(new Violation("blocks", "must be 1 to 5"));
  }

  @Test
  void slotsOutsideAreNamedWithWhatThereIs() {
    assertThat(
            complaints(
                layout(DEPOT),
                new Slot(3, 0, 0, Side.LEFT, 0),
                new Slot(0, 2, 0, Side.LEFT, 0),
                new Slot(0, 0, 10, Side.LEFT, 0),
                new Slot(0, 0, 0, Side.LEFT, 2),
                new Slot(0, 0, -1, Side.LEFT, 0),
                new Slot(2, 1, 9, Side.RIGHT, 1)))
        .containsExactly(
            "slots[0] (aisle 3, block 0, position 0, left, level 0) lies outside: aisles are 0 to 2",
            "slots[1] (aisle 0, block 2, position 0, left, level 0) lies outside: blocks are 0 to 1",
            "slots[2] (aisle 0, block 0, position 10, left, level 0) lies outside:"
                + " positions of block 0 are 0 to 9",
            "slots[3] (aisle 0, block 0, position 0, left, level 2) lies outside: levels are 0 to 1",
            "slots[4] (aisle 0, block 0, position -1, left, level 0) lies outside:"
                + " positions of block 0 are 0 to 9");
  }

  @Test
  void aSlotThatIsThereTwiceIsNamedWithItsFirst() {
    Slot slot = new Slot(1, 1, 5, Side.RIGHT, 1);

    assertThat(complaints(layout(DEPOT), slot, new Slot(1, 1, 5, Side.LEFT, 1), slot))
        .containsExactly(
            "slots[2] (aisle 1, block 1, position 5, right, level 1) is slots[0] again;"
                + " remove one of them");
  }

  @Test
  void aSlotBetweenTwoWallsCannotBeReached() {
    Layout walled = layout(DEPOT, new Wall(1, 0, 4), new Wall(1, 0, 6));

    assertThat(
            complaints(
                walled,
                new Slot(1, 0, 3, Side.LEFT, 0),
                new Slot(1, 0, 4, Side.LEFT, 0),
                new Slot(1, 0, 5, Side.LEFT, 0),
                new Slot(1, 0, 6, Side.LEFT, 0)))
        .containsExactly(
            "slots[1] (aisle 1, block 0, position 4, left, level 0) cannot be reached from the"
                + " depot past the walls; open a wall or remove the slot",
            "slots[2] (aisle 1, block 0, position 5, left, level 0) cannot be reached from the"
                + " depot past the walls; open a wall or remove the slot");
  }

  @Test
  void behindABlockWithoutAnOpenAisleNothingCanBeReached() {
    Layout walled = layout(DEPOT, new Wall(0, 0, 5), new Wall(1, 0, 0), new Wall(2, 0, 10));

    assertThat(
            complaints(
                walled,
                new Slot(0, 0, 4, Side.LEFT, 0),
                new Slot(0, 0, 5, Side.LEFT, 0),
                new Slot(2, 1, 0, Side.LEFT, 0)))
        .hasSize(2)
        .allMatch(one -> one.contains("cannot be reached"));
  }
}
