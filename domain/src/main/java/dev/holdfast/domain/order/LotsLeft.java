package dev.holdfast.domain.order;

import dev.holdfast.domain.order.FloorMarks.LotShare;
import java.util.ArrayList;
import java.util.List;

/** The lots of what remains of a shipment of which something was not found. Pure. */
final class LotsLeft {
  private LotsLeft() {}

  /**
   * The marks with shares of what was found only. Earlier shares were picked first, so the later
   * ones are missing.
   *
   * @param found by part
   */
  static FloorMarks of(Shipment was, List<Long> found) {
    int[] renumbered = new int[found.size()];
    int next = 0;
    for (int part = 0; part < renumbered.length; part++) {
      renumbered[part] = found.get(part) > 0 ? next++ : -1;
    }
    long[] open = found.stream().mapToLong(Long::longValue).toArray();
    List<LotShare> shares = new ArrayList<>();
    for (LotShare share : was.floor().lots()) {
      long quantity = Math.min(share.quantity(), open[share.part()]);
      if (quantity > 0) {
        open[share.part()] -= quantity;
        shares.add(new LotShare(renumbered[share.part()], share.lot(), share.expires(), quantity));
      }
    }
    return was.floor().from(shares);
  }
}
