package dev.holdfast.demo;

import java.util.Set;
import java.util.TreeSet;

/**
 * How a SKU of the demo company wants to be packed.
 *
 * @param classes in alphabetical order
 * @param minShelfLifeDays left on the day of arrival, at least; 0 for any
 */
public record DemoHandling(
    boolean keepUpright,
    boolean fragile,
    boolean shipAlone,
    Set<String> classes,
    int minShelfLifeDays) {
  static final DemoHandling NONE = new DemoHandling(false, false, false, Set.of(), 0);

  /** What both want. */
  DemoHandling and(DemoHandling other) {
    Set<String> both = new TreeSet<>(classes);
    both.addAll(other.classes);
    return new DemoHandling(
        keepUpright || other.keepUpright,
        fragile || other.fragile,
        shipAlone || other.shipAlone,
        both,
        Math.max(minShelfLifeDays, other.minShelfLifeDays));
  }
}
