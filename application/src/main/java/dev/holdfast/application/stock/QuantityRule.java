package dev.holdfast.application.stock;

import dev.holdfast.domain.stock.Line;
import org.jspecify.annotations.Nullable;

/** Which quantities a command takes. */
public enum QuantityRule {
  /** More than nothing: receive, sell, reserve. */
  POSITIVE,
  /** A correction up or down, but not of nothing. */
  SIGNED,
  /** A level: a count, a threshold. */
  NOT_NEGATIVE;

  /** What is wrong with so many smallest units and how to mend it; null when nothing is. */
  @Nullable String complaint(long quantity) {
    // Not Math.abs: the smallest long has none.
    if (quantity > Line.MAX_QUANTITY || quantity < -Line.MAX_QUANTITY) {
      return "is too large: at most " + Line.MAX_QUANTITY + " smallest units in one line";
    }
    return switch (this) {
      case POSITIVE -> quantity > 0 ? null : "must be more than 0";
      case SIGNED -> quantity != 0 ? null : "must not be 0: write how much more or less there is";
      case NOT_NEGATIVE -> quantity >= 0 ? null : "must be 0 or more";
    };
  }
}
