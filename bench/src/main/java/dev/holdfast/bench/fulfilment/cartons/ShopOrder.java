package dev.holdfast.bench.fulfilment.cartons;

import dev.holdfast.domain.fulfilment.carton.CartonLine;
import dev.holdfast.domain.fulfilment.carton.Orientations;
import java.util.List;

/**
 * One order of the e-commerce set.
 *
 * @param lines what to pack, any side up
 * @param referenceFree cartons that the reference library needs when units may lie anyhow
 * @param referenceFlat the same when units keep their height upright
 */
record ShopOrder(List<CartonLine> lines, int referenceFree, int referenceFlat) {
  /** An order is small, as most that a shop plans are, up to so many lines and units. */
  private static final int SMALL_LINES = 8;

  private static final int SMALL_UNITS = 12;

  List<CartonLine> lines(boolean flat) {
    return lines.stream()
        .map(line -> flat ? new CartonLine(line.goods(), line.units(), Orientations.UPRIGHT) : line)
        .toList();
  }

  int reference(boolean flat) {
    return flat ? referenceFlat : referenceFree;
  }

  boolean small() {
    return lines.size() <= SMALL_LINES && units() <= SMALL_UNITS;
  }

  int units() {
    return lines.stream().mapToInt(CartonLine::units).sum();
  }
}
