package dev.holdfast.domain.order;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the floor noted on a shipment.
 *
 * @param wave it was released with; null before
 * @param pickList it is picked with; null before
 * @param tracking one number per carton, in their order; empty until it is packed
 * @param lots which lots its parts were taken from
 */
public record FloorMarks(
    @Nullable UUID wave, @Nullable UUID pickList, List<String> tracking, List<LotShare> lots) {
  /** Nothing yet. */
  public static final FloorMarks NONE = new FloorMarks(null, null, List.of(), List.of());

  /** Copies the lists. */
  public FloorMarks {
    tracking = List.copyOf(tracking);
    lots = List.copyOf(lots);
  }

  /**
   * Units of one lot.
   *
   * @param part index in the shipment's parts, from 0
   * @param expires the last day of the lot; null where it keeps for ever
   * @param quantity in the SKU's smallest unit, above 0
   */
  public record LotShare(int part, String lot, @Nullable LocalDate expires, long quantity) {}
}
