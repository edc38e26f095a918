package dev.holdfast.application.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Exact quotients of whole numbers, as whole numbers of a last decimal. */
final class Ratio {
  /** As people round: 0.5 of the last decimal goes away from zero. */
  private static final RoundingMode ROUNDING = RoundingMode.HALF_UP;

  private Ratio() {}

  /** The quotient; null where there is nothing to divide by. */
  static @Nullable Long of(long dividend, long divisor, int decimals) {
    return of(BigDecimal.valueOf(dividend), BigDecimal.valueOf(divisor), decimals);
  }

  /** The quotient; null where there is nothing to divide by. */
  static @Nullable Long of(BigDecimal dividend, BigDecimal divisor, int decimals) {
    return divisor.signum() == 0
        ? null
        : dividend.movePointRight(decimals).divide(divisor, 0, ROUNDING).longValueExact();
  }
}
