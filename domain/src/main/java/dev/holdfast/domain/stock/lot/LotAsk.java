package dev.holdfast.domain.stock.lot;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How much is to be taken from the lots of a position.
 *
 * @param quantity smallest units
 * @param ahead smallest units that others were told to take before; they come first
 * @param usableOn the day on which the goods must still be usable; null when any will do
 */
public record LotAsk(long quantity, long ahead, @Nullable LocalDate usableOn) {
  /** So much of whatever expires first. */
  public static LotAsk of(long quantity) {
    return new LotAsk(quantity, 0, null);
  }
}
