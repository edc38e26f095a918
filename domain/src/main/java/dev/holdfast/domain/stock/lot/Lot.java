package dev.holdfast.domain.stock.lot;

import java.time.LocalDate;

/**
 * A part of a position with one expiry date, as a store keeps it.
 *
 * @param remaining what was received, less what was taken from this very lot, less what was seen to
 *     be gone; what is really left is at most this ({@link Lots#left})
 */
public record Lot(String lot, LocalDate expires, long remaining) {
  Lot with(long quantity) {
    return new Lot(lot, expires, quantity);
  }
}
