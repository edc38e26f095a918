package dev.holdfast.domain.reservation;

import java.time.Duration;

/** How long a reservation may live. */
public final class ReservationTerms {
  /** What a caller gets who asks for no time: long enough to walk to the till or pay on a phone. */
  public static final Duration DEFAULT_TIME_TO_LIVE = Duration.ofMinutes(15);

  /** The shortest time that can be asked for. */
  public static final Duration MIN_TIME_TO_LIVE = Duration.ofSeconds(1);

  /** The longest time that can be asked for at once; a holder who needs more extends. */
  public static final Duration MAX_TIME_TO_LIVE = Duration.ofDays(7);

  /**
   * How long an order's reservation lives if nobody ends it: a century, which no order outlives.
   * Longer ones would lose microseconds where a database multiplies intervals.
   */
  public static final Duration ORDER_TIME_TO_LIVE = Duration.ofDays(36_500);

  private ReservationTerms() {}
}
