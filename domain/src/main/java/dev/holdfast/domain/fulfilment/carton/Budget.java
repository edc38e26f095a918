package dev.holdfast.domain.fulfilment.carton;

import java.util.function.BooleanSupplier;

/** How long a search may go on: candidate positions weighed, and a caller's wish to stop. */
final class Budget {
  /** The caller is asked once per so many steps, because asking may mean reading a clock. */
  private static final int ASK_EVERY = 4_096;

  private final BooleanSupplier stop;
  private long left;
  private long used;
  private int untilAsked = ASK_EVERY;
  private boolean over;

  Budget(long steps, BooleanSupplier stop) {
    left = steps;
    this.stop = stop;
  }

  Budget(long steps) {
    this(steps, () -> false);
  }

  static Budget unlimited() {
    return new Budget(Long.MAX_VALUE / 2);
  }

  /** A part of what is left; {@link #charge} it with what was used of it. */
  Budget slice(long steps) {
    return new Budget(Math.min(left, steps), stop);
  }

  void charge(Budget slice) {
    left -= slice.used;
    used += slice.used;
  }

  void spend(int steps) {
    left -= steps;
    used += steps;
    untilAsked -= steps;
    if (untilAsked <= 0) {
      untilAsked = ASK_EVERY;
      over |= stop.getAsBoolean();
    }
  }

  boolean over() {
    return over || left <= 0;
  }
}
