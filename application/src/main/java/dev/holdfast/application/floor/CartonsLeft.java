package dev.holdfast.application.floor;

import dev.holdfast.domain.fulfilment.carton.PackedCarton;
import dev.holdfast.domain.fulfilment.carton.Placement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Planned cartons without what was not found. Units leave from the top; a carton in which something
 * would then float keeps its weight and loses its picture, and one that is empty is left out. Pure.
 */
final class CartonsLeft {
  private CartonsLeft() {}

  /**
   * What is left of cartons.
   *
   * @param units that are there, by line
   * @param grams of one unit, by line
   */
  static List<PackedCarton> of(
      List<PackedCarton> planned, Map<Integer, Long> units, Map<Integer, Integer> grams) {
    Map<Integer, Long> excess = new HashMap<>();
    for (PackedCarton carton : planned) {
      carton.placements().forEach(unit -> excess.merge(unit.line(), 1L, Math::addExact));
    }
    excess.replaceAll((line, there) -> there - units.getOrDefault(line, 0L));
    List<PackedCarton> left = new ArrayList<>();
    for (PackedCarton carton : planned.reversed()) {
      List<Placement> kept = new ArrayList<>();
      long gross = carton.grossG();
      for (Placement unit : carton.placements().reversed()) {
        if (excess.getOrDefault(unit.line(), 0L) > 0) {
          excess.merge(unit.line(), -1L, Math::addExact);
          gross -= grams.getOrDefault(unit.line(), 0);
        } else {
          kept.add(unit);
        }
      }
      Collections.reverse(kept);
      if (!kept.isEmpty() || carton.placements().isEmpty()) {
        long atLeast = Math.max(gross, carton.type().emptyWeightG());
        List<Placement> shown = floats(kept) ? List.of() : kept;
        left.add(new PackedCarton(carton.type(), shown, atLeast, carton.priceMinor()));
      }
    }
    Collections.reverse(left);
    return left;
  }

  private static boolean floats(List<Placement> content) {
    for (Placement unit : content) {
      boolean rests = unit.z() == 0;
      for (Placement below : content) {
        rests |=
            below.top() == unit.z()
                && below.x() < unit.x() + unit.dx()
                && unit.x() < below.x() + below.dx()
                && below.y() < unit.y() + unit.dy()
                && unit.y() < below.y() + below.dy();
      }
      if (!rests) {
        return true;
      }
    }
    return false;
  }
}
