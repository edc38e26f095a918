package dev.holdfast.domain.catalogue;

import java.math.BigDecimal;
import java.util.OptionalLong;

/**
 * How many decimals a SKU's unit is counted in: 0 for each, 3 for kilograms. Converts between the
 * decimal that people write and the whole number of smallest units that everything else uses.
 */
public record Scale(int decimals) {
  /** The most decimals: a milligram of a kilogram. */
  public static final int MAX_DECIMALS = 6;

  /** A decimal with more digits before its point certainly does not fit a long. */
  private static final int MAX_WHOLE_DIGITS = 19;

  private static final int THOUSANDTHS = 3;
  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  public Scale {
    if (decimals < 0 || decimals > MAX_DECIMALS) {
      throw new IllegalArgumentException("scale must be 0 to " + MAX_DECIMALS);
    }
  }

  /** Thousandths of a unit, in which reports add up pieces and kilograms; rounded half up. */
  public long toThousandths(long smallestUnits) {
    if (decimals <= THOUSANDTHS) {
      return Math.multiplyExact(smallestUnits, POWERS[THOUSANDTHS - decimals]);
    }
    long finer = POWERS[decimals - THOUSANDTHS];
    return Math.floorDiv(smallestUnits + finer / 2, finer);
  }

  /** The smallest units in one unit. */
  public long unit() {
    return POWERS[decimals];
  }

  /** The smallest units of a decimal; empty when it has more decimals or does not fit a long. */
  public OptionalLong parse(BigDecimal quantity) {
    if (quantity.signum() == 0) {
      return OptionalLong.of(0);
    }
    // Digits before the decimal point; below 0 when zeros follow the point. Judged first, because
    // rescaling 1e-99999999 would build a number of a hundred million digits.
    long wholeDigits = quantity.precision() - (long) quantity.scale();
    if (wholeDigits > MAX_WHOLE_DIGITS || wholeDigits <= -decimals) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(quantity.setScale(decimals).unscaledValue().longValueExact());
    } catch (ArithmeticException tooFineOrTooLarge) {
      return OptionalLong.empty();
    }
  }

  /** The decimal of smallest units, with this many decimals. */
  public BigDecimal toDecimal(long smallestUnits) {
    return BigDecimal.valueOf(smallestUnits, decimals);
  }

  /** The decimal of smallest units, always with this many decimals: 1.250. */
  public String format(long smallestUnits) {
    return decimals == 0
        ? Long.toString(smallestUnits)
        : BigDecimal.valueOf(smallestUnits, decimals).toPlainString();
  }
}
