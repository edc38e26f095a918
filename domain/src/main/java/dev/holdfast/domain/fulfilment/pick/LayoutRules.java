package dev.holdfast.domain.fulfilment.pick;

import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.fulfilment.pick.Layout.Block;
import dev.holdfast.domain.fulfilment.pick.Layout.Wall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a layout and its slots must be before walks are planned on them. */
public final class LayoutRules {
  /** The most aisles; beyond, somebody mistook slots for aisles. */
  public static final int MAX_AISLES = 1_000;

  /**
   * The most blocks: the classes of unfinished walks grow fivefold with each, see {@link Classes}.
   */
  public static final int MAX_BLOCKS = 5;

  /** The most positions of an aisle within a block. */
  public static final int MAX_SLOTS_PER_SIDE = 1_000;

  /** The most levels. */
  public static final int MAX_LEVELS = 100;

  /** The longest length: a kilometre, so that a thousand aisles still fit an {@code int}. */
  public static final int MAX_LENGTH_MM = 1_000_000;

  private LayoutRules() {}

  /** Everything that is wrong with a layout, in the order of its fields; empty: may be used. */
  public static List<Violation> check(Layout layout) {
    List<Violation> found = new ArrayList<>();
    within("aisles", layout.aisles(), 1, MAX_AISLES, found);
    within("aislePitchMm", layout.aislePitchMm(), 1, MAX_LENGTH_MM, found);
    within("crossAisleMm", layout.crossAisleMm(), 0, MAX_LENGTH_MM, found);
    within("levels", layout.levels(), 1, MAX_LEVELS, found);
    if (layout.blocks().isEmpty() || layout.blocks().size() > MAX_BLOCKS) {
      found.add(new Violation("blocks", "must be 1 to " + MAX_BLOCKS));
    }
    for (int block = 0; block < layout.blocks().size(); block++) {
      Block one = layout.blocks().get(block);
      String field = "blocks[" + block + "]";
      within(field + ".lengthMm", one.lengthMm(), 1, MAX_LENGTH_MM, found);
      within(field + ".slotsPerSide", one.slotsPerSide(), 1, MAX_SLOTS_PER_SIDE, found);
    }
    within("depot.aisle", layout.depot().aisle(), 0, layout.aisles() - 1, found);
    within("depot.distanceMm", layout.depot().distanceMm(), 0, MAX_LENGTH_MM, found);
    for (int wall = 0; wall < layout.walls().size(); wall++) {
      check(layout, layout.walls().get(wall), "walls[" + wall + "]", found);
    }
    return found;
  }

  private static void check(Layout layout, Wall wall, String field, List<Violation> found) {
    within(field + ".aisle", wall.aisle(), 0, layout.aisles() - 1, found);
    within(field + ".block", wall.block(), 0, layout.blocks().size() - 1, found);
    if (wall.block() >= 0 && wall.block() < layout.blocks().size()) {
      int most = layout.blocks().get(wall.block()).slotsPerSide();
      within(field + ".beforePosition", wall.beforePosition(), 0, most, found);
    }
  }

  /**
   * Everything that is wrong with slots of a layout that is right itself: outside, there twice, or
   * behind walls, where nobody gets. The field is {@code slots[index]}.
   */
  public static List<Violation> check(Layout layout, List<Slot> slots) {
    List<Violation> found = new ArrayList<>();
    Map<Slot, Integer> known = new HashMap<>();
    Floor floor = new Floor(layout);
    for (int index = 0; index < slots.size(); index++) {
      Slot slot = slots.get(index);
      String field = "slots[" + index + "]";
      Integer first = known.putIfAbsent(slot, index);
      if (first != null) {
        found.add(
            new Violation(
                field, "(" + slot.text() + ") is slots[" + first + "] again; remove one of them"));
      }
      String outside = outside(layout, slot);
      if (!outside.isEmpty()) {
        found.add(new Violation(field, "(" + slot.text() + ") lies outside: " + outside));
      } else if (!floor.reaches(slot)) {
        found.add(
            new Violation(
                field,
                "("
                    + slot.text()
                    + ") cannot be reached from the depot past the walls;"
                    + " open a wall or remove the slot"));
      }
    }
    return found;
  }

  private static String outside(Layout layout, Slot slot) {
    if (slot.aisle() < 0 || slot.aisle() >= layout.aisles()) {
      return "aisles are 0 to " + (layout.aisles() - 1);
    }
    if (slot.block() < 0 || slot.block() >= layout.blocks().size()) {
      return "blocks are 0 to " + (layout.blocks().size() - 1);
    }
    int last = layout.blocks().get(slot.block()).slotsPerSide() - 1;
    if (slot.position() < 0 || slot.position() > last) {
      return "positions of block " + slot.block() + " are 0 to " + last;
    }
    if (slot.level() < 0 || slot.level() >= layout.levels()) {
      return "levels are 0 to " + (layout.levels() - 1);
    }
    return "";
  }

  private static void within(String field, int value, int least, int most, List<Violation> found) {
    if (value < least || value > most) {
      found.add(new Violation(field, "must be " + least + " to " + most + ", not " + value));
    }
  }
}
