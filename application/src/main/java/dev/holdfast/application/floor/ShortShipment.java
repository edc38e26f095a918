package dev.holdfast.application.floor;

import dev.holdfast.application.floor.FloorList.Shortage;
import dev.holdfast.domain.order.Part;
import dev.holdfast.domain.order.Shipment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A shipment of which something was not found: later parts lack first. Pure.
 *
 * @param found by part, smallest units
 * @param missingByLine by line of the order, smallest units; only lines that lack something
 */
record ShortShipment(List<Long> found, Map<Integer, Long> missingByLine) {
  static ShortShipment of(Shipment was, List<Shortage> missing) {
    Map<Long, Long> lacks = new HashMap<>();
    missing.forEach(one -> lacks.merge(one.skuId(), one.missing(), Math::addExact));
    List<Long> found = new ArrayList<>();
    Map<Integer, Long> byLine = new TreeMap<>();
    for (int i = was.parts().size() - 1; i >= 0; i--) {
      Part part = was.parts().get(i);
      long sku = part.taken().position().skuId();
      long less = Math.min(part.taken().quantity(), lacks.getOrDefault(sku, 0L));
      lacks.merge(sku, -less, Math::addExact);
      found.addFirst(part.taken().quantity() - less);
      if (less > 0) {
        byLine.merge(part.line(), less, Math::addExact);
      }
    }
    return new ShortShipment(found, byLine);
  }
}
