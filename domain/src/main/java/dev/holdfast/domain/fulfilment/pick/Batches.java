package dev.holdfast.domain.fulfilment.pick;

import java.util.List;

/**
 * What batching answers: every order is in exactly one batch or too large.
 *
 * @param batches by their first orders, as these were given
 * @param tooLarge orders with more items than a pick list takes; each must be split or picked with
 *     something larger
 * @param lengthMm the sum of the batches' walks, millimetres
 */
public record Batches(List<Batch> batches, List<PickOrder> tooLarge, long lengthMm) {
  /** Copies its lists. */
  public Batches {
    batches = List.copyOf(batches);
    tooLarge = List.copyOf(tooLarge);
  }
}
