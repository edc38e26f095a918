package dev.holdfast.application.order;

import dev.holdfast.domain.fulfilment.Goods;

/**
 * A line of an order as it is packed: in whole pieces. What is sold by weight or length is packed
 * in pieces of one unit at most, of which the last may be smaller.
 *
 * @param line the line's index in the order
 * @param goods one piece
 * @param quantity what the line asks for, in the SKU's smallest unit
 * @param pieceSize smallest units of one piece
 * @param minShelfLifeDays days that must be left on the day of arrival; 0 for any
 */
record OrderItem(
    int line, long skuId, Goods goods, long quantity, long pieceSize, int minShelfLifeDays) {
  /** Pieces of the whole line. */
  long pieces() {
    return Math.ceilDiv(quantity, pieceSize);
  }

  /** Pieces that so much stock is good for. */
  long piecesOf(long available) {
    return available >= quantity ? pieces() : available / pieceSize;
  }
}
