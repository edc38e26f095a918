package dev.holdfast.domain.stock;

import java.time.LocalDate;

/**
 * How a lot is to be kept after a batch.
 *
 * @param received smallest units that came in the batch
 * @param remaining smallest units now, at most; 0 for a lot that is gone
 */
public record LotChange(
    PositionKey position, String lot, LocalDate expires, long received, long remaining) {}
