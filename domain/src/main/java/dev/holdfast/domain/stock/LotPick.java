package dev.holdfast.domain.stock;

import dev.holdfast.domain.stock.lot.LotMark;

/**
 * What somebody took from one lot, rather than from whatever expires first.
 *
 * @param lot the lot's code
 * @param quantity smallest units, more than 0
 */
public record LotPick(PositionKey position, String lot, long quantity) {
  public LotPick {
    if (!LotMark.isCode(lot) || quantity <= 0) {
      throw new IllegalArgumentException("no pick: " + quantity + " of " + lot);
    }
  }
}
