package dev.holdfast.domain.stock.lot;

import java.time.LocalDate;

/**
 * So much of one lot.
 *
 * @param expires the last day of use
 * @param quantity smallest units, more than 0
 */
public record LotShare(String lot, LocalDate expires, long quantity) {}
