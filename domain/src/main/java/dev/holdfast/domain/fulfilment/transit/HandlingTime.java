package dev.holdfast.domain.fulfilment.transit;

import java.time.Duration;

/** How long a location needs from the release of a parcel until a carrier can take it. */
public sealed interface HandlingTime {
  /** Ready at once, at any hour. */
  HandlingTime NONE = new Working(Duration.ZERO);

  /** The longest handling, in days: a quarter. */
  int MAX_DAYS = 90;

  /** So much time while the location works. */
  record Working(Duration time) implements HandlingTime {
    /** Checks the range. */
    public Working {
      if (time.isNegative() || time.toDays() > MAX_DAYS) {
        throw new IllegalArgumentException(
            "Handling takes " + time + ": give 0 hours to " + MAX_DAYS + " days");
      }
    }
  }

  /**
   * Ready when the location opens so many working days after that of the release. A release after
   * closing time, or on a day without work, counts for the next working day.
   *
   * @param days at least 1
   */
  record Days(int days) implements HandlingTime {
    /** Checks the range. */
    public Days {
      if (days < 1 || days > MAX_DAYS) {
        throw new IllegalArgumentException(
            "Handling takes " + days + " days: give 1 to " + MAX_DAYS + ", or hours");
      }
    }
  }
}
