package dev.holdfast.application.fulfilment.setup;

import dev.holdfast.domain.catalogue.Violation;
import dev.holdfast.domain.fulfilment.pick.Layout;
import dev.holdfast.domain.fulfilment.pick.LayoutRules;
import dev.holdfast.domain.fulfilment.pick.Side;
import dev.holdfast.domain.fulfilment.pick.Slot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The floor of a location and where its goods lie: the parts of {@link Layout}, and slots.
 *
 * @param slots each SKU once, each slot once
 */
public record LayoutSetting(
    int aisles,
    int aislePitchMm,
    List<Layout.Block> blocks,
    int crossAisleMm,
    int levels,
    Layout.Depot depot,
    List<Layout.Wall> walls,
    List<SkuSlot> slots)
    implements Setting {
  /** The most slots: a large fulfilment centre. */
  public static final int MAX_SLOTS = 50_000;

  /** The most walls: some in every aisle of a large floor. */
  public static final int MAX_WALLS = 1_000;

  /** Copies its lists. */
  public LayoutSetting {
    blocks = List.copyOf(blocks);
    walls = List.copyOf(walls);
    slots = List.copyOf(slots);
  }

  /**
   * Where a SKU lies.
   *
   * @param side left or right
   */
  public record SkuSlot(String sku, int aisle, int block, int position, String side, int level) {
    private Optional<Side> sideOf() {
      return Arrays.stream(Side.values()).filter(one -> one.label().equals(side)).findFirst();
    }

    private Slot slot() {
      return new Slot(aisle, block, position, sideOf().orElse(Side.LEFT), level);
    }
  }

  @Override
  public SettingKind kind() {
    return SettingKind.LAYOUT;
  }

  @Override
  public List<Violation> check() {
    List<Violation> found = new ArrayList<>();
    Setting.within("slots", slots.size(), 0, MAX_SLOTS, found);
    Setting.within("walls", walls.size(), 0, MAX_WALLS, found);
    Map<String, Integer> known = new HashMap<>();
    for (int i = 0; i < slots.size(); i++) {
      SkuSlot slot = slots.get(i);
      if (slot.sideOf().isEmpty()) {
        found.add(new Violation("slots[" + i + "].side", "must be left or right"));
      }
      Integer first = known.putIfAbsent(slot.sku(), i);
      if (first != null) {
        found.add(
            new Violation(
                "slots[" + i + "].sku",
                slot.sku() + " lies in slots[" + first + "] already: keep one slot per SKU"));
      }
    }
    if (found.isEmpty()) {
      found.addAll(LayoutRules.check(layout()));
    }
    // Whether a slot can be reached is a question to a sound layout only.
    if (found.isEmpty()) {
      found.addAll(LayoutRules.check(layout(), slots.stream().map(SkuSlot::slot).toList()));
    }
    return found;
  }

  private Layout layout() {
    return new Layout(aisles, aislePitchMm, blocks, crossAisleMm, levels, depot, walls);
  }

  /** The same for planning. */
  Facility.Floor compiled() {
    Map<String, Slot> places = new HashMap<>();
    slots.forEach(slot -> places.put(slot.sku(), slot.slot()));
    return new Facility.Floor(layout(), places);
  }
}
