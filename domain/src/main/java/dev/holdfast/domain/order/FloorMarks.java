package dev.holdfast.domain.order;

import java.time.Instant;
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
 * @param releasedAt when it was given to the warehouse, the first time; null before
 * @param shippedAt when it was handed to the carrier; null before
 */
public record FloorMarks(
    @Nullable UUID wave,
    @Nullable UUID pickList,
    List<String> tracking,
    List<LotShare> lots,
    @Nullable Instant releasedAt,
    @Nullable Instant shippedAt) {
  /** Nothing yet. */
  public static final FloorMarks NONE =
      new FloorMarks(null, null, List.of(), List.of(), null, null);

  /** Copies the lists. */
  public FloorMarks {
    tracking = List.copyOf(tracking);
    lots = List.copyOf(lots);
  }

  /** Of a shipment that is given to a wave and a pick list. */
  public static FloorMarks picking(UUID wave, UUID pickList, List<LotShare> lots) {
    return new FloorMarks(wave, pickList, List.of(), lots, null, null);
  }

  /** Released at this moment, unless it was before. */
  FloorMarks released(Instant at) {
    return new FloorMarks(
        wave, pickList, tracking, lots, releasedAt == null ? at : releasedAt, shippedAt);
  }

  FloorMarks shipped(Instant at) {
    return new FloorMarks(wave, pickList, tracking, lots, releasedAt, at);
  }

  FloorMarks tracked(List<String> numbers) {
    return new FloorMarks(wave, pickList, numbers, lots, releasedAt, shippedAt);
  }

  FloorMarks from(List<LotShare> others) {
    return new FloorMarks(wave, pickList, tracking, others, releasedAt, shippedAt);
  }

  /** Of a shipment that waits for another wave: its release stays, its work is forgotten. */
  FloorMarks putBack() {
    return new FloorMarks(null, null, List.of(), List.of(), releasedAt, shippedAt);
  }

  /** The work of another's marks, with the times of these. */
  FloorMarks with(FloorMarks work) {
    return new FloorMarks(
        work.wave, work.pickList, work.tracking, work.lots, releasedAt, shippedAt);
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
